// Days as numbers, and the stretch of days an event takes in the index.
#ifndef ANNALS_QUERY_EVENTS_DAY_SPAN_H_
#define ANNALS_QUERY_EVENTS_DAY_SPAN_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "annals/v1/event.pb.h"

namespace annals::query {

// Days since 0001-01-01, which is 0; 9999-12-31 is kLastDay.
using DayNumber = int32_t;
inline constexpr DayNumber kLastDay = 3652058;

// Both inclusive, first <= last.
struct DaySpan {
  DayNumber first = 0;
  DayNumber last = 0;

  int32_t days() const { return last - first + 1; }
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// Number of an ISO day; empty where the text is none.
std::optional<DayNumber> ParseDayNumber(absl::string_view iso_day);

// "2025-08-27".
std::string FormatDayNumber(DayNumber day);

// The day it was in UTC.
DayNumber DayOfTime(absl::Time time);

// The days an event counts for. A time with one known end counts for that day: what is unknown is not
// stretched. A last day before the first is read as the first. Empty: undated.
std::optional<DaySpan> SpanOf(const v1::EventTime& time);

}  // namespace annals::query

#endif  // ANNALS_QUERY_EVENTS_DAY_SPAN_H_
