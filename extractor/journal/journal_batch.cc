#include "extractor/journal/journal_batch.h"

#include <utility>

#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "extractor/journal/article_content.h"

namespace annals {
namespace {

Journal::Receipt ReceiptOf(const v1::ArticleSummary& head, Journal::Outcome outcome) {
  return {head.revision(), outcome, head.event_count(), head.lexicon_version()};
}

}  // namespace

absl::StatusOr<Journal::Receipt> JournalBatch::Submit(PreparedSubmission& submission) {
  const std::string& id = submission.head.article().id();
  v1::ArticleExtracted& extracted = *submission.entry.mutable_article_extracted();
  ANNALS_ASSIGN_OR_RETURN(auto before, Find(id));
  if (submission.replaces &&
      (!before || !(*submission.replaces ==
                    Journal::Reading{before->head.revision(), before->head.lexicon_version()}))) {
    return absl::AbortedError("the article was changed meanwhile");
  }
  if (before && before->article_bytes == submission.article_bytes) {
    ANNALS_ASSIGN_OR_RETURN(const bool same, HoldsSame(*before, submission));
    if (same) return MarkRead(submission.head.lexicon_version(), *std::move(before));
  }
  extracted.set_replaced(before.has_value());
  Append(submission.entry);
  submission.head.set_revision(last_revision_);
  PutArticle(submission.head, submission.article_bytes, batch_);
  pending_[id] = Pending{submission.head, submission.article_bytes, &extracted.extraction()};
  return ReceiptOf(submission.head, before ? Journal::Outcome::kReplaced : Journal::Outcome::kCreated);
}

// Another lexicon that reads the same is noted in the head alone: nothing that a follower knows has changed.
Journal::Receipt JournalBatch::MarkRead(const std::string& lexicon_version, Pending before) {
  if (before.head.lexicon_version() != lexicon_version) {
    before.head.set_lexicon_version(lexicon_version);
    PutArticle(before.head, before.article_bytes, batch_);
  }
  const Journal::Receipt receipt = ReceiptOf(before.head, Journal::Outcome::kUnchanged);
  pending_[before.head.article().id()] = std::move(before);
  return receipt;
}

absl::StatusOr<bool> JournalBatch::HoldsSame(const Pending& before,
                                             const PreparedSubmission& submission) const {
  const v1::Extraction& extraction = submission.entry.article_extracted().extraction();
  // One lexicon reads an article in one way; whoever reads it again for all that wants to know.
  if (!submission.replaces && before.head.lexicon_version() == extraction.lexicon_version()) return true;
  if (before.extraction != nullptr) return ContentOf(*before.extraction) == ContentOf(extraction);
  ANNALS_ASSIGN_OR_RETURN(const v1::JournalEntry entry, rows_.Entry(before.head.revision()));
  return ContentOf(entry.article_extracted().extraction()) == ContentOf(extraction);
}

uint64_t JournalBatch::Teach(Journal::Lesson& lesson) {
  Append(lesson.entry);
  if (lesson.entry.has_entity_deleted()) {
    DeleteTaught(lesson.entry.entity_deleted().entity_id(), batch_);
    for (const std::string& from : lesson.unmerged) DeleteMerged(from, batch_);
  } else {
    PutTaught(lesson.entry, batch_);
  }
  return last_revision_;
}

absl::StatusOr<uint64_t> JournalBatch::Retract(const std::string& article_id) {
  ANNALS_ASSIGN_OR_RETURN(const auto before, Find(article_id));
  if (!before) return ArticleNotFound(article_id);
  v1::JournalEntry entry;
  entry.mutable_article_retracted()->set_article_id(article_id);
  Append(entry);
  DeleteArticle(article_id, batch_);
  pending_[article_id] = std::nullopt;
  return last_revision_;
}

absl::StatusOr<std::optional<JournalBatch::Pending>> JournalBatch::Find(const std::string& article_id) {
  if (const auto found = pending_.find(article_id); found != pending_.end()) return found->second;
  return Load(article_id);
}

absl::StatusOr<std::optional<JournalBatch::Pending>> JournalBatch::Load(const std::string& article_id) const {
  ANNALS_ASSIGN_OR_RETURN(auto head, rows_.Head(article_id));
  if (!head) return std::nullopt;
  ANNALS_ASSIGN_OR_RETURN(auto article_bytes, rows_.ArticleBytes(article_id));
  if (!article_bytes) return CorruptStorage("an article with a head is missing");
  return Pending{*std::move(head), *std::move(article_bytes)};
}

void JournalBatch::Append(v1::JournalEntry& entry) {
  entry.set_revision(++last_revision_);
  entry.set_stored_at_micros(absl::ToUnixMicros(now_));
  PutEntry(entry, batch_);
}

}  // namespace annals
