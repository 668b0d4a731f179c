// From what a time expression says to the days it means.
#ifndef ANNALS_EXTRACTOR_TIMES_TIME_RESOLVER_H_
#define ANNALS_EXTRACTOR_TIMES_TIME_RESOLVER_H_

#include <optional>

#include "absl/time/civil_time.h"
#include "common/date_interval.h"
#include "extractor/times/civil_periods.h"
#include "extractor/times/festivals.h"
#include "extractor/times/time_expression.h"
#include "extractor/times/time_mention.h"

namespace annals {

// What an expression may be resolved against. What is missing leaves unresolved what needs it.
struct TimeScope {
  std::optional<absl::CivilDay> published = {};
  std::optional<Days> anchor = {};   // the time that 三个月后 and 同月 hang on
  std::optional<Days> context = {};  // a time told just before: 6月 is the next one from there on
};

// A month without its year is the last one that had begun (kPast) or the next one that has not ended
// (kFuture).
enum class TimeLean { kPast, kFuture };

struct ResolvedTime {
  DateInterval interval = {};
  TimeReference reference = TimeReference::kNone;
};

// Pure. Dates that do not exist (2月30日) or lie outside of the years 1 to 9999 have no interval.
ResolvedTime ResolveTime(const TimeExpression& expression, const TimeScope& scope, TimeLean lean,
                         const Festivals& festivals);

// The days of a point of time, without its bound.
struct ResolvedPoint {
  Days days;
  TimeReference reference = TimeReference::kNone;
};
std::optional<ResolvedPoint> ResolvePoint(const std::vector<TimePart>& parts, const TimeScope& scope,
                                          TimeLean lean, const Festivals& festivals);

// The days that lie `length` after (`sign` 1) or before (-1) others, by the guide: N年 after is that calendar
// year, N个月 that calendar month, weeks and days to the day. Missing where the length is too vague.
std::optional<Days> StepFrom(Days days, const TimeLength& length, int sign);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TIMES_TIME_RESOLVER_H_
