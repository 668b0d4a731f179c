#include "query/events/day_span.h"

#include <algorithm>

#include "absl/time/civil_time.h"
#include "common/date_interval.h"

namespace annals::query {
namespace {

constexpr absl::CivilDay kDayZero(1, 1, 1);

}  // namespace

std::optional<DayNumber> ParseDayNumber(absl::string_view iso_day) {
  if (iso_day.empty()) return std::nullopt;
  const absl::StatusOr<absl::CivilDay> day = ParseIsoDay(iso_day);
  if (!day.ok()) return std::nullopt;
  return static_cast<DayNumber>(*day - kDayZero);
}

std::string FormatDayNumber(DayNumber day) { return FormatIsoDay(kDayZero + day); }

DayNumber DayOfTime(absl::Time time) {
  const absl::CivilDay day = absl::ToCivilDay(time, absl::UTCTimeZone());
  return static_cast<DayNumber>(std::clamp<int64_t>(day - kDayZero, 0, kLastDay));
}

std::optional<DaySpan> SpanOf(const v1::EventTime& time) {
  const std::optional<DayNumber> start = ParseDayNumber(time.start());
  const std::optional<DayNumber> end = ParseDayNumber(time.end());
  if (!start && !end) return std::nullopt;
  const DayNumber first = start.value_or(*(end ? end : start));
  return DaySpan{first, std::max(first, end.value_or(first))};
}

}  // namespace annals::query
