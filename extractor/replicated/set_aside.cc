#include "extractor/replicated/set_aside.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/jetstream/ordered_reader.h"
#include "common/log/stream_names.h"
#include "common/status_macros.h"

namespace annals {
namespace {

constexpr absl::Duration kRead = absl::Seconds(5);

absl::StatusOr<v1::SetAsideRecord> Parse(const JetStream::Message& message) {
  v1::SetAsideRecord record;
  if (!record.ParseFromString(message.data)) return CorruptStorage("a broken record of an article set aside");
  return record;
}

// Ids of ours are hexadecimal digits and '-'; anything else is no subject.
bool IsSubmissionId(const std::string& id) {
  return !id.empty() && id.find_first_not_of("0123456789abcdef-") == std::string::npos;
}

}  // namespace

absl::Status SetAside::Put(const v1::QueuedArticle& queued, uint64_t sequence, uint32_t deliveries,
                           const std::string& reason) const {
  v1::SetAsideRecord record;
  *record.mutable_queued() = queued;
  if (queued.first_sequence() == 0) record.mutable_queued()->set_first_sequence(sequence);
  v1::SetAsideArticle& about = *record.mutable_about();
  about.set_submission_id(queued.submission_id());
  *about.mutable_article() = queued.article();
  about.mutable_article()->clear_text();
  about.set_reason(reason);
  about.set_deliveries(deliveries);
  about.set_set_aside_at_micros(absl::ToUnixMicros(clock_.Now()));
  return connection_
      .Publish({.subject = SetAsideSubject(queued.submission_id()),
                .message_id = absl::StrCat(queued.submission_id(), ".", sequence),
                .data = record.SerializeAsString(),
                .after = std::nullopt})
      .status();
}

absl::StatusOr<std::vector<v1::SetAsideArticle>> SetAside::List(size_t limit) const {
  std::vector<v1::SetAsideArticle> articles;
  ANNALS_ASSIGN_OR_RETURN(const uint64_t count, Count());
  if (count == 0) return articles;  // servers keep a reader for some seconds, and no end of them
  ANNALS_ASSIGN_OR_RETURN(
      const auto reader,
      OrderedReader::Open(connection_, {.stream = kSetAsideStream, .subject = kSetAsideSubjects}));
  while (articles.size() < limit && articles.size() < count) {
    ANNALS_ASSIGN_OR_RETURN(const auto next, reader->Read(kRead));
    if (!next) break;  // retried meanwhile
    ANNALS_ASSIGN_OR_RETURN(v1::SetAsideRecord record, Parse(next->message));
    articles.push_back(std::move(*record.mutable_about()));
  }
  return articles;
}

absl::StatusOr<uint64_t> SetAside::Count() const {
  ANNALS_ASSIGN_OR_RETURN(const JetStream::StreamState state, connection_.State(kSetAsideStream));
  return state.messages;
}

absl::Status SetAside::Retry(const std::string& submission_id) const {
  if (!IsSubmissionId(submission_id)) return ArticleNotFound(submission_id);
  ANNALS_ASSIGN_OR_RETURN(const auto message,
                          connection_.LastOf(kSetAsideStream, SetAsideSubject(submission_id)));
  if (!message) return ArticleNotFound(submission_id);
  ANNALS_ASSIGN_OR_RETURN(v1::SetAsideRecord record, Parse(*message));
  record.mutable_queued()->clear_answer_subject();
  record.mutable_queued()->set_repeated(true);
  const auto queued =
      connection_.Publish({.subject = kArticlesSubject,
                           .message_id = absl::StrCat(submission_id, ".retry", message->sequence),
                           .data = record.queued().SerializeAsString(),
                           .after = std::nullopt});
  ANNALS_RETURN_IF_ERROR(queued.status());
  return connection_.Delete(kSetAsideStream, message->sequence);
}

}  // namespace annals
