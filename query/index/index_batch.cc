#include "query/index/index_batch.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "common/errors/errors.h"
#include "common/storage/database.h"
#include "query/index/index_keys.h"
#include "rocksdb/write_batch.h"

namespace annals::query {

bool IndexBatch::Get(const std::string& key, std::string& value) {
  if (!status_.ok()) return false;
  if (const auto changed = changes_.find(key); changed != changes_.end()) {
    if (changed->second) value = *changed->second;
    return changed->second.has_value();
  }
  const rocksdb::Status read = db_.Get(rocksdb::ReadOptions(), key, &value);
  if (!read.ok() && !read.IsNotFound()) status_ = FromRocksDb(read);
  return read.ok();
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
  std::map<std::string, std::string> rows;
  const std::string after = PrefixEnd(prefix);
  rocksdb::ReadOptions options;
  options.total_order_seek = true;
  const rocksdb::Slice upper(after);
  options.iterate_upper_bound = &upper;
  const std::unique_ptr<rocksdb::Iterator> stored(db_.NewIterator(options));
  for (stored->Seek(prefix); stored->Valid(); stored->Next())
    rows.emplace(stored->key().ToString(), stored->value().ToString());
  status_ = FromRocksDb(stored->status());
  for (auto key = scanned_.lower_bound(prefix); key != scanned_.end() && *key < after; ++key) {
    rows.erase(*key);
    if (const auto& changed = changes_.at(*key)) rows.emplace(*key, *changed);
  }
  for (const auto& [key, value] : rows) row(key, value);
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
absl::Status IndexBatch::Commit() {
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
