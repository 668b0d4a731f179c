#include "query/index/index_batch.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/errors/errors.h"
#include "common/storage/database.h"
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

void IndexBatch::Put(std::string key, std::string value) { changes_[std::move(key)] = std::move(value); }

void IndexBatch::PutRow(std::string key, const google::protobuf::MessageLite& row) {
  Put(std::move(key), row.SerializeAsString());
}

void IndexBatch::Delete(std::string key) { changes_[std::move(key)] = std::nullopt; }

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
