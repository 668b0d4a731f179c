// RocksDB as the index uses it. Rows are written quickly while a journal is caught up with, and packed when
// it is: packing costs four times what writing does, and a bulk of rows would be packed over and over.
#ifndef ANNALS_QUERY_INDEX_INDEX_OPTIONS_H_
#define ANNALS_QUERY_INDEX_INDEX_OPTIONS_H_

#include <stop_token>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/storage/database.h"
#include "rocksdb/db.h"
#include "rocksdb/options.h"

namespace annals::query {

// For writing quickly.
rocksdb::Options IndexOptions(const DatabaseOptions& database);

// Change how an open store writes from here on; it is read and written meanwhile. INTERNAL: the store fails.
absl::Status WriteQuickly(rocksdb::DB& db);
absl::Status WritePacked(rocksdb::DB& db);

// Rewrites all rows packed, without what they replace. Takes some minute a GB; a stop ends it early and
// leaves what is done. DATA_LOSS, INTERNAL: the store fails.
absl::Status PackRows(rocksdb::DB& db, std::stop_token stop);

// Of the bytes on disk, those that are not packed, from 0 to 1; 0 where nearly nothing is on disk.
absl::StatusOr<double> UnpackedShare(rocksdb::DB& db);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_OPTIONS_H_
