// Collects the elements of one SVG drawing.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_SVG_CANVAS_H_
#define ANNALS_QUERY_TOOLS_DRAWING_SVG_CANVAS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace annals {

struct Point {
  double x = 0;
  double y = 0;
};

// Left upper corner and size.
struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  double middle() const { return y + height / 2; }
};

// A line of text. Classes are those of DrawingStyle.
struct TextLine {
  absl::string_view text;
  double size = 13;        // of the font
  double max_width = 1e6;  // what is longer ends with "…" and shows all of it as a tooltip
  std::string classes = "";
  const char* anchor = "start";  // where `at` is: start, middle, end
  absl::string_view tooltip = "";
};

// All lengths are pixels, y grows downwards. Texts are any texts: they are escaped.
class SvgCanvas {
 public:
  void Rect(const Box& box, const std::string& classes, double radius = 0);
  void Line(Point from, Point to, const std::string& classes);
  void Circle(Point center, double radius, const std::string& classes);
  // `data`: MoveTo, LineTo, CurveTo, one after another.
  void Path(const std::string& data, const std::string& classes, absl::string_view tooltip = "");
  // `at` is on the base line.
  void Text(Point at, const TextLine& line);
  // Elements until CloseGroup share the tooltip.
  void OpenGroup(const std::string& classes, absl::string_view tooltip);
  void CloseGroup();

  // The document: size, title for readers of screens, style, paper, and what was drawn. Where it is wider
  // than `widest`, it is shown smaller.
  std::string Finish(double width, double height, absl::string_view title, double widest = 1e6) const;

 private:
  std::string elements_;
};

// "12", "12.5": at most one decimal, whatever the locale.
std::string Number(double value);

// Parts of a path: to a point without a line, with a straight one, with a smooth one that leaves and enters
// horizontally.
std::string MoveTo(Point to);
std::string LineTo(Point to);
std::string CurveTo(Point from, Point to);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_SVG_CANVAS_H_
