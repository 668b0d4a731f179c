#include "query/index/index_options.h"

#include <atomic>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/index/index_keys.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/slice_transform.h"
#include "rocksdb/sst_partitioner.h"
#include "rocksdb/table.h"
#include "rocksdb/table_properties.h"

namespace annals::query {
namespace {

// As those of a Bloom filter: one of a hundred keys that are not there is looked for in vain.
constexpr double kFilterBits = 10;
constexpr int kFirstLevelOfRibbons = 1;
// Each merge into the levels below rewrites much of them: the more files at once, the fewer merges.
constexpr char kFilesToMergeQuickly[] = "8";
constexpr char kFilesToMerge[] = "4";
// Less is on its way to its place anyhow.
constexpr uint64_t kLeastBytesToPack = 32 << 20;

// Most reads are of single rows anywhere, and unpack the block around each. Twice as large would take 2 %
// less room.
constexpr size_t kBlockBytes = 4 << 10;

// What goes into filters: of a table that is scanned nothing, of others the whole key.
class LookedUpKeys final : public rocksdb::SliceTransform {
 public:
  const char* Name() const override { return "annals.LookedUpKeys"; }
  rocksdb::Slice Transform(const rocksdb::Slice& key) const override { return key; }
  bool InDomain(const rocksdb::Slice& key) const override { return IsLookedUp(FromSlice(key)); }
};

using Settings = std::unordered_map<std::string, std::string>;

Settings QuickSettings() {
  return {{"bottommost_compression", "kLZ4Compression"},
          {"bottommost_compression_opts", "{enabled=false}"},
          {"level0_file_num_compaction_trigger", kFilesToMergeQuickly}};
}

// Names, words and ids come again and again: a dictionary a file lets small blocks share them. Put together
// from samples it is as good as a trained one, and files are many.
Settings PackedSettings() {
  return {
      {"bottommost_compression", "kZSTD"},
      {"bottommost_compression_opts",
       "{enabled=true;level=6;max_dict_bytes=65536;zstd_max_train_bytes=524288;use_zstd_dict_trainer=false}"},
      {"level0_file_num_compaction_trigger", kFilesToMerge}};
}

absl::Status Set(rocksdb::DB& db, const Settings& settings) { return FromRocksDb(db.SetOptions(settings)); }

}  // namespace

rocksdb::Options IndexOptions(const DatabaseOptions& database) {
  rocksdb::Options options = RocksDbOptions(database);
  options.bottommost_compression = rocksdb::kLZ4Compression;
  options.level0_file_num_compaction_trigger = std::stoi(kFilesToMergeQuickly);
  // What stands above the packed rows stays some tenth of a large index.
  options.max_bytes_for_level_base = 4 * options.write_buffer_size;
  // One writer, whose batches are sorted.
  options.allow_concurrent_memtable_write = false;
  // Most of what the writer looks for is not there yet.
  options.memtable_whole_key_filtering = true;
  options.memtable_prefix_bloom_size_ratio = 0.05;
  // A batch goes in table by table: each finds its place beside the row before.
  options.memtable_insert_with_hint_prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(1));
  // A table's rows fill files of their own, with a dictionary for them and a small index.
  options.sst_partitioner_factory = rocksdb::NewSstPartitionerFixedPrefixFactory(1);
  // Filters of rows that are looked for by their whole keys only; smaller ones, slower to make, where files
  // stay longer.
  options.prefix_extractor = std::make_shared<LookedUpKeys>();
  auto* table = options.table_factory->GetOptions<rocksdb::BlockBasedTableOptions>();
  table->block_size = kBlockBytes;
  table->whole_key_filtering = false;
  table->filter_policy.reset(rocksdb::NewRibbonFilterPolicy(kFilterBits, kFirstLevelOfRibbons));
  // Looked for at every read, in every file; some hundredth of the rows.
  table->metadata_cache_options.unpartitioned_pinning = rocksdb::PinningTier::kAll;
  return options;
}

absl::Status WriteQuickly(rocksdb::DB& db) { return Set(db, QuickSettings()); }

absl::Status WritePacked(rocksdb::DB& db) { return Set(db, PackedSettings()); }

absl::Status PackRows(rocksdb::DB& db, std::stop_token stop) {
  std::atomic<bool> canceled = false;
  const std::stop_callback cancel(std::move(stop), [&] { canceled = true; });
  rocksdb::CompactRangeOptions options;
  options.exclusive_manual_compaction = false;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
  options.canceled = &canceled;
  const rocksdb::Status done = db.CompactRange(options, nullptr, nullptr);
  return canceled && done.IsIncomplete() ? absl::OkStatus() : FromRocksDb(done);
}

absl::StatusOr<double> UnpackedShare(rocksdb::DB& db) {
  rocksdb::TablePropertiesCollection files;
  if (const rocksdb::Status read = db.GetPropertiesOfAllTables(&files); !read.ok()) return FromRocksDb(read);
  uint64_t all = 0;
  uint64_t unpacked = 0;
  for (const auto& [name, file] : files) {
    all += file->data_size;
    if (file->compression_name != "ZSTD") unpacked += file->data_size;
  }
  return all < kLeastBytesToPack ? 0 : static_cast<double>(unpacked) / static_cast<double>(all);
}

}  // namespace annals::query
