// A range of rows under an iterator that is used again for the next range: opening one costs more than many a
// read.
#ifndef ANNALS_QUERY_INDEX_ROW_RANGE_H_
#define ANNALS_QUERY_INDEX_ROW_RANGE_H_

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rocksdb/db.h"

namespace annals::query {

// The rows with lower <= key < upper. RocksDB looks at the bounds anew with each Seek.
class RowRange {
 public:
  RowRange(rocksdb::DB& db, const rocksdb::Snapshot* snapshot) {
    rocksdb::ReadOptions options;
    options.snapshot = snapshot;
    options.total_order_seek = true;
    options.iterate_lower_bound = &lower_slice_;
    options.iterate_upper_bound = &upper_slice_;
    rows_.reset(db.NewIterator(options));
  }
  RowRange(const RowRange&) = delete;
  RowRange& operator=(const RowRange&) = delete;

  // The rows are to be sought then.
  void SetBounds(std::string lower, std::string upper) {
    lower_ = std::move(lower);
    upper_ = std::move(upper);
    lower_slice_ = lower_;
    upper_slice_ = upper_;
  }
  const std::string& lower() const { return lower_; }
  rocksdb::Iterator& rows() const { return *rows_; }

 private:
  std::string lower_;
  std::string upper_;
  rocksdb::Slice lower_slice_;
  rocksdb::Slice upper_slice_;
  std::unique_ptr<rocksdb::Iterator> rows_;
};

// For one thread; outlives what it lends.
class RowRanges {
 public:
  struct GiveBack {
    RowRanges* ranges = nullptr;
    void operator()(RowRange* range) const { ranges->free_.emplace_back(range); }
  };
  using Lent = std::unique_ptr<RowRange, GiveBack>;

  RowRanges(rocksdb::DB& db, const rocksdb::Snapshot* snapshot) : db_(db), snapshot_(snapshot) {}

  Lent Lend(std::string lower, std::string upper) {
    if (free_.empty()) free_.push_back(std::make_unique<RowRange>(db_, snapshot_));
    Lent range(free_.back().release(), GiveBack{this});
    free_.pop_back();
    range->SetBounds(std::move(lower), std::move(upper));
    return range;
  }

 private:
  rocksdb::DB& db_;
  const rocksdb::Snapshot* const snapshot_;
  std::vector<std::unique_ptr<RowRange>> free_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ROW_RANGE_H_
