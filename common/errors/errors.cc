#include "common/errors/errors.h"

#include <optional>
#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "common/limits.h"
#include "common/utf8.h"
#include "google/rpc/error_details.pb.h"

namespace annals {
namespace {

constexpr char kTypeUrlPrefix[] = "type.googleapis.com/";
constexpr size_t kQuotedBytes = 80;

// What a client sent, fit for a message: short, and without what a terminal or a log would choke on.
std::string Quoted(absl::string_view text) {
  std::string quoted = "\"";
  size_t offset = 0;
  while (offset < text.size() && offset < kQuotedBytes) {
    Utf8Step step = DecodeUtf8At(text, offset);
    if (step.length == 0 || step.code_point < 0x20 || step.code_point == 0x7F) {
      step = {U'?', 1};
    }
    AppendUtf8(step.code_point, quoted);
    offset += step.length;
  }
  return absl::StrCat(quoted, offset < text.size() ? "…\"" : "\"");
}

absl::Status FieldError(v1::ErrorReason reason, absl::string_view field, absl::string_view description) {
  absl::Status status =
      MakeError(absl::StatusCode::kInvalidArgument, reason, absl::StrCat(field, ": ", description));
  google::rpc::BadRequest bad_request;
  google::rpc::BadRequest::FieldViolation& violation = *bad_request.add_field_violations();
  violation.set_field(std::string(field));
  violation.set_description(std::string(description));
  AttachDetail(status, bad_request);
  return status;
}

absl::Status NotFound(v1::ErrorReason reason, absl::string_view what, absl::string_view name) {
  return MakeError(absl::StatusCode::kNotFound, reason, absl::StrCat("no ", what, " ", Quoted(name)));
}

template <typename Message>
std::optional<Message> DetailOf(const absl::Status& status) {
  const auto payload = status.GetPayload(absl::StrCat(kTypeUrlPrefix, Message::descriptor()->full_name()));
  Message message;
  if (!payload || !message.ParseFromString(std::string(*payload))) return std::nullopt;
  return message;
}

}  // namespace

absl::Status MakeError(absl::StatusCode code, v1::ErrorReason reason, absl::string_view message) {
  absl::Status status(code, message.substr(0, limits::kStatusMessageBytes));
  google::rpc::ErrorInfo info;
  info.set_reason(ReasonName(reason));
  info.set_domain(kErrorDomain);
  AttachDetail(status, info);
  return status;
}

absl::Status InvalidField(absl::string_view field, absl::string_view description) {
  return FieldError(v1::ERROR_REASON_INVALID_FIELD, field, description);
}

absl::Status FieldTooLarge(absl::string_view field, size_t bytes, size_t limit) {
  return FieldTooLarge(field, absl::StrCat(bytes, " bytes, the limit is ", limit));
}

absl::Status FieldTooLarge(absl::string_view field, absl::string_view description) {
  return FieldError(v1::ERROR_REASON_TOO_LARGE, field, description);
}

absl::Status InvalidText(absl::string_view field, absl::string_view description) {
  return FieldError(v1::ERROR_REASON_INVALID_TEXT, field, description);
}

absl::Status InvalidPageToken() {
  return FieldError(v1::ERROR_REASON_INVALID_PAGE_TOKEN, "page_token",
                    "not a token that this server made for this request");
}

absl::Status ArticleNotFound(absl::string_view name) {
  return NotFound(v1::ERROR_REASON_ARTICLE_NOT_FOUND, "article", name);
}

absl::Status EntityNotFound(absl::string_view name) {
  return NotFound(v1::ERROR_REASON_ENTITY_NOT_FOUND, "entity", name);
}

absl::Status EventNotFound(absl::string_view name) {
  return NotFound(v1::ERROR_REASON_EVENT_NOT_FOUND, "event", name);
}

absl::Status EntityMerged(absl::string_view id, absl::string_view into) {
  return MakeError(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_ENTITY_MERGED,
                   absl::StrCat(id, " was merged into ", into));
}

absl::Status NameTaken(absl::string_view name, absl::string_view id) {
  return MakeError(absl::StatusCode::kAlreadyExists, v1::ERROR_REASON_NAME_TAKEN,
                   absl::StrCat(name, " is a name of the taught entity ", id));
}

absl::Status LimitReached(absl::string_view what) {
  return MakeError(absl::StatusCode::kResourceExhausted, v1::ERROR_REASON_LIMIT_REACHED, what);
}

absl::Status RevisionAhead(uint64_t revision, uint64_t last_revision) {
  return MakeError(absl::StatusCode::kOutOfRange, v1::ERROR_REASON_REVISION_AHEAD,
                   absl::StrCat("revision ", revision, " lies beyond the journal's end, ", last_revision));
}

absl::Status JournalChanged() {
  return MakeError(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_JOURNAL_CHANGED,
                   "this is another journal than the follower's");
}

absl::Status Overloaded(absl::string_view what) {
  absl::Status status = MakeError(absl::StatusCode::kResourceExhausted, v1::ERROR_REASON_OVERLOADED,
                                  absl::StrCat(what, "; try again"));
  AttachRetryDelay(status, limits::kOverloadedRetry);
  return status;
}

absl::Status Unauthenticated() {
  return MakeError(absl::StatusCode::kUnauthenticated, v1::ERROR_REASON_UNAUTHENTICATED,
                   "no known token: send \"authorization: Bearer TOKEN\"");
}

absl::Status PermissionDenied(absl::string_view needed) {
  return MakeError(absl::StatusCode::kPermissionDenied, v1::ERROR_REASON_PERMISSION_DENIED,
                   absl::StrCat("this method needs a token for ", needed));
}

absl::Status RateLimited(absl::Duration wait) {
  absl::Status status = MakeError(absl::StatusCode::kResourceExhausted, v1::ERROR_REASON_RATE_LIMITED,
                                  "too many calls of this client");
  AttachRetryDelay(status, wait);
  return status;
}

absl::Status NoBackupDirectory() {
  return MakeError(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_NO_BACKUP_DIRECTORY,
                   "the server was started without --backup_dir");
}

absl::Status JournalUnavailable(absl::string_view what) {
  absl::Status status = MakeError(absl::StatusCode::kUnavailable, v1::ERROR_REASON_JOURNAL_UNAVAILABLE,
                                  absl::StrCat("the journal: ", what));
  AttachRetryDelay(status, limits::kOverloadedRetry);
  return status;
}

absl::Status ArticleSetAside() {
  return MakeError(absl::StatusCode::kAborted, v1::ERROR_REASON_ARTICLE_SET_ASIDE,
                   "extractors that began to read the article never came to an end; it is set aside");
}

absl::Status Stopping() {
  absl::Status status =
      MakeError(absl::StatusCode::kUnavailable, v1::ERROR_REASON_STOPPING, "the server is stopping");
  AttachRetryDelay(status, limits::kOverloadedRetry);
  return status;
}

absl::Status StorageError(absl::string_view message) {
  return MakeError(absl::StatusCode::kInternal, v1::ERROR_REASON_STORAGE, message);
}

absl::Status CorruptStorage(absl::string_view message) {
  return MakeError(absl::StatusCode::kDataLoss, v1::ERROR_REASON_STORAGE, message);
}

void AttachDetail(absl::Status& status, const google::protobuf::Message& detail) {
  status.SetPayload(absl::StrCat(kTypeUrlPrefix, detail.GetDescriptor()->full_name()),
                    absl::Cord(detail.SerializeAsString()));
}

void AttachRetryDelay(absl::Status& status, absl::Duration delay) {
  google::rpc::RetryInfo retry;
  const absl::Duration whole = absl::Floor(delay, absl::Seconds(1));
  retry.mutable_retry_delay()->set_seconds(absl::ToInt64Seconds(whole));
  retry.mutable_retry_delay()->set_nanos(static_cast<int32_t>(absl::ToInt64Nanoseconds(delay - whole)));
  AttachDetail(status, retry);
}

std::string ReasonOf(const absl::Status& status) {
  const auto info = DetailOf<google::rpc::ErrorInfo>(status);
  return info ? info->reason() : "";
}

std::string FieldOf(const absl::Status& status) {
  const auto bad_request = DetailOf<google::rpc::BadRequest>(status);
  return bad_request && !bad_request->field_violations().empty() ? bad_request->field_violations(0).field()
                                                                 : "";
}

std::string ReasonName(v1::ErrorReason reason) {
  return std::string(absl::StripPrefix(absl::string_view(v1::ErrorReason_Name(reason)), "ERROR_REASON_"));
}

}  // namespace annals
