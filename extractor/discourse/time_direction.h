// Whether a time whose year is not said lies ahead of the publication or behind it.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_TIME_DIRECTION_H_
#define ANNALS_EXTRACTOR_DISCOURSE_TIME_DIRECTION_H_

#include <optional>

#include "absl/time/civil_time.h"
#include "extractor/times/time_mention.h"

namespace annals {

inline constexpr int kFarOff = 270;  // days: a date without a year is not meant so far off
inline constexpr int kNear = 95;     // days: if it lies so near on the other side of the publication

// All three are false without a day of publication, and where only one reading of the time is possible.

// 8月2日上映, said in April: a day of this year is meant, not one long gone by of the last.
bool IsNearerAhead(const TimeMention& time, std::optional<absl::CivilDay> published);
// 7月: 预计上半年净亏损…: what is measured is the period behind, where it is the nearer one.
bool HasPassed(const TimeMention& time, std::optional<absl::CivilDay> published);
// A date that has just passed is not meant for next year.
bool LiesFarAhead(const TimeMention& time, std::optional<absl::CivilDay> published);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_TIME_DIRECTION_H_
