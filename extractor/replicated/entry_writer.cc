#include "extractor/replicated/entry_writer.h"

#include <utility>

#include "annals/v1/article_queue.pb.h"
#include "common/errors/errors.h"
#include "common/log/stream_log.h"
#include "common/log/stream_names.h"
#include "common/status_macros.h"
#include "extractor/journal/article_content.h"
#include "extractor/replicated/entry_receipt.h"

namespace annals {
namespace {

// Whether the article holds just what was read.
bool IsSame(const v1::JournalEntry& head, const v1::JournalEntry& reading, bool read_again) {
  if (!head.has_article_extracted() || head.origin().article_hash() != reading.origin().article_hash())
    return false;
  const v1::Extraction& before = head.article_extracted().extraction();
  const v1::Extraction& now = reading.article_extracted().extraction();
  if (!read_again && before.lexicon_version() == now.lexicon_version()) return true;
  return ContentOf(before) == ContentOf(now);
}

}  // namespace

absl::StatusOr<std::optional<v1::JournalEntry>> EntryWriter::FindHead(const std::string& article_id) const {
  ANNALS_ASSIGN_OR_RETURN(const auto message, connection_.LastOf(kEntriesStream, EntrySubject(article_id)));
  if (!message) return std::nullopt;
  ANNALS_ASSIGN_OR_RETURN(v1::JournalEntry entry, ToEntry(*message));
  return entry;
}

absl::StatusOr<Journal::Receipt> EntryWriter::WriteReading(
    v1::JournalEntry reading, const std::optional<Journal::Reading>& replaces) const {
  const std::string& article_id = reading.article_extracted().article().id();
  while (true) {
    ANNALS_ASSIGN_OR_RETURN(const auto head, FindHead(article_id));
    if (head) {
      ANNALS_ASSIGN_OR_RETURN(const auto decided, Decide(*head, reading, replaces));
      if (decided) return *decided;
    } else if (replaces) {
      return absl::AbortedError("the article was changed meanwhile");
    }
    reading.mutable_article_extracted()->set_replaced(head && head->has_article_extracted());
    const auto receipt = Publish(EntrySubject(article_id), reading, head ? head->revision() : 0);
    if (absl::IsAborted(receipt.status())) continue;
    ANNALS_RETURN_IF_ERROR(receipt.status());
    reading.set_revision(receipt->sequence);
    return ReceiptOf(reading);
  }
}

// What the head decides; nothing: the reading is to be written after it.
absl::StatusOr<std::optional<Journal::Receipt>> EntryWriter::Decide(
    const v1::JournalEntry& head, const v1::JournalEntry& reading,
    const std::optional<Journal::Reading>& replaces) const {
  if (head.origin().submission_id() == reading.origin().submission_id()) return ReceiptOf(head);
  if (replaces) {
    if (!head.has_article_extracted() || head.revision() != replaces->revision)
      return absl::AbortedError("the article was changed meanwhile");
  } else {
    ANNALS_ASSIGN_OR_RETURN(const bool overtaken, IsOvertaken(reading, head));
    if (overtaken) return Unchanged(head);
  }
  if (IsSame(head, reading, replaces.has_value())) return Unchanged(head);
  return std::nullopt;
}

// Whether the head's article was submitted later. Its number tells, unless the stream of articles has lost
// its end and counts anew: then another article stands at its place.
absl::StatusOr<bool> EntryWriter::IsOvertaken(const v1::JournalEntry& reading,
                                              const v1::JournalEntry& head) const {
  const v1::EntryOrigin& origin = head.origin();
  if (origin.article_sequence() < reading.origin().article_sequence()) return false;
  ANNALS_ASSIGN_OR_RETURN(const auto message, connection_.Get(kArticlesStream, origin.article_sequence()));
  v1::QueuedArticle queued;
  if (!message || !queued.ParseFromString(message->data)) return false;
  if (queued.article().id() != reading.article_extracted().article().id()) return false;
  return origin.article_hash().empty() || origin.article_hash() == OriginOf(queued.article()).article_hash();
}

absl::StatusOr<uint64_t> EntryWriter::WriteRetraction(const std::string& article_id,
                                                      const std::string& submission_id) const {
  while (true) {
    ANNALS_ASSIGN_OR_RETURN(const auto head, FindHead(article_id));
    if (head && head->origin().submission_id() == submission_id) return head->revision();
    if (!head || !head->has_article_extracted()) return ArticleNotFound(article_id);
    v1::JournalEntry entry;
    entry.mutable_article_retracted()->set_article_id(article_id);
    entry.mutable_origin()->set_submission_id(submission_id);
    entry.mutable_origin()->set_article_sequence(head->origin().article_sequence());
    const auto receipt = Publish(EntrySubject(article_id), entry, head->revision());
    if (absl::IsAborted(receipt.status())) continue;
    ANNALS_RETURN_IF_ERROR(receipt.status());
    return receipt->sequence;
  }
}

absl::StatusOr<uint64_t> EntryWriter::WriteLesson(v1::JournalEntry lesson, uint64_t after) const {
  ANNALS_ASSIGN_OR_RETURN(const JetStream::Receipt receipt, Publish(kTaughtSubject, lesson, after));
  return receipt.sequence;
}

absl::StatusOr<JetStream::Receipt> EntryWriter::Publish(const std::string& subject, v1::JournalEntry& entry,
                                                        uint64_t after) const {
  entry.clear_revision();
  entry.set_stored_at_micros(absl::ToUnixMicros(clock_.Now()));
  auto receipt = connection_.Publish({.subject = subject,
                                      .message_id = entry.origin().submission_id(),
                                      .data = entry.SerializeAsString(),
                                      .after = after});
  if (absl::IsResourceExhausted(receipt.status())) return JournalUnavailable("the stream of entries is full");
  return receipt;
}

v1::EntryOrigin OriginOf(const v1::Article& article) {
  v1::EntryOrigin origin;
  origin.set_article_hash(Sha256(CanonicalBytes(article)));
  origin.set_text_bytes(static_cast<uint32_t>(article.text().size()));
  return origin;
}

}  // namespace annals
