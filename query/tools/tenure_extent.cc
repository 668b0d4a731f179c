#include "query/tools/tenure_extent.h"

#include <algorithm>

#include "common/date_interval.h"

namespace annals {
namespace {

std::optional<absl::CivilDay> DayOf(const std::string& iso) {
  const auto day = ParseIsoDay(iso);
  return day.ok() ? std::optional(*day) : std::nullopt;
}

// An end of a tenure: the first and the last day on which it may have fallen.
DateInterval EndOf(const v1::EventTime& time) { return {DayOf(time.start()), DayOf(time.end())}; }

void Include(std::optional<absl::CivilDay> day, std::optional<DayRange>& frame) {
  if (!day) return;
  if (!frame) frame = DayRange{*day, *day};
  frame->first = std::min(frame->first, *day);
  frame->last = std::max(frame->last, *day);
}

absl::CivilDay Within(const DayRange& frame, absl::CivilDay day) {
  return std::clamp(day, frame.first, frame.last);
}

}  // namespace

std::optional<DayRange> FrameOf(const std::vector<v1::Tenure>& tenures, std::optional<absl::CivilDay> also) {
  std::optional<DayRange> frame;
  for (const v1::Tenure& tenure : tenures) {
    for (const DateInterval& end : {EndOf(tenure.start()), EndOf(tenure.end())}) {
      Include(end.start, frame);
      Include(end.end, frame);
    }
  }
  Include(also, frame);
  return frame;
}

TenureExtent ExtentOf(const v1::Tenure& tenure, const DayRange& frame) {
  const DateInterval start = EndOf(tenure.start());
  const DateInterval end = EndOf(tenure.end());
  TenureExtent extent;
  extent.start_known = start.start.has_value();
  extent.end_known = end.end.has_value();
  extent.ongoing = !tenure.ended() && end.empty();
  extent.possible.first = Within(frame, start.start.value_or(frame.first));
  extent.possible.last = std::max(extent.possible.first, Within(frame, end.end.value_or(frame.last)));
  // Known to have begun by the last possible day of its start; where only its end is known, it was there when
  // it ended.
  const std::optional<absl::CivilDay> began = start.end ? start.end : end.start;
  // Without any end, all that is known says that it goes on; ended at an unknown time, it was there when it
  // began.
  const std::optional<absl::CivilDay> left = end.start        ? end.start
                                             : extent.ongoing ? std::optional(frame.last)
                                                              : start.end;
  if (began && left && *began <= *left) extent.sure = DayRange{Within(frame, *began), Within(frame, *left)};
  return extent;
}

}  // namespace annals
