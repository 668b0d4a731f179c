// A stretch of days that may be open at either end: how Annals says when.
#ifndef ANNALS_COMMON_DATE_INTERVAL_H_
#define ANNALS_COMMON_DATE_INTERVAL_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace annals {

// First and last day, both inclusive. A missing end is unknown or open. Empty: no time at all.
struct DateInterval {
  std::optional<absl::CivilDay> start;
  std::optional<absl::CivilDay> end;

  bool empty() const { return !start && !end; }
  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

// "2025-08-27" to a day. INVALID_ARGUMENT unless it is a real day of the years 1 to 9999. An RFC 3339 time
// gives its date as written (the offset is not applied: a newspaper is dated where it appears).
absl::StatusOr<absl::CivilDay> ParseIsoDay(absl::string_view text);

// Always ten characters: "2025-08-27".
std::string FormatIsoDay(absl::CivilDay day);

}  // namespace annals

#endif  // ANNALS_COMMON_DATE_INTERVAL_H_
