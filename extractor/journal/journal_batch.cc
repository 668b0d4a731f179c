#include "extractor/journal/journal_batch.h"

#include <utility>

#include "common/errors/errors.h"
#include "common/status_macros.h"

namespace annals {

absl::StatusOr<Journal::Receipt> JournalBatch::Submit(PreparedSubmission& submission) {
  const std::string& id = submission.head.article().id();
  v1::ArticleExtracted& extracted = *submission.entry.mutable_article_extracted();
  ANNALS_ASSIGN_OR_RETURN(const auto before, Find(id));
  if (before && before->article_bytes == submission.article_bytes &&
      before->lexicon_version == extracted.extraction().lexicon_version()) {
    return Journal::Receipt{before->head.revision(), Journal::Outcome::kUnchanged,
                            before->head.event_count()};
  }
  extracted.set_replaced(before.has_value());
  Append(submission.entry);
  submission.head.set_revision(last_revision_);
  PutArticle(submission.head, submission.article_bytes, batch_);
  pending_[id] = Pending{submission.head, submission.article_bytes, extracted.extraction().lexicon_version()};
  return Journal::Receipt{last_revision_, before ? Journal::Outcome::kReplaced : Journal::Outcome::kCreated,
                          submission.head.event_count()};
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
  ANNALS_ASSIGN_OR_RETURN(const v1::JournalEntry entry, rows_.Entry(head->revision()));
  return Pending{*std::move(head), *std::move(article_bytes),
                 entry.article_extracted().extraction().lexicon_version()};
}

void JournalBatch::Append(v1::JournalEntry& entry) {
  entry.set_revision(++last_revision_);
  entry.set_stored_at_micros(absl::ToUnixMicros(now_));
  PutEntry(entry, batch_);
}

}  // namespace annals
