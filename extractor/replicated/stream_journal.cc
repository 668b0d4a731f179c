#include "extractor/replicated/stream_journal.h"

#include <algorithm>
#include <utility>

#include "annals/v1/article_queue.pb.h"
#include "common/errors/errors.h"
#include "common/jetstream/ordered_reader.h"
#include "common/log/stream_names.h"
#include "common/status_macros.h"
#include "extractor/journal/article_content.h"

namespace annals {
namespace {

// A listing shows all that was stored when it was asked for: a view that follows is there in milliseconds.
constexpr absl::Duration kCatalogWait = absl::Seconds(5);
constexpr absl::Duration kTaughtWait = absl::Seconds(5);

storage::OutboxMark MarkOf(uint64_t revision, absl::Time now) {
  storage::OutboxMark mark;
  mark.set_revision(revision);
  mark.set_stored_at_micros(absl::ToUnixMicros(now));
  return mark;
}

uint64_t RevisionOf(uint64_t revision) { return revision; }
uint64_t RevisionOf(const Journal::Receipt& receipt) { return receipt.revision; }

}  // namespace

template <typename Written, typename Write>
absl::StatusOr<Written> StreamJournal::KeepAndWrite(const v1::JournalEntry& entry, const Write& write) {
  const std::string& id = entry.origin().submission_id();
  storage::OutboxRecord record;
  record.set_submission_id(id);
  record.set_accepted_at_micros(absl::ToUnixMicros(clock_.Now()));
  *record.mutable_entry() = entry;
  ANNALS_RETURN_IF_ERROR(outbox_.Put(record));
  absl::StatusOr<Written> written = write();
  if (!written.ok()) {
    ANNALS_RETURN_IF_ERROR(outbox_.Remove(id));
    return written;
  }
  ANNALS_RETURN_IF_ERROR(outbox_.MarkStored(id, MarkOf(RevisionOf(*written), clock_.Now())));
  return written;
}

absl::StatusOr<Journal::Receipt> StreamJournal::Submit(Submission submission) {
  v1::EntryOrigin origin = OriginOf(submission.article);
  ANNALS_ASSIGN_OR_RETURN(const auto head, writer_.FindHead(submission.article.id()));
  origin.set_submission_id(outbox_.NextSubmissionId());
  if (head) origin.set_article_sequence(head->origin().article_sequence());
  ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry,
                          EntryOf(std::move(submission.article), std::move(submission.extraction)));
  *entry.mutable_origin() = std::move(origin);
  return KeepAndWrite<Receipt>(entry, [&] { return writer_.WriteReading(entry, submission.replaces); });
}

std::vector<absl::StatusOr<Journal::Receipt>> StreamJournal::SubmitAll(std::vector<Submission> submissions) {
  std::vector<absl::StatusOr<Receipt>> receipts;
  for (Submission& submission : submissions) receipts.push_back(Submit(std::move(submission)));
  return receipts;
}

absl::StatusOr<uint64_t> StreamJournal::Retract(const std::string& article_id) {
  v1::JournalEntry entry;
  entry.mutable_article_retracted()->set_article_id(article_id);
  entry.mutable_origin()->set_submission_id(outbox_.NextSubmissionId());
  return KeepAndWrite<uint64_t>(
      entry, [&] { return writer_.WriteRetraction(article_id, entry.origin().submission_id()); });
}

absl::StatusOr<std::optional<Journal::Receipt>> StreamJournal::FindUnchanged(
    const v1::Article& article, absl::string_view lexicon_version) const {
  ANNALS_ASSIGN_OR_RETURN(const auto head, writer_.FindHead(article.id()));
  if (!head || !head->has_article_extracted()) return std::nullopt;
  const v1::Extraction& extraction = head->article_extracted().extraction();
  if (extraction.lexicon_version() != lexicon_version ||
      head->origin().article_hash() != OriginOf(article).article_hash()) {
    return std::nullopt;
  }
  return Receipt{head->revision(), Outcome::kUnchanged, static_cast<uint32_t>(extraction.events_size()),
                 extraction.lexicon_version()};
}

absl::StatusOr<Journal::StoredArticle> StreamJournal::GetArticle(absl::string_view article_id) const {
  ANNALS_ASSIGN_OR_RETURN(auto head, writer_.FindHead(std::string(article_id)));
  if (!head || !head->has_article_extracted()) return ArticleNotFound(article_id);
  ANNALS_ASSIGN_OR_RETURN(const auto message,
                          connection_.Get(kArticlesStream, head->origin().article_sequence()));
  v1::QueuedArticle queued;
  if (!message || !queued.ParseFromString(message->data))
    return CorruptStorage("the text of the article is not in the stream of articles any more");
  return StoredArticle{std::move(*queued.mutable_article()),
                       std::move(*head->mutable_article_extracted()->mutable_extraction()), head->revision()};
}

absl::Status StreamJournal::AwaitCatalog() const {
  ANNALS_ASSIGN_OR_RETURN(const uint64_t last, log_.Refresh());
  if (catalog_.WaitFor(last, kCatalogWait)) return absl::OkStatus();
  return JournalUnavailable("the list of articles is still being built");
}

absl::StatusOr<std::vector<v1::ArticleSummary>> StreamJournal::ListArticles(absl::string_view id_prefix,
                                                                            absl::string_view after_id,
                                                                            size_t limit) const {
  ANNALS_RETURN_IF_ERROR(AwaitCatalog());
  return catalog_.Heads(id_prefix, after_id, limit);
}

absl::StatusOr<uint64_t> StreamJournal::CountArticles(absl::string_view id_prefix,
                                                      absl::string_view after_id) const {
  ANNALS_RETURN_IF_ERROR(AwaitCatalog());
  return catalog_.CountHeads(id_prefix, after_id);
}

absl::StatusOr<uint64_t> StreamJournal::Teach(Lesson lesson) {
  lesson.entry.mutable_origin()->set_submission_id(outbox_.NextSubmissionId());
  return KeepAndWrite<uint64_t>(lesson.entry,
                                [&] { return writer_.WriteLesson(lesson.entry, lesson.after); });
}

absl::StatusOr<std::vector<v1::JournalEntry>> StreamJournal::Taught() const {
  std::vector<v1::JournalEntry> lessons;
  ANNALS_ASSIGN_OR_RETURN(const auto last, connection_.LastOf(kEntriesStream, kTaughtSubject));
  if (!last) return lessons;
  ANNALS_ASSIGN_OR_RETURN(const auto reader, OrderedReader::Open(connection_, {.stream = kEntriesStream,
                                                                               .subject = kTaughtSubject}));
  while (lessons.empty() || lessons.back().revision() < last->sequence) {
    ANNALS_ASSIGN_OR_RETURN(const auto next, reader->Read(kTaughtWait));
    if (!next) return JournalUnavailable("what was taught does not come");
    ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry lesson, ToEntry(next->message));
    lessons.push_back(std::move(lesson));
  }
  return lessons;
}

absl::StatusOr<Backup> StreamJournal::CreateBackup(const std::string& /*directory*/) {
  return NoBackupDirectory();
}

}  // namespace annals
