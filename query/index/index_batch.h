// Changes to the index that are written together or not at all, and reads that see them before they are.
#ifndef ANNALS_QUERY_INDEX_INDEX_BATCH_H_
#define ANNALS_QUERY_INDEX_INDEX_BATCH_H_

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"
#include "rocksdb/db.h"

namespace annals::query {

// For one thread. After a failure `status` says what failed, reads find nothing and Commit writes nothing:
// callers need to look once, at the end.
class IndexBatch {
 public:
  explicit IndexBatch(rocksdb::DB& db) : db_(db) {}
  IndexBatch(const IndexBatch&) = delete;
  IndexBatch& operator=(const IndexBatch&) = delete;

  // False where there is no such row.
  bool Get(const std::string& key, std::string& value);
  // The same for a message; a row that does not parse is DATA_LOSS.
  bool GetRow(const std::string& key, google::protobuf::MessageLite& row);

  // Calls `row` for each row whose key begins with `prefix`, in order. Of a table that IsScannedByWriters.
  using ScannedRow = std::function<void(absl::string_view key, absl::string_view value)>;
  void Scan(const std::string& prefix, const ScannedRow& row);

  void Put(std::string key, std::string value);
  void PutRow(std::string key, const google::protobuf::MessageLite& row);
  void Delete(std::string key);

  const absl::Status& status() const { return status_; }

  // Writes all changes in one atomic batch. Not synced: what a power cut takes from the end is followed
  // again.
  absl::Status Commit();

 private:
  void Change(std::string key, std::optional<std::string> value);

  rocksdb::DB& db_;
  absl::flat_hash_map<std::string, std::optional<std::string>> changes_;  // nullopt: deleted
  std::set<std::string> scanned_;  // those of them that Scan has to find
  absl::Status status_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_BATCH_H_
