#include "query/service/index_admin_service.h"

#include "common/server/grpc_status.h"

namespace annals::query {

IndexAdminService::IndexAdminService(const Index& index, const std::string& backup_directory)
    : backups_(backup_directory, [&index](const std::string& into) { return index.CreateBackup(into); }) {}

grpc::Status IndexAdminService::CreateBackup(grpc::ServerContext* /*context*/,
                                             const v1::CreateBackupRequest* request,
                                             v1::CreateBackupResponse* response) {
  return ToGrpcStatus(backups_.Create(*request, *response));
}

grpc::Status IndexAdminService::ListBackups(grpc::ServerContext* /*context*/,
                                            const v1::ListBackupsRequest* /*request*/,
                                            v1::ListBackupsResponse* response) {
  return ToGrpcStatus(backups_.List(*response));
}

}  // namespace annals::query
