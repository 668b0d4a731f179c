#include "extractor/journal/submit_response.h"

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"

namespace annals {
namespace {

Journal::Outcome FromProto(v1::SubmitOutcome outcome) {
  if (outcome == v1::SUBMIT_OUTCOME_CREATED) return Journal::Outcome::kCreated;
  return outcome == v1::SUBMIT_OUTCOME_REPLACED ? Journal::Outcome::kReplaced : Journal::Outcome::kUnchanged;
}

v1::SubmitError ToSubmitError(const absl::Status& status) {
  v1::SubmitError error;
  error.set_code(static_cast<int32_t>(status.code()));
  error.set_reason(ReasonOf(status));
  error.set_message(std::string(status.message()));
  error.set_field(FieldOf(status));
  return error;
}

// A field at fault is one that was too large once it was read: the rest is checked before it is submitted.
absl::Status FromSubmitError(const v1::SubmitError& error) {
  if (!error.field().empty()) return FieldTooLarge(error.field(), error.message());
  v1::ErrorReason reason = v1::ERROR_REASON_UNSPECIFIED;
  v1::ErrorReason_Parse(absl::StrCat("ERROR_REASON_", error.reason()), &reason);
  return MakeError(static_cast<absl::StatusCode>(error.code()), reason, error.message());
}

}  // namespace

v1::SubmitOutcome ToProto(Journal::Outcome outcome) {
  switch (outcome) {
    case Journal::Outcome::kCreated:
      return v1::SUBMIT_OUTCOME_CREATED;
    case Journal::Outcome::kUnchanged:
      return v1::SUBMIT_OUTCOME_UNCHANGED;
    case Journal::Outcome::kReplaced:
      return v1::SUBMIT_OUTCOME_REPLACED;
  }
  return v1::SUBMIT_OUTCOME_UNSPECIFIED;
}

v1::SubmitArticlesResponse ToSubmitResponse(const std::string& id,
                                            const absl::StatusOr<Journal::Receipt>& receipt) {
  v1::SubmitArticlesResponse response;
  response.set_article_id(id);
  if (!receipt.ok()) {
    *response.mutable_error() = ToSubmitError(receipt.status());
    return response;
  }
  response.set_revision(receipt->revision);
  response.set_outcome(ToProto(receipt->outcome));
  response.set_event_count(receipt->event_count);
  return response;
}

absl::StatusOr<Journal::Receipt> FromSubmitResponse(const v1::SubmitArticlesResponse& response) {
  if (response.has_error()) return FromSubmitError(response.error());
  return Journal::Receipt{response.revision(), FromProto(response.outcome()), response.event_count(), ""};
}

}  // namespace annals
