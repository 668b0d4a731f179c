#include "query/tools/drawing/flow_drawing.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "query/tools/drawing/flow_layout.h"
#include "query/tools/drawing/svg_canvas.h"
#include "query/tools/drawing/text_metrics.h"
#include "query/tools/flow_view.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr double kMargin = 24;
constexpr double kUnit = 20;  // height of a person
constexpr double kGap = 14;   // between organisations
constexpr double kBand = 8;   // width of an organisation's bar
constexpr double kNameSize = 14;
constexpr double kPeopleSize = 12;
constexpr double kPeriodHeight = 34;
constexpr std::array kColors = {"people", "deals", "products", "companies", "words"};

class FlowRenderer {
 public:
  FlowRenderer(const v1::GetFlowsResponse& flows, v1::TimelineBucket bucket, double width)
      : flows_(flows), names_(flows.entities()), bucket_(bucket), width_(width) {
    double left = 60;
    double right = 60;
    for (const v1::Flow& flow : flows.flows()) {
      left = std::max(left, TextWidth(names_.Of(flow.from_entity_id()), kNameSize) + 34);
      right = std::max(right, TextWidth(names_.Of(flow.to_entity_id()), kNameSize) + 34);
      periods_[flow.period_start()].push_back(&flow);
      colors_.emplace(flow.from_entity_id(), kColors[colors_.size() % kColors.size()]);
    }
    left_ = kMargin + std::min(left, width * 0.27);
    right_ = width - kMargin - std::min(right, width * 0.27);
  }

  std::string Render() {
    DrawHeading();
    for (const auto& [start, flows] : periods_) {
      const std::string period = PeriodWords(start, bucket_);
      if (!period.empty()) {
        canvas_.Text({kMargin, y_ + 20}, {.text = period, .size = 15, .classes = "strong"});
        canvas_.Line({left_, y_ + 15}, {width_ - kMargin, y_ + 15}, "rule");
        y_ += kPeriodHeight;
      }
      DrawPeriod(LayOutFlows(flows, kUnit, kUnit, kGap));
    }
    return canvas_.Finish(width_, y_ + kMargin / 2, "Moves of people");
  }

 private:
  void DrawHeading() {
    int people = 0;
    for (const v1::Flow& flow : flows_.flows()) people += flow.person_ids_size();
    canvas_.Text(
        {kMargin, 42},
        {.text = flows_.flows().empty() ? "No moves" : "Moves of people", .size = 22, .classes = "strong"});
    canvas_.Text({kMargin, 64},
                 {.text = absl::StrCat(
                      people, people == 1 ? " move · from left to right" : " moves · from left to right",
                      flows_.truncated() ? " · more than can be shown" : ""),
                  .size = 13,
                  .classes = "muted"});
    y_ = 88;
  }

  void DrawPeriod(const FlowLayout& layout) {
    for (const FlowRibbon& ribbon : layout.ribbons) DrawRibbon(ribbon);
    for (const FlowRibbon& ribbon : layout.ribbons) DrawPeople(ribbon);
    for (const FlowEnd& end : layout.left)
      DrawEnd(end, left_ - kBand, left_ - kBand - 8, "end", colors_.at(end.id));
    for (const FlowEnd& end : layout.right) DrawEnd(end, right_, right_ + kBand + 8, "start", "words");
    y_ += layout.height + kMargin;
  }

  void DrawRibbon(const FlowRibbon& ribbon) {
    const Point a = {left_, y_ + ribbon.from_top};
    const Point b = {right_, y_ + ribbon.to_top};
    const Point c = {right_, b.y + ribbon.height - 1};
    const Point d = {left_, a.y + ribbon.height - 1};
    canvas_.Path(absl::StrCat(MoveTo(a), CurveTo(a, b), LineTo(c), CurveTo(c, d), "Z"),
                 absl::StrCat("ribbon f-", colors_.at(ribbon.flow->from_entity_id())), Tooltip(*ribbon.flow));
  }

  std::string Tooltip(const v1::Flow& flow) const {
    return absl::StrCat(names_.Of(flow.from_entity_id()), " → ", names_.Of(flow.to_entity_id()), "\n",
                        FlowWords(flow, bucket_, names_));
  }

  // At the left end, where ribbons lie side by side.
  void DrawPeople(const FlowRibbon& ribbon) {
    canvas_.Text({left_ + 8, y_ + ribbon.from_top + ribbon.height / 2 + 4},
                 {.text = PeopleWords(*ribbon.flow, names_),
                  .size = kPeopleSize,
                  .max_width = (right_ - left_) * 0.6,
                  .tooltip = Tooltip(*ribbon.flow)});
  }

  void DrawEnd(const FlowEnd& end, double bar, double text, const char* anchor, const std::string& color) {
    canvas_.Rect({bar, y_ + end.top, kBand, end.height - 1}, absl::StrCat("solid f-", color), 2);
    const std::string people = absl::StrCat(" ", end.people);
    const double room = std::string(anchor) == "end" ? text - kMargin : width_ - kMargin - text;
    const std::string name = FitText(names_.Of(end.id), kNameSize, room - TextWidth(people, kNameSize));
    canvas_.Text({text, y_ + end.top + end.height / 2 + 5}, {.text = name + people,
                                                             .size = kNameSize,
                                                             .classes = "strong",
                                                             .anchor = anchor,
                                                             .tooltip = names_.Of(end.id)});
  }

  const v1::GetFlowsResponse& flows_;
  const Names names_;
  const v1::TimelineBucket bucket_;
  const double width_;
  std::map<std::string, std::vector<const v1::Flow*>> periods_;  // by first day
  std::map<std::string, std::string> colors_;                    // by organisation left
  double left_ = 0;                                              // where ribbons begin and end
  double right_ = 0;
  double y_ = 0;
  SvgCanvas canvas_;
};

}  // namespace

std::string RenderFlowsSvg(const v1::GetFlowsResponse& flows, v1::TimelineBucket bucket, int width) {
  return FlowRenderer(flows, bucket, width).Render();
}

}  // namespace annals
