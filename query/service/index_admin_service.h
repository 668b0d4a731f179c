// annals.v1.AdminService of the query side: copies of the index.
#ifndef ANNALS_QUERY_SERVICE_INDEX_ADMIN_SERVICE_H_
#define ANNALS_QUERY_SERVICE_INDEX_ADMIN_SERVICE_H_

#include <string>

#include "annals/v1/admin_service.grpc.pb.h"
#include "common/storage/backup_requests.h"
#include "query/index/index.h"

namespace annals::query {

// Thread-safe. Statuses: see proto/annals/v1/admin_service.proto; what is the extractor's own is
// UNIMPLEMENTED.
class IndexAdminService final : public v1::AdminService::Service {
 public:
  // The index outlives the service. `backup_directory` may be empty: no copies are made.
  IndexAdminService(const Index& index, const std::string& backup_directory);

  grpc::Status CreateBackup(grpc::ServerContext* context, const v1::CreateBackupRequest* request,
                            v1::CreateBackupResponse* response) override;
  grpc::Status ListBackups(grpc::ServerContext* context, const v1::ListBackupsRequest* request,
                           v1::ListBackupsResponse* response) override;

 private:
  BackupRequests backups_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_INDEX_ADMIN_SERVICE_H_
