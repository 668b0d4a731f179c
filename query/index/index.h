// The query side's view of the journal, in RocksDB: rows, secondary indexes and the revision they show change
// together.
//
// The rows depend on the journal's content alone. An index that was killed and went on, one that took the
// journal in batches of other sizes, and one that was built in one go hold the same keys and values (Digest).
#ifndef ANNALS_QUERY_INDEX_INDEX_H_
#define ANNALS_QUERY_INDEX_INDEX_H_

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "annals/v1/journal.pb.h"
#include "common/metrics/store_figure.h"
#include "common/names/name_keys.h"
#include "common/storage/backup.h"
#include "query/index/index_moment.h"
#include "query/index/index_view.h"
#include "query/index/journal_position.h"
#include "query/index/remembered_entities.h"
#include "query/index/rows.pb.h"
#include "rocksdb/db.h"

namespace annals::query {

// Written into Meta: rows of another format are rebuilt.
inline constexpr uint32_t kIndexFormat = 9;

// Reads from any thread; Apply, ApplyAhead, Settle and Clear from one at a time (they lock).
class Index {
 public:
  // Opens or creates. `cache_bytes`: memory for what is read, as blocks and as rows (index_caches.h). An
  // index of another format comes up empty. FAILED_PRECONDITION: OpenCC's data is missing, or another process
  // has the directory open. DATA_LOSS, INTERNAL: RocksDB cannot open it.
  static absl::StatusOr<std::unique_ptr<Index>> Open(const std::string& directory,
                                                     size_t cache_bytes = 240 << 20);
  ~Index();

  // Applies entries in the order of their revisions, in one atomic batch. Entries already applied are
  // skipped. OUT_OF_RANGE: a gap after the applied revision, or entries out of order; nothing is written.
  // FAILED_PRECONDITION: the index holds another journal's rows; Clear first.
  absl::Status Apply(absl::string_view journal_id, absl::Span<const v1::JournalEntry* const> entries);
  absl::Status Apply(absl::string_view journal_id, const std::vector<v1::JournalEntry>& entries);

  // The same for who has more: it returns while the batch is being written, and views show the entries when
  // it is. What fails then the next of these calls says, and has done nothing; Settle waits for it.
  absl::Status ApplyAhead(absl::string_view journal_id, absl::Span<const v1::JournalEntry* const> entries);
  absl::Status Settle();

  // Forgets everything: as newly created.
  absl::Status Clear();

  // Empty in a new index.
  JournalPosition position() const;
  std::string journal_id() const { return position().journal_id; }
  uint64_t applied_revision() const;

  // 16 random bytes made with the index, for its page tokens; no part of its rows, and kept by Clear.
  const std::string& secret() const { return secret_; }

  // True as soon as `revision` is applied; false at the deadline.
  bool WaitForRevision(uint64_t revision, absl::Time deadline) const;

  // The index as it is now; stays so while the view lives. Views are to be short-lived: they hold old rows on
  // disk. DATA_LOSS, INTERNAL: the store fails.
  absl::StatusOr<std::unique_ptr<IndexView>> View() const { return View(Past()); }
  // The same as it was in the past. OUT_OF_RANGE: its revision is not applied yet.
  absl::StatusOr<std::unique_ptr<IndexView>> View(const Past& past) const;

  // The form of a name under which the index finds it.
  std::string NameKeyOf(absl::string_view name) const { return names_->Key(name); }

  // Copies all, while it is in use, into a directory of copies (common/storage/backup.h). One that is put
  // back goes on from its position: it holds the same rows, and the journal's identity.
  absl::StatusOr<Backup> CreateBackup(const std::string& directory) const;

  // How its rows lie on disk, which says nothing of what they are. A store begins to write quickly; Pack
  // rewrites it in half the room, faster to read, and has it written so from then on. It takes minutes, while
  // all else goes on; a stop ends it early. From any thread. INTERNAL, DATA_LOSS: the store fails.
  absl::Status WriteQuickly();
  absl::Status Pack(std::stop_token stop);
  // Of the bytes on disk, those that are not packed, from 0 to 1.
  absl::StatusOr<double> unpacked_share() const;

  // Of the memory for blocks, what is in use, from 0 to 1.
  double block_cache_use() const;

  // What its store says of itself. Thread-safe.
  std::vector<StoreFigure> store_figures() const;

  // Every row in order of its key, without the secret: for tests of equality.
  absl::Status ForEachRow(
      const std::function<void(absl::string_view key, absl::string_view value)>& row) const;
  // 16 hexadecimal digits over all rows.
  absl::StatusOr<std::string> Digest() const;

 private:
  Index(std::unique_ptr<rocksdb::DB> db, std::shared_ptr<const NameKeys> names, size_t cache_bytes);

  // A batch of entries that is being written, until the next one has need of the place.
  struct Writing;

  absl::Status StartApply(absl::string_view journal_id, absl::Span<const v1::JournalEntry* const> entries,
                          std::launch writing) ABSL_EXCLUSIVE_LOCKS_REQUIRED(apply_mutex_);
  // In turn: into the batch, then onto the disk.
  absl::Status Fill(absl::string_view journal_id, absl::Span<const v1::JournalEntry* const> entries,
                    RememberedEntities& remembered, Writing& next) const;
  absl::Status Write(const Writing& next, std::shared_ptr<IndexCaches> caches);
  // The batch stays, for the next one to read through; or goes.
  absl::Status AwaitWritten() ABSL_EXCLUSIVE_LOCKS_REQUIRED(apply_mutex_);
  absl::Status FinishWriting() ABSL_EXCLUSIVE_LOCKS_REQUIRED(apply_mutex_);

  absl::Status LoadMeta();
  absl::Status LoadSecret();
  // What the store holds now is what views show from here on.
  void Publish(rows::Meta meta, std::shared_ptr<IndexCaches> caches);
  std::shared_ptr<const IndexMoment> now() const;

  std::unique_ptr<rocksdb::DB> db_;
  std::shared_ptr<const NameKeys> names_;
  const size_t cache_bytes_;
  std::string secret_;
  absl::Mutex apply_mutex_;
  RememberedEntities remembered_ ABSL_GUARDED_BY(apply_mutex_);
  std::unique_ptr<Writing> writing_ ABSL_GUARDED_BY(apply_mutex_);
  mutable absl::Mutex now_mutex_;
  std::shared_ptr<const IndexMoment> now_ ABSL_GUARDED_BY(now_mutex_);
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_H_
