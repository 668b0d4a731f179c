#include "common/storage/database.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/storage/zstd_dictionaries.h"
#include "rocksdb/cache.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/table.h"

namespace annals {
namespace {

rocksdb::BlockBasedTableOptions TableOptions(const DatabaseOptions& options) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(options.block_cache_bytes);
  table.block_size = 16 << 10;
  // Index and filter blocks count against the cache: memory stays bounded however large the store grows.
  table.cache_index_and_filter_blocks = true;
  table.pin_l0_filter_and_index_blocks_in_cache = true;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  table.format_version = 5;
  return table;
}

bool IsLocked(const rocksdb::Status& status) {
  return status.IsIOError() && (absl::StrContains(status.ToString(), "lock hold by current process") ||
                                absl::StrContains(status.ToString(), "While lock file"));
}

absl::Status OpenError(const rocksdb::Status& status, absl::string_view directory) {
  if (IsLocked(status)) {
    return MakeError(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_STORAGE,
                     absl::StrCat(directory, " is in use by another server"));
  }
  absl::Status converted = FromRocksDb(status);
  return MakeError(converted.code(), v1::ERROR_REASON_STORAGE,
                   absl::StrCat("cannot open ", directory, ": ", converted.message()));
}

}  // namespace

rocksdb::Options RocksDbOptions(const DatabaseOptions& options) {
  rocksdb::Options db;
  db.create_if_missing = true;
  db.paranoid_checks = true;
  // A torn last record is a write that nobody was told of; damage before it must not pass as the end of the
  // log.
  db.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  db.write_buffer_size = options.memtable_bytes;
  db.max_write_buffer_number = 2;
  db.max_total_wal_size = 4 * options.memtable_bytes;
  db.max_background_jobs = 2;
  db.max_open_files = 512;
  db.compression = rocksdb::kLZ4Compression;
  db.bottommost_compression = rocksdb::kZSTD;
  db.level_compaction_dynamic_level_bytes = true;
  db.bytes_per_sync = 1 << 20;
  // RocksDB's own log, not ours: enough to look into an accident.
  db.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  db.max_log_file_size = 1 << 20;
  db.keep_log_file_num = 4;
  db.stats_dump_period_sec = 0;
  db.table_factory.reset(rocksdb::NewBlockBasedTableFactory(TableOptions(options)));
  return db;
}

absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(const DatabaseOptions& options) {
  return OpenDatabase(RocksDbOptions(options), options.directory);
}

absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(const rocksdb::Options& options,
                                                          absl::string_view directory) {
  const std::string path(directory);
  if (path.empty()) return absl::InvalidArgumentError("no data directory is given");
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return StorageError(absl::StrCat("cannot make ", path, ": ", error.message()));
  rocksdb::DB* database = nullptr;
  if (const rocksdb::Status status = rocksdb::DB::Open(options, path, &database); !status.ok()) {
    return OpenError(status, path);
  }
  return std::unique_ptr<rocksdb::DB>(database);
}

std::vector<StoreFigure> FiguresOf(rocksdb::DB& database) {
  static constexpr std::pair<const char*, const char*> kProperties[] = {
      {"table_files_bytes", "rocksdb.total-sst-files-size"},
      {"memtables_bytes", "rocksdb.cur-size-all-mem-tables"},
      {"block_cache_bytes", "rocksdb.block-cache-usage"},
      {"block_cache_capacity_bytes", "rocksdb.block-cache-capacity"},
      {"table_readers_bytes", "rocksdb.estimate-table-readers-mem"},
      {"keys", "rocksdb.estimate-num-keys"},
      {"pending_compaction_bytes", "rocksdb.estimate-pending-compaction-bytes"},
      {"running_compactions", "rocksdb.num-running-compactions"},
      {"running_flushes", "rocksdb.num-running-flushes"},
      {"write_stopped", "rocksdb.is-write-stopped"},
      {"background_errors", "rocksdb.background-errors"},
  };
  std::vector<StoreFigure> figures;
  for (const auto& [name, property] : kProperties) {
    uint64_t value = 0;
    if (database.GetIntProperty(property, &value)) figures.push_back({name, static_cast<double>(value)});
  }
  figures.push_back({"dictionaries", static_cast<double>(DictionariesRead())});
  return figures;
}

absl::Status FromRocksDb(const rocksdb::Status& status) {
  if (status.ok()) return absl::OkStatus();
  if (status.IsNotFound()) return absl::NotFoundError(status.ToString());
  if (status.IsCorruption()) return CorruptStorage(status.ToString());
  return StorageError(status.ToString());
}

std::string PrefixEnd(absl::string_view prefix) {
  std::string end(prefix);
  while (!end.empty() && static_cast<unsigned char>(end.back()) == 0xFF) end.pop_back();
  if (!end.empty()) end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
  return end;
}

}  // namespace annals
