// The raw RocksDB prototype: a row for each entity and event under (entity, day, event), its value the type
// and the others; nothing else is kept.
#include <algorithm>
#include <set>
#include <vector>

#include "rocksdb/db.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/table.h"
#include "tests/bench/query/store.h"

namespace annals::query::bench {
namespace {

constexpr size_t kRowsPerBatch = 200000;

std::string Bytes32(uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
          static_cast<char>(value)};
}

uint32_t Number32(const char* bytes) {
  uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

class PrototypeStore final : public Store {
 public:
  explicit PrototypeStore(const std::string& directory) {
    rocksdb::Options options;
    options.create_if_missing = true;
    options.compression = rocksdb::kZSTD;
    options.OptimizeLevelStyleCompaction();
    rocksdb::BlockBasedTableOptions table;
    table.block_cache = rocksdb::NewLRUCache(128 << 20);
    table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
    options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    rocksdb::DB* db = nullptr;
    Require(rocksdb::DB::Open(options, directory, &db).ok(), "RocksDB opens");
    db_.reset(db);
  }

  void Load(GraphData graph) override {
    std::vector<std::pair<std::string, std::string>> rows;
    BenchArticle article;
    while (graph.Next(article)) {
      for (const BenchReport& report : article.reports) {
        if (report.first) AddRows(report.event, rows);
      }
      if (rows.size() > kRowsPerBatch) Write(rows);
    }
    Write(rows);
    Require(db_->CompactRange({}, nullptr, nullptr).ok(), "RocksDB compacts");
  }

  uint64_t Bytes() override {
    uint64_t bytes = 0;
    db_->GetIntProperty("rocksdb.total-sst-files-size", &bytes);
    return bytes;
  }

  size_t Timeline(uint32_t entity) override {
    size_t rows = 0;
    others_.clear();
    Walk(entity, 0, UINT32_MAX, [&](const rocksdb::Slice& value) {
      TakeOthers(value);
      return ++rows < kTimelineRows;
    });
    return rows;
  }

  size_t WholeTimeline(uint32_t) override { return 0; }

  size_t Hop(uint32_t entity, DayNumber first, DayNumber last) override {
    others_.clear();
    Walk(entity, first, last, [&](const rocksdb::Slice& value) {
      TakeOthers(value);
      return others_.size() < kHopEdges;
    });
    return std::min<size_t>(others_.size(), kHopEdges);
  }

  size_t NamedHop(uint32_t, DayNumber, DayNumber) override { return 0; }
  size_t NamedTwoHops(uint32_t) override { return 0; }

  size_t TwoHops(uint32_t entity) override {
    size_t edges = Neighbours(entity);
    const std::set<uint32_t> neighbours(others_.begin(), others_.end());
    for (uint32_t neighbour : neighbours) {
      if (edges >= kTwoHopEdges) break;
      edges += Neighbours(neighbour);
    }
    return std::min<size_t>(edges, kTwoHopEdges);
  }

 private:
  size_t Neighbours(uint32_t entity) {
    others_.clear();
    Walk(entity, 0, UINT32_MAX, [&](const rocksdb::Slice& value) {
      TakeOthers(value);
      return others_.size() < kFanout;
    });
    if (others_.size() > kFanout) others_.resize(kFanout);
    return others_.size();
  }

  static void AddRows(const BenchEvent& event, std::vector<std::pair<std::string, std::string>>& rows) {
    for (const Participant& self : event.participants) {
      std::string value = {static_cast<char>(event.type),
                           static_cast<char>(event.status << 2 | event.certainty),
                           static_cast<char>(self.role)};
      for (const Participant& other : event.participants) {
        if (other.entity == self.entity) continue;
        value += static_cast<char>(other.role);
        value += Bytes32(other.entity);
      }
      rows.emplace_back(Bytes32(self.entity) + Bytes32(event.first) + Bytes32(event.number),
                        std::move(value));
    }
  }

  void Write(std::vector<std::pair<std::string, std::string>>& rows) {
    std::sort(rows.begin(), rows.end());
    rocksdb::WriteBatch batch;
    for (const auto& [key, value] : rows) batch.Put(key, value);
    rocksdb::WriteOptions options;
    options.disableWAL = true;
    Require(db_->Write(options, &batch).ok(), "RocksDB writes");
    rows.clear();
  }

  // Newest first, until `take` says false.
  template <typename Take>
  void Walk(uint32_t entity, uint32_t first, uint32_t last, const Take& take) {
    const std::string lower = Bytes32(entity) + Bytes32(first);
    const std::string upper = last == UINT32_MAX ? Bytes32(entity + 1) : Bytes32(entity) + Bytes32(last + 1);
    const rocksdb::Slice lower_slice(lower);
    const rocksdb::Slice upper_slice(upper);
    rocksdb::ReadOptions options;
    options.iterate_lower_bound = &lower_slice;
    options.iterate_upper_bound = &upper_slice;
    const std::unique_ptr<rocksdb::Iterator> rows(db_->NewIterator(options));
    for (rows->SeekToLast(); rows->Valid() && take(rows->value()); rows->Prev()) {
    }
  }

  void TakeOthers(const rocksdb::Slice& value) {
    for (size_t at = 4; at + 4 <= value.size(); at += 5) others_.push_back(Number32(value.data() + at));
  }

  std::unique_ptr<rocksdb::DB> db_;
  std::vector<uint32_t> others_;
};

}  // namespace

std::unique_ptr<Store> MakePrototypeStore(const std::string& directory) {
  return std::make_unique<PrototypeStore>(directory);
}

}  // namespace annals::query::bench
