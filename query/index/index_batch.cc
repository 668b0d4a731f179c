#include "query/index/index_batch.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "common/errors/errors.h"
#include "common/storage/database.h"
#include "query/index/index_keys.h"
#include "rocksdb/write_batch.h"

namespace annals::query {

bool IndexBatch::Get(const std::string& key, std::string& value) {
  if (!status_.ok()) return false;
  if (const std::optional<std::string>* changed = FindChange(key)) {
    if (*changed) value = **changed;
    return changed->has_value();
  }
  const rocksdb::Status read = db_.Get(rocksdb::ReadOptions(), key, &value);
  if (!read.ok() && !read.IsNotFound()) status_ = FromRocksDb(read);
  return read.ok();
}

const std::optional<std::string>* IndexBatch::FindChange(const std::string& key) const {
  const auto changed = changes_.find(key);
  if (changed != changes_.end()) return &changed->second;
  return before_ == nullptr ? nullptr : before_->FindChange(key);
}

bool IndexBatch::GetRow(const std::string& key, google::protobuf::MessageLite& row) {
  std::string value;
  if (!Get(key, value)) return false;
  if (row.ParseFromString(value)) return true;
  status_ = CorruptStorage("index: a row does not parse");
  return false;
}

void IndexBatch::Scan(const std::string& prefix, const ScannedRow& row) {
  if (!status_.ok()) return;
  Rows rows;
  const std::string after = PrefixEnd(prefix);
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  const rocksdb::Slice upper(after);
  options.iterate_upper_bound = &upper;
  const std::unique_ptr<rocksdb::Iterator> stored(db_.NewIterator(options));
  for (stored->Seek(prefix); stored->Valid(); stored->Next())
    rows.emplace(stored->key().ToString(), stored->value().ToString());
  status_ = FromRocksDb(stored->status());
  if (before_ != nullptr) before_->ChangeScanned(prefix, rows);
  ChangeScanned(prefix, rows);
  for (const auto& [key, value] : rows) row(key, value);
}

bool IndexBatch::MayHold(const std::string& prefix) {
  const auto begins = [&](const auto& change) { return absl::StartsWith(change.first, prefix); };
  for (const IndexBatch* batch : {static_cast<const IndexBatch*>(this), before_}) {
    if (batch != nullptr && std::any_of(batch->changes_.begin(), batch->changes_.end(), begins)) return true;
  }
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  const std::unique_ptr<rocksdb::Iterator> stored(db_.NewIterator(options));
  stored->Seek(prefix);
  if (status_.ok()) status_ = FromRocksDb(stored->status());
  return stored->Valid() && absl::StartsWith(FromSlice(stored->key()), prefix);
}

void IndexBatch::ChangeScanned(const std::string& prefix, Rows& rows) const {
  const std::string after = PrefixEnd(prefix);
  for (auto key = scanned_.lower_bound(prefix); key != scanned_.end() && *key < after; ++key) {
    rows.erase(*key);
    if (const auto& changed = changes_.at(*key)) rows.emplace(*key, *changed);
  }
}

void IndexBatch::Change(std::string key, std::optional<std::string> value) {
  if (IsScannedByWriters(key)) scanned_.insert(key);
  changes_[std::move(key)] = std::move(value);
}

void IndexBatch::Put(std::string key, std::string value) { Change(std::move(key), std::move(value)); }

void IndexBatch::PutRow(std::string key, const google::protobuf::MessageLite& row) {
  Put(std::move(key), row.SerializeAsString());
}

void IndexBatch::Delete(std::string key) { Change(std::move(key), std::nullopt); }

// In order of the keys: RocksDB then finds the place of each beside the one before.
absl::Status IndexBatch::Commit() const {
  if (!status_.ok()) return status_;
  std::vector<std::pair<absl::string_view, const std::optional<std::string>*>> sorted;
  sorted.reserve(changes_.size());
  for (const auto& [key, value] : changes_) sorted.emplace_back(key, &value);
  std::sort(sorted.begin(), sorted.end());
  rocksdb::WriteBatch batch;
  for (const auto& [key, value] : sorted) {
    const rocksdb::Status added =
        *value ? batch.Put(ToSlice(key), ToSlice(**value)) : batch.Delete(ToSlice(key));
    if (!added.ok()) return FromRocksDb(added);
  }
  return FromRocksDb(db_.Write(rocksdb::WriteOptions(), &batch));
}

}  // namespace annals::query
