// Puts entries into the stream of a replicated journal. Many extractors do so at once: what becomes of a
// change is decided against the last entry of the same article, and holds only if the stream has no later one
// (optimistic concurrency control: Kung and Robinson, 1981); else it is decided anew.
#ifndef ANNALS_EXTRACTOR_REPLICATED_ENTRY_WRITER_H_
#define ANNALS_EXTRACTOR_REPLICATED_ENTRY_WRITER_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "annals/v1/journal.pb.h"
#include "common/clock.h"
#include "common/jetstream/jetstream.h"
#include "extractor/journal/journal.h"

namespace annals {

// Thread-safe. Errors of every method: UNAVAILABLE (JOURNAL_UNAVAILABLE), DATA_LOSS (STORAGE); whoever gets
// UNAVAILABLE may call again with the same submission id, and nothing is done twice.
class EntryWriter {
 public:
  // Both outlive it.
  EntryWriter(JetStream& connection, const Clock& clock) : connection_(connection), clock_(clock) {}

  // The last entry of an article: extracted or retracted; nothing: there is none.
  absl::StatusOr<std::optional<v1::JournalEntry>> FindHead(const std::string& article_id) const;

  // `reading` is an article_extracted with its origin, without revision, time and `replaced`. A version of
  // the article that is already overtaken by a later one is not written: the receipt is the later one's.
  // `replaces`: see Journal::Submission. ABORTED: the article holds another reading.
  absl::StatusOr<Journal::Receipt> WriteReading(v1::JournalEntry reading,
                                                const std::optional<Journal::Reading>& replaces) const;

  // NOT_FOUND (ARTICLE_NOT_FOUND).
  absl::StatusOr<uint64_t> WriteRetraction(const std::string& article_id,
                                           const std::string& submission_id) const;

  // With its origin, after the lesson with that revision. ABORTED: another one came in between.
  absl::StatusOr<uint64_t> WriteLesson(v1::JournalEntry lesson, uint64_t after) const;

 private:
  absl::StatusOr<std::optional<Journal::Receipt>> Decide(
      const v1::JournalEntry& head, const v1::JournalEntry& reading,
      const std::optional<Journal::Reading>& replaces) const;
  absl::StatusOr<bool> IsOvertaken(const v1::JournalEntry& reading, const v1::JournalEntry& head) const;
  absl::StatusOr<JetStream::Receipt> Publish(const std::string& subject, v1::JournalEntry& entry,
                                             uint64_t after) const;

  JetStream& connection_;
  const Clock& clock_;
};

// Of an article as submitted: what EntryOrigin says of it besides the ids.
v1::EntryOrigin OriginOf(const v1::Article& article);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_ENTRY_WRITER_H_
