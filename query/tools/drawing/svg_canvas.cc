#include "query/tools/drawing/svg_canvas.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "query/markup/quoting.h"
#include "query/tools/drawing/drawing_style.h"
#include "query/tools/drawing/text_metrics.h"

namespace annals {
namespace {

std::string Attribute(const char* name, double value) {
  return absl::StrCat(" ", name, "=\"", Number(value), "\"");
}

std::string ClassAttribute(absl::string_view classes) {
  return classes.empty() ? "" : absl::StrCat(" class=\"", classes, "\"");
}

std::string TitleElement(absl::string_view text) {
  return text.empty() ? "" : absl::StrCat("<title>", XmlText(text), "</title>");
}

}  // namespace

std::string Number(double value) {
  const std::string text = absl::StrFormat("%.1f", value);
  const absl::string_view whole = absl::StripSuffix(text, ".0");
  return whole == "-0" ? "0" : std::string(whole);
}

std::string MoveTo(Point to) { return absl::StrCat("M", Number(to.x), " ", Number(to.y)); }

std::string LineTo(Point to) { return absl::StrCat("L", Number(to.x), " ", Number(to.y)); }

std::string CurveTo(Point from, Point to) {
  const double middle = (from.x + to.x) / 2;
  return absl::StrCat("C", Number(middle), " ", Number(from.y), " ", Number(middle), " ", Number(to.y), " ",
                      Number(to.x), " ", Number(to.y));
}

void SvgCanvas::Rect(const Box& box, const std::string& classes, double radius) {
  absl::StrAppend(&elements_, "<rect", Attribute("x", box.x), Attribute("y", box.y),
                  Attribute("width", box.width), Attribute("height", box.height),
                  radius > 0 ? Attribute("rx", radius) : "", ClassAttribute(classes), "/>\n");
}

void SvgCanvas::Line(Point from, Point to, const std::string& classes) {
  absl::StrAppend(&elements_, "<line", Attribute("x1", from.x), Attribute("y1", from.y),
                  Attribute("x2", to.x), Attribute("y2", to.y), ClassAttribute(classes), "/>\n");
}

void SvgCanvas::Circle(Point center, double radius, const std::string& classes) {
  absl::StrAppend(&elements_, "<circle", Attribute("cx", center.x), Attribute("cy", center.y),
                  Attribute("r", radius), ClassAttribute(classes), "/>\n");
}

void SvgCanvas::Path(const std::string& data, const std::string& classes, absl::string_view tooltip) {
  absl::StrAppend(&elements_, "<path d=\"", data, "\"", ClassAttribute(classes), ">", TitleElement(tooltip),
                  "</path>\n");
}

void SvgCanvas::Text(Point at, const TextLine& line) {
  const std::string fitted = FitText(line.text, line.size, line.max_width);
  if (fitted.empty()) return;
  const absl::string_view tooltip = line.tooltip.empty() && fitted != line.text ? line.text : line.tooltip;
  const absl::string_view anchor = line.anchor;
  absl::StrAppend(&elements_, "<text", Attribute("x", at.x), Attribute("y", at.y),
                  Attribute("font-size", line.size),
                  anchor == "start" ? "" : absl::StrCat(" text-anchor=\"", anchor, "\""),
                  ClassAttribute(line.classes), ">", TitleElement(tooltip), XmlText(fitted), "</text>\n");
}

void SvgCanvas::OpenGroup(const std::string& classes, absl::string_view tooltip) {
  absl::StrAppend(&elements_, "<g", ClassAttribute(classes), ">", TitleElement(tooltip), "\n");
}

void SvgCanvas::CloseGroup() { elements_ += "</g>\n"; }

std::string SvgCanvas::Finish(double width, double height, absl::string_view title, double widest) const {
  const double scale = std::min(1.0, widest / width);
  return absl::StrCat("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"annals\" role=\"img\"",
                      Attribute("width", width * scale), Attribute("height", height * scale),
                      " viewBox=\"0 0 ", Number(width), " ", Number(height), "\">\n", TitleElement(title),
                      "\n<style>", DrawingStyle(), "</style>\n", DrawingPatterns(),
                      "<rect width=\"100%\" height=\"100%\" class=\"paper\"/>\n", elements_, "</svg>\n");
}

}  // namespace annals
