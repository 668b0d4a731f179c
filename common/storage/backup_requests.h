// What an operator asks of a server's copies, whichever store it keeps (AdminService without gRPC).
#ifndef ANNALS_COMMON_STORAGE_BACKUP_REQUESTS_H_
#define ANNALS_COMMON_STORAGE_BACKUP_REQUESTS_H_

#include <functional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "annals/v1/admin_service.pb.h"
#include "common/storage/backup.h"

namespace annals {

// Thread-safe. Statuses: see proto/annals/v1/admin_service.proto.
class BackupRequests {
 public:
  // Makes a copy in that directory, with a BackupNote.
  using Copy = std::function<absl::StatusOr<Backup>(const std::string& directory)>;

  // `directory` may be empty: no copies are made.
  BackupRequests(std::string directory, Copy copy)
      : directory_(std::move(directory)), copy_(std::move(copy)) {}

  absl::Status Create(const v1::CreateBackupRequest& request, v1::CreateBackupResponse& response);
  absl::Status List(v1::ListBackupsResponse& response) const;

 private:
  const std::string directory_;
  const Copy copy_;
  absl::Mutex making_;
};

}  // namespace annals

#endif  // ANNALS_COMMON_STORAGE_BACKUP_REQUESTS_H_
