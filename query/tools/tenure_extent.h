// The days of a tenure: where it surely was, and where it may have been.
#ifndef ANNALS_QUERY_TOOLS_TENURE_EXTENT_H_
#define ANNALS_QUERY_TOOLS_TENURE_EXTENT_H_

#include <optional>
#include <vector>

#include "absl/time/civil_time.h"
#include "annals/v1/query_service.pb.h"

namespace annals {

// A stretch of days, both ends inclusive.
struct DayRange {
  absl::CivilDay first;
  absl::CivilDay last;
};

struct TenureExtent {
  DayRange possible;             // within the frame
  std::optional<DayRange> sure;  // within `possible`; absent: no day is beyond doubt
  bool start_known = false;      // `possible` begins where the tenure cannot have begun earlier
  bool ongoing = false;          // not known to have ended
  bool end_known = false;        // `possible` ends where it cannot have ended later
};

// The days that the ends of all tenures span; absent where none has a day. `also`: a day that is to be
// inside, where given.
std::optional<DayRange> FrameOf(const std::vector<v1::Tenure>& tenures, std::optional<absl::CivilDay> also);

// A start of 2025-05 surely began by 2025-05-31, and an end of 2025-08 was surely still there on 2025-08-01:
// the day before the first day on which it may have ended is left in. Ends without days reach to the frame.
TenureExtent ExtentOf(const v1::Tenure& tenure, const DayRange& frame);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_TENURE_EXTENT_H_
