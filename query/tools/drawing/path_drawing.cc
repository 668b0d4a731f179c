#include "query/tools/drawing/path_drawing.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "query/markup/quoting.h"
#include "query/tools/drawing/drawing_style.h"
#include "query/tools/drawing/svg_canvas.h"
#include "query/tools/drawing/text_metrics.h"
#include "query/tools/path_walk.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr double kMargin = 24;
constexpr double kHeading = 84;
constexpr double kRowHeight = 84;
constexpr double kBoxHeight = 42;
constexpr double kWidestBox = 190;
constexpr double kWidestGap = 210;
constexpr double kNumber = 28;  // room for the number of the path

class PathRenderer {
 public:
  PathRenderer(const v1::FindPathsResponse& paths, double width)
      : paths_(paths), names_(paths.entities()), walks_(WalkPaths(paths)), width_(width) {
    for (const v1::Entity& entity : paths.entities()) types_[entity.id()] = entity.type();
  }

  std::string Render() {
    const std::string title = DrawHeading();
    double y = kHeading;
    for (size_t i = 0; i < walks_.size(); ++i, y += kRowHeight) {
      canvas_.Text(
          {kMargin, y + kBoxHeight / 2 + 5},
          {.text = absl::StrCat(i + 1), .size = 15, .max_width = kNumber, .classes = "muted strong"});
      DrawWalk(walks_[i], y);
    }
    return canvas_.Finish(width_, y + (walks_.empty() ? kMargin / 2 : 0), title);
  }

 private:
  std::string DrawHeading() {
    std::string title = "No path";
    if (!walks_.empty())
      title = absl::StrCat(names_.Of(walks_[0].start), " … ", names_.Of(walks_[0].steps.back().to));
    canvas_.Text({kMargin, 42},
                 {.text = title, .size = 22, .max_width = width_ - 2 * kMargin, .classes = "strong"});
    canvas_.Text({kMargin, 64},
                 {.text = absl::StrCat(walks_.size(), walks_.size() == 1 ? " path" : " paths",
                                       paths_.truncated() ? " · more than could be looked at" : ""),
                  .size = 13,
                  .classes = "muted"});
    return title;
  }

  // Boxes and gaps share the width: a gap has a quarter more than a box.
  void DrawWalk(const PathWalk& walk, double y) {
    const double hops = static_cast<double>(walk.steps.size());
    const double share = (width_ - 2 * kMargin - kNumber) / (hops + 1 + 1.25 * hops);
    const double box = std::min(share, kWidestBox);
    const double gap = std::min(1.25 * share, kWidestGap);
    double x = kMargin + kNumber;
    DrawBox(walk.start, {x, y, box, kBoxHeight});
    for (const PathStep& step : walk.steps) {
      DrawStep(step, {x + box, y, gap, kBoxHeight});
      x += box + gap;
      DrawBox(step.to, {x, y, box, kBoxHeight});
    }
  }

  void DrawBox(const std::string& id, const Box& box) {
    const auto type = types_.find(id);
    const bool person = type != types_.end() && type->second == v1::ENTITY_TYPE_PERSON;
    const double x = box.x + box.width / 2;
    canvas_.OpenGroup("", absl::StrCat(names_.Of(id), "\n", PrintableText(id)));
    canvas_.Rect(box, "card", person ? kBoxHeight / 2 : 4);
    canvas_.Text({x, box.middle() + 1}, {.text = names_.Of(id),
                                         .size = 14,
                                         .max_width = box.width - 16,
                                         .classes = "strong",
                                         .anchor = "middle"});
    if (type != types_.end())
      canvas_.Text({x, box.middle() + 15}, {.text = TypeWord(type->second),
                                            .size = 10,
                                            .max_width = box.width - 16,
                                            .classes = "muted",
                                            .anchor = "middle"});
    canvas_.CloseGroup();
  }

  // The kind above the arrow, the time below it.
  void DrawStep(const PathStep& step, const Box& gap) {
    const v1::Edge& edge = *step.edge;
    const std::string color = IsFact(edge) ? ColorOf(edge) : "words";
    const std::string words = absl::StrCat(names_.Of(edge.from_entity_id()), " → ",
                                           names_.Of(edge.to_entity_id()), ": ", EdgeWords(edge));
    const double x = gap.x + gap.width / 2;
    const double y = gap.middle();
    DrawArrow(step.forward ? Point{gap.x + 4, y} : Point{gap.right() - 4, y},
              step.forward ? Point{gap.right() - 4, y} : Point{gap.x + 4, y}, color, !IsFact(edge));
    const std::string kind = edge.title().empty() ? EdgeKind(edge) : PrintableText(edge.title());
    canvas_.Text({x, y - 8}, {.text = kind,
                              .size = 12,
                              .max_width = gap.width - 16,
                              .classes = absl::StrCat("strong f-", color),
                              .anchor = "middle",
                              .tooltip = words});
    canvas_.Text({x, y + 19}, {.text = StandingWords(edge),
                               .size = 11,
                               .max_width = gap.width - 16,
                               .classes = "muted",
                               .anchor = "middle",
                               .tooltip = words});
  }

  static std::string StandingWords(const v1::Edge& edge) {
    std::string words = TimeWords(edge.time());
    const auto add = [&](const std::string& word) {
      absl::StrAppend(&words, words.empty() ? "" : ", ", word);
    };
    if (edge.former()) add("former");
    if (edge.has_relation_type()) return words;
    if (edge.status() != v1::EVENT_STATUS_OCCURRED) add(StatusWord(edge.status()));
    if (edge.certainty() == v1::CERTAINTY_RUMORED) add(CertaintyWord(edge.certainty()));
    return words;
  }

  void DrawArrow(Point from, Point to, const std::string& color, bool dashed) {
    const double back = from.x < to.x ? -7 : 7;
    canvas_.Path(MoveTo(from) + LineTo({to.x + back, to.y}),
                 absl::StrCat("edge s-", color, dashed ? " ghost" : ""));
    canvas_.Path(MoveTo(to) + LineTo({to.x + back, to.y - 4}) + LineTo({to.x + back, to.y + 4}) + "Z",
                 absl::StrCat("solid f-", color));
  }

  const v1::FindPathsResponse& paths_;
  const Names names_;
  const std::vector<PathWalk> walks_;
  const double width_;
  std::map<std::string, v1::EntityType> types_;
  SvgCanvas canvas_;
};

}  // namespace

std::string RenderPathsSvg(const v1::FindPathsResponse& paths, int width) {
  return PathRenderer(paths, width).Render();
}

}  // namespace annals
