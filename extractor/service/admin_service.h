// annals.v1.AdminService: copies of the journal.
#ifndef ANNALS_EXTRACTOR_SERVICE_ADMIN_SERVICE_H_
#define ANNALS_EXTRACTOR_SERVICE_ADMIN_SERVICE_H_

#include <string>
#include <utility>

#include "absl/synchronization/mutex.h"
#include "annals/v1/admin_service.grpc.pb.h"
#include "extractor/journal/journal.h"

namespace annals {

// Thread-safe. Statuses: see proto/annals/v1/admin_service.proto.
class AdminServiceImpl final : public v1::AdminService::Service {
 public:
  // The journal outlives the service. `backup_directory` may be empty: no copies are made.
  AdminServiceImpl(Journal& journal, std::string backup_directory)
      : journal_(journal), directory_(std::move(backup_directory)) {}

  grpc::Status CreateBackup(grpc::ServerContext* context, const v1::CreateBackupRequest* request,
                            v1::CreateBackupResponse* response) override;
  grpc::Status ListBackups(grpc::ServerContext* context, const v1::ListBackupsRequest* request,
                           v1::ListBackupsResponse* response) override;

 private:
  absl::Status Create(const v1::CreateBackupRequest& request, v1::CreateBackupResponse& response);
  absl::Status List(v1::ListBackupsResponse& response) const;

  Journal& journal_;
  const std::string directory_;
  absl::Mutex making_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_ADMIN_SERVICE_H_
