#include "extractor/journal/outbox.h"

#include <algorithm>
#include <random>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "rocksdb/write_batch.h"

namespace annals {
namespace {

constexpr char kRecordTable = 'R';
constexpr char kMarkTable = 'S';
constexpr size_t kMemtableBytes = 8 << 20;
constexpr size_t kCacheBytes = 4 << 20;
constexpr size_t kKeyBytes = 9;

std::string Key(char table, uint64_t number) {
  std::string key(1, table);
  for (int shift = 56; shift >= 0; shift -= 8) key.push_back(static_cast<char>(number >> shift));
  return key;
}

uint64_t NumberOf(absl::string_view key) {
  uint64_t number = 0;
  for (const char byte : key.substr(1)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

// The part behind the extractor's id; 0, which is never given: it is none.
uint64_t NumberOfSubmission(absl::string_view submission_id) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(submission_id, absl::MaxSplits('-', 1));
  uint64_t number = 0;
  return absl::SimpleHexAtoi(parts.second, &number) ? number : 0;
}

rocksdb::WriteOptions Synced() {
  rocksdb::WriteOptions options;
  options.sync = true;
  return options;
}

std::string RandomId() {
  std::random_device device;
  return absl::StrCat(absl::Hex(device(), absl::kZeroPad8), absl::Hex(device(), absl::kZeroPad8));
}

template <typename Message>
absl::StatusOr<Message> Parse(const rocksdb::Slice& bytes) {
  Message message;
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return CorruptStorage("a broken row of the outbox");
  return message;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Outbox>> Outbox::Open(const std::string& directory) {
  ANNALS_ASSIGN_OR_RETURN(auto database, OpenDatabase({.directory = directory,
                                                       .block_cache_bytes = kCacheBytes,
                                                       .memtable_bytes = kMemtableBytes}));
  std::unique_ptr<Outbox> outbox(new Outbox(std::move(database), RandomId()));
  ANNALS_RETURN_IF_ERROR(outbox->LoadLastNumber());
  return outbox;
}

// Rows are numbered on from the last one there is.
absl::Status Outbox::LoadLastNumber() {
  const std::string end(1, kRecordTable + 1);
  const std::unique_ptr<rocksdb::Iterator> rows(database_->NewIterator({}));
  rows->SeekForPrev(end);
  ANNALS_RETURN_IF_ERROR(FromRocksDb(rows->status()));
  if (rows->Valid() && rows->key().size() == kKeyBytes) next_number_ = NumberOf(FromSlice(rows->key())) + 1;
  return absl::OkStatus();
}

std::string Outbox::SubmissionId(uint64_t number) const {
  return absl::StrCat(extractor_id_, "-", absl::Hex(number));
}

absl::Status Outbox::Put(const storage::OutboxRecord& record) {
  return FromRocksDb(database_->Put(Synced(), Key(kRecordTable, NumberOfSubmission(record.submission_id())),
                                    record.SerializeAsString()));
}

absl::Status Outbox::MarkStored(const std::string& submission_id, const storage::OutboxMark& mark) {
  return FromRocksDb(
      database_->Put({}, Key(kMarkTable, NumberOfSubmission(submission_id)), mark.SerializeAsString()));
}

absl::Status Outbox::Remove(const std::string& submission_id) {
  const uint64_t number = NumberOfSubmission(submission_id);
  rocksdb::WriteBatch batch;
  batch.Delete(Key(kRecordTable, number));
  batch.Delete(Key(kMarkTable, number));
  return FromRocksDb(database_->Write({}, &batch));
}

absl::Status Outbox::ForEach(const Visitor& visit) const {
  rocksdb::ManagedSnapshot snapshot(database_.get());
  rocksdb::ReadOptions options;
  options.snapshot = snapshot.snapshot();
  const std::unique_ptr<rocksdb::Iterator> rows(database_->NewIterator(options));
  for (rows->Seek(std::string(1, kRecordTable)); rows->Valid() && rows->key()[0] == kRecordTable;
       rows->Next()) {
    ANNALS_ASSIGN_OR_RETURN(const auto record, Parse<storage::OutboxRecord>(rows->value()));
    std::string bytes;
    const rocksdb::Status read =
        database_->Get(options, Key(kMarkTable, NumberOf(FromSlice(rows->key()))), &bytes);
    std::optional<storage::OutboxMark> mark;
    if (!read.IsNotFound()) {
      ANNALS_RETURN_IF_ERROR(FromRocksDb(read));
      ANNALS_ASSIGN_OR_RETURN(mark, Parse<storage::OutboxMark>(bytes));
    }
    ANNALS_RETURN_IF_ERROR(visit(record, mark));
  }
  return FromRocksDb(rows->status());
}

absl::Status Outbox::Forget(absl::Time when) {
  return ForEach([&](const storage::OutboxRecord& record, const std::optional<storage::OutboxMark>& mark) {
    const int64_t last = std::max(record.accepted_at_micros(), mark ? mark->stored_at_micros() : 0);
    return last < absl::ToUnixMicros(when) ? Remove(record.submission_id()) : absl::OkStatus();
  });
}

}  // namespace annals
