// Changes to the index that are written together or not at all, and reads that see them before they are.
#ifndef ANNALS_QUERY_INDEX_INDEX_BATCH_H_
#define ANNALS_QUERY_INDEX_INDEX_BATCH_H_

#include <functional>
#include <map>
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
  // `before`: a batch that is being committed, or is not yet; its changes count as stored while LeaveBefore
  // is not called. It outlives that, and is not changed meanwhile.
  explicit IndexBatch(rocksdb::DB& db, const IndexBatch* before = nullptr) : db_(db), before_(before) {}
  IndexBatch(const IndexBatch&) = delete;
  IndexBatch& operator=(const IndexBatch&) = delete;

  // False where there is no such row.
  bool Get(const std::string& key, std::string& value);
  // The same for a message; a row that does not parse is DATA_LOSS.
  bool GetRow(const std::string& key, google::protobuf::MessageLite& row);

  // Calls `row` for each row whose key begins with `prefix`, in order. Of a table that IsScannedByWriters.
  using ScannedRow = std::function<void(absl::string_view key, absl::string_view value)>;
  void Scan(const std::string& prefix, const ScannedRow& row);

  // False where no row's key begins with `prefix`. Looks at all changes: not for every entry.
  bool MayHold(const std::string& prefix);

  void Put(std::string key, std::string value);
  void PutRow(std::string key, const google::protobuf::MessageLite& row);
  void Delete(std::string key);

  // Nothing is read from here on.
  void LeaveBefore() { before_ = nullptr; }

  const absl::Status& status() const { return status_; }

  // Writes all changes in one atomic batch. Not synced: what a power cut takes from the end is followed
  // again. Others may read through this batch meanwhile.
  absl::Status Commit() const;

 private:
  using Rows = std::map<std::string, std::string>;

  void Change(std::string key, std::optional<std::string> value);
  // The change of this batch, or of the one before; null where there is none.
  const std::optional<std::string>* FindChange(const std::string& key) const;
  // Changes the scanned rows as this batch does.
  void ChangeScanned(const std::string& prefix, Rows& rows) const;

  rocksdb::DB& db_;
  const IndexBatch* before_;
  absl::flat_hash_map<std::string, std::optional<std::string>> changes_;  // nullopt: deleted
  std::set<std::string> scanned_;  // those of them that Scan has to find
  absl::Status status_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_BATCH_H_
