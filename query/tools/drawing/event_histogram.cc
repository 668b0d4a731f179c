#include "query/tools/drawing/event_histogram.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/date_interval.h"
#include "query/tools/drawing/drawing_style.h"
#include "query/tools/drawing/time_axis.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr double kLabels = 18;   // height of the axis' labels
constexpr double kWidest = 14;   // of a bar
constexpr double kTallest = 12;  // of one event

struct DatedEvent {
  absl::CivilDay day;
  std::string color;
  std::string words;
};

std::vector<DatedEvent> DatedEvents(const v1::GetTimelineResponse& timeline) {
  std::vector<DatedEvent> events;
  for (const v1::EventRow& row : timeline.events()) {
    const v1::EventTime& time = row.event().time();
    const auto day = ParseIsoDay(time.start().empty() ? time.end() : time.start());
    if (day.ok())
      events.push_back({*day, ColorOf(row.event().type()),
                        absl::StrCat(TimeWords(time), " ", TypeWord(row.event().type()))});
  }
  return events;
}

// Equal parts of the strip, about as wide as kWidest.
struct Bars {
  double left = 0;
  double width = 0;
  int count = 1;
};

Bars Divide(const Box& box) {
  const int count = std::max(1, static_cast<int>(box.width / kWidest));
  return {box.x, box.width / count, count};
}

// Events by bar; within a bar by colour.
std::map<int, std::vector<DatedEvent>> Stack(const std::vector<DatedEvent>& events, const TimeAxis& axis,
                                             const Bars& bars) {
  std::map<int, std::vector<DatedEvent>> stacks;
  for (const DatedEvent& event : events) {
    const int bar = static_cast<int>((axis.Begin(event.day) - bars.left) / bars.width);
    stacks[std::min(bar, bars.count - 1)].push_back(event);
  }
  for (auto& [bar, stack] : stacks) {
    std::stable_sort(stack.begin(), stack.end(),
                     [](const auto& a, const auto& b) { return a.color < b.color; });
  }
  return stacks;
}

DayRange RangeOf(const std::vector<DatedEvent>& events) {
  const auto [first, last] = std::minmax_element(events.begin(), events.end(),
                                                 [](const auto& a, const auto& b) { return a.day < b.day; });
  return {first->day, last->day};
}

}  // namespace

bool DrawEventHistogram(const v1::GetTimelineResponse& timeline, const Box& box, SvgCanvas& canvas) {
  const std::vector<DatedEvent> events = DatedEvents(timeline);
  if (events.empty()) return false;
  const double bottom = box.bottom() - kLabels;
  const TimeAxis axis(RangeOf(events), box.x, box.right());
  axis.Draw(box.y, bottom, canvas);
  const Bars bars = Divide(box);
  const auto stacks = Stack(events, axis, bars);
  size_t highest = 1;
  for (const auto& [bar, stacked] : stacks) highest = std::max(highest, stacked.size());
  const double unit = std::min(kTallest, (bottom - box.y) / static_cast<double>(highest));
  for (const auto& [bar, stacked] : stacks) {
    double y = bottom;
    for (const DatedEvent& event : stacked) {
      y -= unit;
      canvas.OpenGroup("", event.words);
      canvas.Rect({bars.left + bar * bars.width + 1, y, bars.width - 2, std::max(0.5, unit - 1)},
                  absl::StrCat("solid f-", event.color));
      canvas.CloseGroup();
    }
  }
  canvas.Line({box.x, bottom}, {box.right(), bottom}, "spine");
  return true;
}

std::string RenderHistogramSvg(const v1::GetTimelineResponse& timeline, int width) {
  constexpr double kHeight = 84;
  SvgCanvas canvas;
  if (!DrawEventHistogram(timeline, {0, 0, width - 1.0, kHeight}, canvas)) return "";
  return canvas.Finish(width, kHeight, "How many events when");
}

}  // namespace annals
