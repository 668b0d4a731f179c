// Copies of a store that is in use, many in one directory: each holds all, but what two have in common stands
// there once (RocksDB's BackupEngine, checksummed).
#ifndef ANNALS_COMMON_STORAGE_BACKUP_H_
#define ANNALS_COMMON_STORAGE_BACKUP_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace rocksdb {
class DB;
}

namespace annals {

struct Backup {
  uint32_t id = 0;  // ascending, from 1
  absl::Time created;
  uint64_t bytes = 0;
  std::string note;  // what the caller wrote beside it
};

// One at a time in one directory. Every function: INTERNAL where the disk fails, DATA_LOSS where a copy is
// broken.

// On disk when it returns. Holds what was written before the call.
absl::StatusOr<Backup> CreateBackup(rocksdb::DB& database, const std::string& directory,
                                    const std::string& note);
// Deletes all but the latest `keep`; 0 keeps all.
absl::Status PruneBackups(const std::string& directory, uint32_t keep);

// Oldest first. NOT_FOUND: no such directory.
absl::StatusOr<std::vector<Backup>> ListBackups(const std::string& directory);
// `id` 0: the latest. NOT_FOUND: no such copy.
absl::StatusOr<Backup> FindBackup(const std::string& directory, uint32_t id);
// Reads every file and compares its checksum. `id` 0: the latest. NOT_FOUND: no such copy.
absl::Status VerifyBackup(const std::string& directory, uint32_t id);
// Puts it into `target`. FAILED_PRECONDITION: something is there already. NOT_FOUND: as above.
absl::Status RestoreBackup(const std::string& directory, uint32_t id, const std::string& target);

}  // namespace annals

#endif  // ANNALS_COMMON_STORAGE_BACKUP_H_
