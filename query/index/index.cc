#include "query/index/index.h"

#include <random>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "common/status_macros.h"
#include "common/storage/backup_note.h"
#include "common/storage/database.h"
#include "query/index/entry_applier.h"
#include "query/index/index_batch.h"
#include "query/index/index_keys.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/slice_transform.h"
#include "rocksdb/sst_partitioner.h"
#include "rocksdb/table.h"

namespace annals::query {
namespace {

// As those of a Bloom filter: one of a hundred keys that are not there is looked for in vain.
constexpr double kFilterBits = 10;
constexpr int kFirstLevelOfRibbons = 1;

// What goes into filters: of a table that is scanned nothing, of others the whole key.
class LookedUpKeys final : public rocksdb::SliceTransform {
 public:
  const char* Name() const override { return "annals.LookedUpKeys"; }
  rocksdb::Slice Transform(const rocksdb::Slice& key) const override { return key; }
  bool InDomain(const rocksdb::Slice& key) const override { return IsLookedUp(FromSlice(key)); }
};

rocksdb::Options IndexOptions(const DatabaseOptions& database) {
  rocksdb::Options options = RocksDbOptions(database);
  // One writer, whose batches are sorted.
  options.allow_concurrent_memtable_write = false;
  // Most of what the writer looks for is not there yet.
  options.memtable_whole_key_filtering = true;
  options.memtable_prefix_bloom_size_ratio = 0.05;
  // A batch goes in table by table: each finds its place beside the row before.
  options.memtable_insert_with_hint_prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(1));
  // Names, words and ids come again and again: a dictionary a file lets small blocks share them.
  options.bottommost_compression_opts.enabled = true;
  options.bottommost_compression_opts.level = 6;
  options.bottommost_compression_opts.max_dict_bytes = 64 << 10;
  // Put together from samples: as good as a trained one, and files are many.
  options.bottommost_compression_opts.zstd_max_train_bytes = 512 << 10;
  options.bottommost_compression_opts.use_zstd_dict_trainer = false;
  // A table's rows fill files of their own, with a dictionary for them and a small index.
  options.sst_partitioner_factory = rocksdb::NewSstPartitionerFixedPrefixFactory(1);
  // Filters of rows that are looked for by their whole keys only; smaller ones, slower to make, where files
  // stay longer.
  options.prefix_extractor = std::make_shared<LookedUpKeys>();
  auto* table = options.table_factory->GetOptions<rocksdb::BlockBasedTableOptions>();
  table->whole_key_filtering = false;
  table->filter_policy.reset(rocksdb::NewRibbonFilterPolicy(kFilterBits, kFirstLevelOfRibbons));
  // Looked for at every read, in every file; some hundredth of the rows.
  table->metadata_cache_options.unpartitioned_pinning = rocksdb::PinningTier::kAll;
  return options;
}

absl::Status CheckJournal(const rows::Meta& meta, absl::string_view journal_id) {
  if (meta.journal_id().empty() || meta.journal_id() == journal_id) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("the index is a view of journal ", meta.journal_id(), ", not of ", journal_id));
}

}  // namespace

absl::StatusOr<std::unique_ptr<Index>> Index::Open(const std::string& directory, size_t block_cache_bytes) {
  ANNALS_ASSIGN_OR_RETURN(std::shared_ptr<const NameKeys> names, NameKeys::Create());
  ANNALS_ASSIGN_OR_RETURN(std::unique_ptr<rocksdb::DB> db,
                          OpenDatabase(IndexOptions({directory, block_cache_bytes}), directory));
  std::unique_ptr<Index> index(new Index(std::move(db), std::move(names)));
  ANNALS_RETURN_IF_ERROR(index->LoadSecret());
  ANNALS_RETURN_IF_ERROR(index->LoadMeta());
  return index;
}

Index::Index(std::unique_ptr<rocksdb::DB> db, std::shared_ptr<const NameKeys> names)
    : db_(std::move(db)), names_(std::move(names)) {}

Index::~Index() = default;

absl::Status Index::LoadMeta() {
  rows::Meta meta;
  IndexBatch batch(*db_);
  const bool found = batch.GetRow(MetaKey(), meta);
  ANNALS_RETURN_IF_ERROR(batch.status());
  if (found && meta.format() != kIndexFormat) return Clear();
  Publish(std::move(meta), std::make_shared<IndexCaches>());
  return absl::OkStatus();
}

void Index::Publish(rows::Meta meta, std::shared_ptr<IndexCaches> caches) {
  auto moment = std::make_shared<const IndexMoment>(*db_, std::move(meta), std::move(caches));
  absl::MutexLock lock(&now_mutex_);
  now_.swap(moment);
}

std::shared_ptr<const IndexMoment> Index::now() const {
  absl::MutexLock lock(&now_mutex_);
  return now_;
}

absl::Status Index::LoadSecret() {
  IndexBatch batch(*db_);
  if (batch.Get(SecretKey(), secret_)) return absl::OkStatus();
  std::random_device random;
  for (int i = 0; i < 16; ++i) secret_.push_back(static_cast<char>(random()));
  batch.Put(SecretKey(), secret_);
  return batch.Commit();
}

absl::Status Index::Apply(absl::string_view journal_id, const std::vector<v1::JournalEntry>& entries) {
  std::vector<const v1::JournalEntry*> pointers;
  for (const v1::JournalEntry& entry : entries) pointers.push_back(&entry);
  return Apply(journal_id, pointers);
}

absl::Status Index::Apply(absl::string_view journal_id, absl::Span<const v1::JournalEntry* const> entries) {
  absl::MutexLock apply_lock(&apply_mutex_);
  const std::shared_ptr<const IndexMoment> before = now();
  rows::Meta meta = before->meta();
  ANNALS_RETURN_IF_ERROR(CheckJournal(meta, journal_id));
  meta.set_format(kIndexFormat);
  meta.set_journal_id(std::string(journal_id));
  IndexBatch batch(*db_);
  // Until the batch is committed nobody has them.
  RememberedEntities remembered = std::exchange(remembered_, RememberedEntities());
  EntryApplier applier(batch, *names_, meta, remembered);
  for (const v1::JournalEntry* entry : entries) {
    if (entry->revision() <= meta.applied_revision()) continue;
    if (entry->revision() != meta.applied_revision() + 1) {
      return absl::OutOfRangeError(
          absl::StrCat("entry ", entry->revision(), " does not follow revision ", meta.applied_revision()));
    }
    applier.Apply(*entry);
    ANNALS_RETURN_IF_ERROR(batch.status());
  }
  before->caches()->Forget(applier.Finish(), meta.applied_revision());
  ANNALS_RETURN_IF_ERROR(batch.Commit());
  Publish(std::move(meta), before->caches());
  remembered_ = std::move(remembered);
  return absl::OkStatus();
}

absl::Status Index::Clear() {
  absl::MutexLock apply_lock(&apply_mutex_);
  rocksdb::WriteBatch batch;
  // Around the secret.
  const std::string after_secret = PrefixEnd(SecretKey());
  ANNALS_RETURN_IF_ERROR(FromRocksDb(batch.DeleteRange(ToSlice(""), ToSlice(SecretKey()))));
  ANNALS_RETURN_IF_ERROR(FromRocksDb(batch.DeleteRange(ToSlice(after_secret), ToSlice("\xFF"))));
  ANNALS_RETURN_IF_ERROR(FromRocksDb(db_->Write(rocksdb::WriteOptions(), &batch)));
  remembered_ = RememberedEntities();
  Publish(rows::Meta(), std::make_shared<IndexCaches>());
  return absl::OkStatus();
}

JournalPosition Index::position() const {
  const std::shared_ptr<const IndexMoment> moment = now();
  const rows::Meta& meta = moment->meta();
  return {meta.journal_id(), meta.applied_revision(), meta.submission_id(), meta.stored_at_micros()};
}

uint64_t Index::applied_revision() const {
  absl::MutexLock lock(&now_mutex_);
  return now_->meta().applied_revision();
}

bool Index::WaitForRevision(uint64_t revision, absl::Time deadline) const {
  absl::MutexLock lock(&now_mutex_);
  const auto applied = [&]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(now_mutex_) {
    return now_->meta().applied_revision() >= revision;
  };
  return now_mutex_.AwaitWithDeadline(absl::Condition(&applied), deadline);
}

absl::StatusOr<std::unique_ptr<IndexView>> Index::View(const Past& past) const {
  return IndexView::Make(now(), *names_, past);
}

absl::StatusOr<Backup> Index::CreateBackup(const std::string& directory) const {
  return annals::CreateBackup(*db_, directory,
                              FormatBackupNote({BackupNote::Store::kIndex, applied_revision()}));
}

std::vector<StoreFigure> Index::store_figures() const { return FiguresOf(*db_); }

absl::Status Index::ForEachRow(const std::function<void(absl::string_view, absl::string_view)>& row) const {
  rocksdb::ReadOptions all;
  all.total_order_seek = true;
  const std::unique_ptr<rocksdb::Iterator> rows(db_->NewIterator(all));
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    if (FromSlice(rows->key()) == SecretKey()) continue;
    row({rows->key().data(), rows->key().size()}, {rows->value().data(), rows->value().size()});
  }
  return FromRocksDb(rows->status());
}

absl::StatusOr<std::string> Index::Digest() const {
  uint64_t digest = 0;
  ANNALS_RETURN_IF_ERROR(ForEachRow([&](absl::string_view key, absl::string_view value) {
    digest = Fingerprint(absl::StrCat(absl::Hex(digest), " ", key.size(), " ", key, value));
  }));
  return absl::StrFormat("%016x", digest);
}

}  // namespace annals::query
