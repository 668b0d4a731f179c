// The journal's rows in RocksDB, typed: what is there, and what one synced batch adds.
#ifndef ANNALS_EXTRACTOR_JOURNAL_JOURNAL_ROWS_H_
#define ANNALS_EXTRACTOR_JOURNAL_JOURNAL_ROWS_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "annals/v1/extractor_service.pb.h"
#include "annals/v1/journal.pb.h"
#include "common/log/journal_log.h"
#include "common/storage/backup.h"
#include "common/storage/database.h"
#include "rocksdb/write_batch.h"

namespace annals {

// Reads. Thread-safe. Every method: DATA_LOSS where a row is broken, INTERNAL where the disk is.
class JournalRows {
 public:
  // Made when the journal was.
  struct Identity {
    std::string journal_id;   // 32 hexadecimal digits
    std::string page_secret;  // 16 bytes
  };

  // Opens, and makes an identity where the directory is new. DATA_LOSS: it holds something else than a
  // journal, or one of a newer format. FAILED_PRECONDITION: it is in use.
  static absl::StatusOr<std::unique_ptr<JournalRows>> Open(const DatabaseOptions& options);

  const Identity& identity() const { return identity_; }
  // From now on it is another journal, with the same entries.
  absl::Status RenewIdentity();
  std::vector<StoreFigure> store_figures() const { return FiguresOf(*database_); }
  absl::StatusOr<Backup> CreateBackup(const std::string& directory, const std::string& note) const {
    return annals::CreateBackup(*database_, directory, note);
  }

  // 0: none.
  absl::StatusOr<uint64_t> LastRevision() const;
  absl::StatusOr<v1::JournalEntry> Entry(uint64_t revision) const;
  // Entries after_revision + 1 … last_revision within the budget; DATA_LOSS also where one of them is
  // missing.
  absl::StatusOr<std::vector<v1::JournalEntry>> Entries(uint64_t after_revision, uint64_t last_revision,
                                                        JournalLog::Budget budget) const;

  // Nothing: not stored, or retracted.
  absl::StatusOr<std::optional<v1::ArticleSummary>> Head(absl::string_view article_id) const;
  absl::StatusOr<std::optional<std::string>> ArticleBytes(absl::string_view article_id) const;
  // Head and article of the same moment.
  struct HeadAndArticle {
    v1::ArticleSummary head;
    v1::Article article;
  };
  absl::StatusOr<std::optional<HeadAndArticle>> HeadWithArticle(absl::string_view article_id) const;
  // Heads by id: those that begin with id_prefix and come after after_id, at most `limit`.
  absl::StatusOr<std::vector<v1::ArticleSummary>> Heads(absl::string_view id_prefix,
                                                        absl::string_view after_id, size_t limit) const;

  // How many heads that is.
  absl::StatusOr<uint64_t> CountHeads(absl::string_view id_prefix, absl::string_view after_id) const;
  // The entries to which the taught and the merged rows point, by revision.
  absl::StatusOr<std::vector<v1::JournalEntry>> TaughtEntries() const;

  // On disk when it returns.
  absl::Status WriteSynced(rocksdb::WriteBatch& batch);

 private:
  explicit JournalRows(std::unique_ptr<rocksdb::DB> database) : database_(std::move(database)) {}

  absl::Status LoadIdentity();
  absl::Status CreateIdentity();
  absl::Status CompleteHead(v1::ArticleSummary& head) const;
  absl::Status AddRevisions(const std::string& prefix, std::vector<uint64_t>& revisions) const;
  absl::StatusOr<std::optional<std::string>> Get(const rocksdb::ReadOptions& options,
                                                 const std::string& key) const;

  const std::unique_ptr<rocksdb::DB> database_;
  Identity identity_;
};

// Rows of a batch to be.
void PutEntry(const v1::JournalEntry& entry, rocksdb::WriteBatch& batch);
void PutArticle(const v1::ArticleSummary& head, absl::string_view article_bytes, rocksdb::WriteBatch& batch);
void DeleteArticle(absl::string_view article_id, rocksdb::WriteBatch& batch);
// Of an entry with entity_put or entities_merged: the row that says it is in force.
void PutTaught(const v1::JournalEntry& entry, rocksdb::WriteBatch& batch);
void DeleteTaught(absl::string_view entity_id, rocksdb::WriteBatch& batch);
void DeleteMerged(absl::string_view from_entity_id, rocksdb::WriteBatch& batch);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_JOURNAL_ROWS_H_
