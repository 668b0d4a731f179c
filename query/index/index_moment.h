// The index between two changes: what all views taken then share.
#ifndef ANNALS_QUERY_INDEX_INDEX_MOMENT_H_
#define ANNALS_QUERY_INDEX_INDEX_MOMENT_H_

#include <memory>
#include <utility>

#include "query/index/index_caches.h"
#include "query/index/rows.pb.h"
#include "rocksdb/db.h"

namespace annals::query {

// Immutable; the caches are thread-safe. The store outlives it.
class IndexMoment {
 public:
  // `meta` is the row of the store as it is now; no one writes meanwhile.
  IndexMoment(rocksdb::DB& db, rows::Meta meta, std::shared_ptr<IndexCaches> caches)
      : db_(db), snapshot_(db.GetSnapshot()), meta_(std::move(meta)), caches_(std::move(caches)) {}
  ~IndexMoment() { db_.ReleaseSnapshot(snapshot_); }
  IndexMoment(const IndexMoment&) = delete;
  IndexMoment& operator=(const IndexMoment&) = delete;

  rocksdb::DB& db() const { return db_; }
  const rocksdb::Snapshot* snapshot() const { return snapshot_; }
  const rows::Meta& meta() const { return meta_; }
  const std::shared_ptr<IndexCaches>& caches() const { return caches_; }

 private:
  rocksdb::DB& db_;
  const rocksdb::Snapshot* const snapshot_;
  const rows::Meta meta_;
  const std::shared_ptr<IndexCaches> caches_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_MOMENT_H_
