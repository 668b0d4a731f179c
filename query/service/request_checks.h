// Checks what a request asks for and turns it into what the reads take. Pure functions; every error is
// INVALID_ARGUMENT with the field at fault, unless it says otherwise.
#ifndef ANNALS_QUERY_SERVICE_REQUEST_CHECKS_H_
#define ANNALS_QUERY_SERVICE_REQUEST_CHECKS_H_

#include <bitset>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "annals/v1/query_service.pb.h"
#include "common/limits.h"
#include "google/protobuf/repeated_field.h"
#include "query/index/past.h"
#include "query/timeline/event_selection.h"
#include "query/timeline/timeline_buckets.h"

namespace annals::query {

// An id or a name, or words to search for: 1 to limits::kEntityNameBytes, without control characters.
absl::Status CheckName(absl::string_view field, absl::string_view name);

// 0 is the default, more than the largest is the largest. A negative one is an error.
absl::StatusOr<size_t> CheckSize(absl::string_view field, int32_t size, int32_t default_size,
                                 int32_t largest);

// 0 is the default; a negative one, or one above the largest, is an error.
absl::StatusOr<int> CheckCount(absl::string_view field, int32_t count, int32_t default_count,
                               int32_t largest);

// Enumerators of this build, none of them the unspecified one; empty: none are asked for.
absl::StatusOr<std::bitset<256>> CheckEnums(absl::string_view field,
                                            const google::protobuf::RepeatedField<int>& values,
                                            bool (*is_valid)(int));
// One, which may be the unspecified one.
absl::Status CheckEnum(absl::string_view field, int value, bool (*is_valid)(int));

// Fields are named "filter.types[1]", "filter.time.start".
absl::StatusOr<EventSelection> CheckFilter(const v1::EventFilter& filter);
// With EventSelection::true_on.
absl::StatusOr<EventSelection> CheckFilter(const v1::EventFilter& filter, const v1::AsOf& as_of);

// First and last day; `field` names the window.
struct CheckedWindow {
  std::optional<DayNumber> first;
  std::optional<DayNumber> last;
};
absl::StatusOr<CheckedWindow> CheckWindow(absl::string_view field, const v1::DayWindow& window);

// Empty for the unspecified one.
std::optional<BucketWidth> BucketWidthOf(v1::TimelineBucket bucket);

// The parts of AsOf: what was known, and the day on which it is to have been true.
absl::StatusOr<Past> CheckPast(const v1::AsOf& as_of);
absl::StatusOr<std::optional<DayNumber>> CheckTrueOn(const v1::AsOf& as_of);
absl::Status CheckAsOf(const v1::AsOf& as_of);

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_REQUEST_CHECKS_H_
