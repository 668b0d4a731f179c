#include "extractor/replicated/submission_answer.h"

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"

namespace annals {
namespace {

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

Journal::Outcome FromProto(v1::SubmitOutcome outcome) {
  if (outcome == v1::SUBMIT_OUTCOME_CREATED) return Journal::Outcome::kCreated;
  return outcome == v1::SUBMIT_OUTCOME_REPLACED ? Journal::Outcome::kReplaced : Journal::Outcome::kUnchanged;
}

absl::Status ToStatus(const v1::SubmitError& error) {
  if (!error.field().empty()) return FieldTooLarge(error.field(), error.message());
  v1::ErrorReason reason = v1::ERROR_REASON_UNSPECIFIED;
  v1::ErrorReason_Parse(absl::StrCat("ERROR_REASON_", error.reason()), &reason);
  return MakeError(static_cast<absl::StatusCode>(error.code()), reason, error.message());
}

}  // namespace

v1::SubmitArticlesResponse ToAnswer(const std::string& submission_id,
                                    const absl::StatusOr<Journal::Receipt>& receipt) {
  v1::SubmitArticlesResponse answer;
  answer.set_article_id(submission_id);
  if (!receipt.ok()) {
    answer.mutable_error()->set_code(static_cast<int32_t>(receipt.status().code()));
    answer.mutable_error()->set_reason(ReasonOf(receipt.status()));
    answer.mutable_error()->set_message(std::string(receipt.status().message()));
    answer.mutable_error()->set_field(FieldOf(receipt.status()));
    return answer;
  }
  answer.set_revision(receipt->revision);
  answer.set_outcome(ToProto(receipt->outcome));
  answer.set_event_count(receipt->event_count);
  return answer;
}

absl::StatusOr<Journal::Receipt> FromAnswer(const v1::SubmitArticlesResponse& answer) {
  if (answer.has_error()) return ToStatus(answer.error());
  return Journal::Receipt{answer.revision(), FromProto(answer.outcome()), answer.event_count(), ""};
}

Journal::Receipt ReceiptOf(const v1::JournalEntry& entry) {
  const v1::ArticleExtracted& extracted = entry.article_extracted();
  return {entry.revision(), extracted.replaced() ? Journal::Outcome::kReplaced : Journal::Outcome::kCreated,
          static_cast<uint32_t>(extracted.extraction().events_size()),
          extracted.extraction().lexicon_version()};
}

Journal::Receipt Unchanged(const v1::JournalEntry& head) {
  Journal::Receipt receipt = ReceiptOf(head);
  receipt.outcome = Journal::Outcome::kUnchanged;
  return receipt;
}

}  // namespace annals
