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
#include "query/index/index_options.h"

namespace annals::query {
namespace {

absl::Status CheckJournal(const rows::Meta& meta, absl::string_view journal_id) {
  if (meta.journal_id().empty() || meta.journal_id() == journal_id) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat("the index is a view of journal ", meta.journal_id(), ", not of ", journal_id));
}

}  // namespace

struct Index::Writing {
  Writing(rocksdb::DB& db, const IndexBatch* before) : batch(db, before) {}

  IndexBatch batch;
  rows::Meta meta;  // as the batch leaves it
  ChangedRows changed;
  std::future<absl::Status> written;  // not valid: that is known
};

absl::StatusOr<std::unique_ptr<Index>> Index::Open(const std::string& directory, size_t cache_bytes) {
  ANNALS_ASSIGN_OR_RETURN(std::shared_ptr<const NameKeys> names, NameKeys::Create());
  ANNALS_ASSIGN_OR_RETURN(
      std::unique_ptr<rocksdb::DB> db,
      OpenDatabase(IndexOptions({directory, PartOf(cache_bytes, kBlockPart)}), directory));
  std::unique_ptr<Index> index(new Index(std::move(db), std::move(names), cache_bytes));
  ANNALS_RETURN_IF_ERROR(index->LoadSecret());
  ANNALS_RETURN_IF_ERROR(index->LoadMeta());
  return index;
}

Index::Index(std::unique_ptr<rocksdb::DB> db, std::shared_ptr<const NameKeys> names, size_t cache_bytes)
    : db_(std::move(db)), names_(std::move(names)), cache_bytes_(cache_bytes) {}

Index::~Index() { Settle().IgnoreError(); }

absl::Status Index::LoadMeta() {
  rows::Meta meta;
  IndexBatch batch(*db_);
  const bool found = batch.GetRow(MetaKey(), meta);
  ANNALS_RETURN_IF_ERROR(batch.status());
  if (found && meta.format() != kIndexFormat) return Clear();
  Publish(std::move(meta), std::make_shared<IndexCaches>(cache_bytes_));
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
  // Nobody goes on meanwhile: by this thread.
  ANNALS_RETURN_IF_ERROR(StartApply(journal_id, entries, std::launch::deferred));
  return FinishWriting();
}

absl::Status Index::ApplyAhead(absl::string_view journal_id,
                               absl::Span<const v1::JournalEntry* const> entries) {
  absl::MutexLock apply_lock(&apply_mutex_);
  return StartApply(journal_id, entries, std::launch::async);
}

absl::Status Index::Settle() {
  absl::MutexLock apply_lock(&apply_mutex_);
  return FinishWriting();
}

absl::Status Index::StartApply(absl::string_view journal_id,
                               absl::Span<const v1::JournalEntry* const> entries, std::launch writing) {
  const std::shared_ptr<const IndexMoment> before = now();
  auto next = std::make_unique<Writing>(*db_, writing_ == nullptr ? nullptr : &writing_->batch);
  next->meta = writing_ == nullptr ? before->meta() : writing_->meta;
  // Until the batch is on its way nobody has them.
  RememberedEntities remembered = std::exchange(remembered_, RememberedEntities());
  ANNALS_RETURN_IF_ERROR(Fill(journal_id, entries, remembered, *next));
  next->batch.LeaveBefore();
  ANNALS_RETURN_IF_ERROR(AwaitWritten());
  remembered_ = std::move(remembered);
  std::unique_ptr<Writing> last = std::exchange(writing_, std::move(next));
  // The last one's many strings are given back there, too.
  writing_->written = std::async(
      writing, [this, now = writing_.get(), last = std::move(last), caches = before->caches()]() mutable {
        const absl::Status written = Write(*now, std::move(caches));
        last.reset();
        return written;
      });
  return absl::OkStatus();
}

absl::Status Index::Fill(absl::string_view journal_id, absl::Span<const v1::JournalEntry* const> entries,
                         RememberedEntities& remembered, Writing& next) const {
  rows::Meta& meta = next.meta;
  ANNALS_RETURN_IF_ERROR(CheckJournal(meta, journal_id));
  meta.set_format(kIndexFormat);
  meta.set_journal_id(std::string(journal_id));
  EntryApplier applier(next.batch, *names_, meta, remembered);
  for (const v1::JournalEntry* entry : entries) {
    if (entry->revision() <= meta.applied_revision()) continue;
    if (entry->revision() != meta.applied_revision() + 1) {
      return absl::OutOfRangeError(
          absl::StrCat("entry ", entry->revision(), " does not follow revision ", meta.applied_revision()));
    }
    applier.Apply(*entry);
    ANNALS_RETURN_IF_ERROR(next.batch.status());
  }
  next.changed = applier.Finish();
  return absl::OkStatus();
}

absl::Status Index::Write(const Writing& next, std::shared_ptr<IndexCaches> caches) {
  caches->Forget(next.changed, next.meta.applied_revision());
  ANNALS_RETURN_IF_ERROR(next.batch.Commit());
  Publish(next.meta, std::move(caches));
  return absl::OkStatus();
}

absl::Status Index::AwaitWritten() {
  if (writing_ == nullptr || !writing_->written.valid()) return absl::OkStatus();
  const absl::Status written = writing_->written.get();
  if (written.ok()) return written;
  writing_.reset();
  remembered_ = RememberedEntities();
  return written;
}

absl::Status Index::FinishWriting() {
  const absl::Status written = AwaitWritten();
  writing_.reset();
  return written;
}

absl::Status Index::Clear() {
  absl::MutexLock apply_lock(&apply_mutex_);
  // What fails to be written would be cleared anyhow.
  FinishWriting().IgnoreError();
  rocksdb::WriteBatch batch;
  // Around the secret.
  const std::string after_secret = PrefixEnd(SecretKey());
  ANNALS_RETURN_IF_ERROR(FromRocksDb(batch.DeleteRange(ToSlice(""), ToSlice(SecretKey()))));
  ANNALS_RETURN_IF_ERROR(FromRocksDb(batch.DeleteRange(ToSlice(after_secret), ToSlice("\xFF"))));
  ANNALS_RETURN_IF_ERROR(FromRocksDb(db_->Write(rocksdb::WriteOptions(), &batch)));
  remembered_ = RememberedEntities();
  Publish(rows::Meta(), std::make_shared<IndexCaches>(cache_bytes_));
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

absl::Status Index::WriteQuickly() { return query::WriteQuickly(*db_); }

absl::Status Index::Pack(std::stop_token stop) {
  ANNALS_RETURN_IF_ERROR(query::WritePacked(*db_));
  return PackRows(*db_, std::move(stop));
}

absl::StatusOr<double> Index::unpacked_share() const { return UnpackedShare(*db_); }

double Index::block_cache_use() const {
  uint64_t used = 0;
  uint64_t capacity = 0;
  const bool known = db_->GetIntProperty(rocksdb::DB::Properties::kBlockCacheUsage, &used) &&
                     db_->GetIntProperty(rocksdb::DB::Properties::kBlockCacheCapacity, &capacity);
  return known && capacity > 0 ? static_cast<double>(used) / static_cast<double>(capacity) : 1;
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
