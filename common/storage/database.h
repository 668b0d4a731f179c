// Opening RocksDB the same way for the journal and the index: bounded memory and files, quick recovery,
// nothing silent.
#ifndef ANNALS_COMMON_STORAGE_DATABASE_H_
#define ANNALS_COMMON_STORAGE_DATABASE_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/metrics/store_figure.h"
#include "rocksdb/db.h"
#include "rocksdb/options.h"

namespace annals {

struct DatabaseOptions {
  std::string directory;  // made if it is not there, with its parents
  // Uncompressed blocks in memory. More: fewer disk reads. Less: smaller process.
  size_t block_cache_bytes = 64 << 20;
  // Two of these at most are in memory, and opening replays up to that much log (64 MB takes 2 s). More:
  // larger, fewer files.
  size_t memtable_bytes = 16 << 20;
};

// Options of ours for callers that open with more of their own (merge operators, column families).
rocksdb::Options RocksDbOptions(const DatabaseOptions& options);

// FAILED_PRECONDITION: another process, or this one, has the directory open. DATA_LOSS: what is there is
// broken. INTERNAL: the disk. Writes must be synced by the caller (WriteOptions.sync) where they are
// acknowledged.
absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(const DatabaseOptions& options);
absl::StatusOr<std::unique_ptr<rocksdb::DB>> OpenDatabase(const rocksdb::Options& options,
                                                          absl::string_view directory);

// What the store says of itself, for dashboards. Thread-safe.
std::vector<StoreFigure> FiguresOf(rocksdb::DB& database);

// OK for OK. NotFound is NOT_FOUND without a reason: callers know better what was looked for. Corruption is
// DATA_LOSS; a full disk and everything else INTERNAL (STORAGE).
absl::Status FromRocksDb(const rocksdb::Status& status);

// The smallest string greater than every string that begins with `prefix`; "" where there is none (all 0xFF):
// the upper bound of a prefix scan. Keep it alive while an iterator uses it.
std::string PrefixEnd(absl::string_view prefix);

// Bytes across the border between the two libraries; no copy.
inline rocksdb::Slice ToSlice(absl::string_view bytes) { return {bytes.data(), bytes.size()}; }
inline absl::string_view FromSlice(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

}  // namespace annals

#endif  // ANNALS_COMMON_STORAGE_DATABASE_H_
