// The errors of the API as absl::Status: a code, a stable reason (annals.v1.ErrorReason) and details, carried
// as payloads whose type URL is that of the google.rpc message inside. common/server/grpc_status.h turns them
// into gRPC's.
#ifndef ANNALS_COMMON_ERRORS_ERRORS_H_
#define ANNALS_COMMON_ERRORS_ERRORS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "annals/v1/error_reason.pb.h"
#include "google/protobuf/message.h"

namespace annals {

// ErrorInfo.domain of every error of ours.
inline constexpr char kErrorDomain[] = "annals.v1";

// A status with a reason. `code` is not OK.
absl::Status MakeError(absl::StatusCode code, v1::ErrorReason reason, absl::string_view message);

// INVALID_ARGUMENT with BadRequest. `field` is a path from the request message: "article.published_at".
absl::Status InvalidField(absl::string_view field, absl::string_view description);
absl::Status FieldTooLarge(absl::string_view field, size_t bytes, size_t limit);
absl::Status FieldTooLarge(absl::string_view field, absl::string_view description);
absl::Status InvalidText(absl::string_view field, absl::string_view description);
absl::Status InvalidPageToken();

// NOT_FOUND. `name` is what was asked for; a long one is cut.
absl::Status ArticleNotFound(absl::string_view name);
absl::Status EntityNotFound(absl::string_view name);
absl::Status EventNotFound(absl::string_view name);

absl::Status EntityMerged(absl::string_view id, absl::string_view into);  // FAILED_PRECONDITION
absl::Status NameTaken(absl::string_view name, absl::string_view id);     // ALREADY_EXISTS; `id` has it
absl::Status LimitReached(absl::string_view what);                        // RESOURCE_EXHAUSTED, for good
absl::Status RevisionAhead(uint64_t revision, uint64_t last_revision);    // OUT_OF_RANGE
absl::Status JournalChanged();                                            // FAILED_PRECONDITION
absl::Status Overloaded(absl::string_view what);                          // RESOURCE_EXHAUSTED with RetryInfo
absl::Status Unauthenticated();                                           // UNAUTHENTICATED
absl::Status PermissionDenied(absl::string_view needed);                  // PERMISSION_DENIED
absl::Status RateLimited(absl::Duration wait);                            // RESOURCE_EXHAUSTED with RetryInfo
absl::Status NoBackupDirectory();                                         // FAILED_PRECONDITION
absl::Status JournalUnavailable(absl::string_view what);                  // UNAVAILABLE with RetryInfo
absl::Status ArticleSetAside();                                           // ABORTED
absl::Status Stopping();                                                  // UNAVAILABLE with RetryInfo
absl::Status StorageError(absl::string_view message);                     // INTERNAL
absl::Status CorruptStorage(absl::string_view message);                   // DATA_LOSS

// Adds any message as a detail; a second one of the same type replaces the first.
void AttachDetail(absl::Status& status, const google::protobuf::Message& detail);
void AttachRetryDelay(absl::Status& status, absl::Duration delay);

// The reason without its prefix, "" where the status has none: "INVALID_FIELD".
std::string ReasonOf(const absl::Status& status);
// The first field at fault, "" where none is.
std::string FieldOf(const absl::Status& status);
// "INVALID_FIELD" for ERROR_REASON_INVALID_FIELD.
std::string ReasonName(v1::ErrorReason reason);

}  // namespace annals

#endif  // ANNALS_COMMON_ERRORS_ERRORS_H_
