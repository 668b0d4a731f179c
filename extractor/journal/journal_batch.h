// Decides, change by change, what a batch of changes does to the journal: created, replaced, unchanged,
// retracted.
#ifndef ANNALS_EXTRACTOR_JOURNAL_JOURNAL_BATCH_H_
#define ANNALS_EXTRACTOR_JOURNAL_JOURNAL_BATCH_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "annals/v1/extractor_service.pb.h"
#include "annals/v1/journal.pb.h"
#include "extractor/journal/journal.h"
#include "extractor/journal/journal_rows.h"
#include "rocksdb/write_batch.h"

namespace annals {

// A submission, serialized outside the writer's turn.
struct PreparedSubmission {
  v1::ArticleSummary head;    // without its revision
  std::string article_bytes;  // as it is stored: equal bytes are an equal article
  v1::JournalEntry entry;     // without revision, time and `replaced`
  std::optional<Journal::Reading> replaces;
};

// One batch in the making; later changes see the earlier ones. Not thread-safe; `rows` and the submissions
// outlive it, and nobody else writes `rows` meanwhile.
class JournalBatch {
 public:
  JournalBatch(const JournalRows& rows, uint64_t last_revision, absl::Time now)
      : rows_(rows), last_revision_(last_revision), now_(now) {}

  absl::StatusOr<Journal::Receipt> Submit(PreparedSubmission& submission);
  // The revision. NOT_FOUND (ARTICLE_NOT_FOUND).
  absl::StatusOr<uint64_t> Retract(const std::string& article_id);
  // The revision.
  uint64_t Teach(Journal::Lesson& lesson);

  // The last revision once the batch is written.
  uint64_t last_revision() const { return last_revision_; }
  // Empty where nothing changes.
  rocksdb::WriteBatch& rows() { return batch_; }

 private:
  // An article as this batch leaves it; nothing: retracted.
  struct Pending {
    v1::ArticleSummary head;
    std::string article_bytes;
    const v1::Extraction* extraction = nullptr;  // of a submission of this batch; null: it is in the rows
  };

  absl::StatusOr<std::optional<Pending>> Find(const std::string& article_id);
  Journal::Receipt MarkRead(const std::string& lexicon_version, Pending before);
  absl::StatusOr<bool> HoldsSame(const Pending& before, const PreparedSubmission& submission) const;
  absl::StatusOr<std::optional<Pending>> Load(const std::string& article_id) const;
  void Append(v1::JournalEntry& entry);

  const JournalRows& rows_;
  uint64_t last_revision_;
  const absl::Time now_;
  std::map<std::string, std::optional<Pending>> pending_;
  rocksdb::WriteBatch batch_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_JOURNAL_BATCH_H_
