// annals.v1.AdminService: copies of the journal, and articles that were set aside.
#ifndef ANNALS_EXTRACTOR_SERVICE_ADMIN_SERVICE_H_
#define ANNALS_EXTRACTOR_SERVICE_ADMIN_SERVICE_H_

#include <string>
#include <utility>

#include "annals/v1/admin_service.grpc.pb.h"
#include "common/storage/backup_requests.h"
#include "extractor/journal/journal.h"
#include "extractor/replicated/set_aside.h"

namespace annals {

// Thread-safe. Statuses: see proto/annals/v1/admin_service.proto.
class AdminServiceImpl final : public v1::AdminService::Service {
 public:
  // The journal outlives the service. `backup_directory` may be empty: no copies are made. `set_aside`
  // outlives it too; null: this journal sets nothing aside.
  AdminServiceImpl(Journal& journal, std::string backup_directory, const SetAside* set_aside = nullptr)
      : backups_(std::move(backup_directory),
                 [&journal](const std::string& into) { return journal.CreateBackup(into); }),
        set_aside_(set_aside) {}

  grpc::Status CreateBackup(grpc::ServerContext* context, const v1::CreateBackupRequest* request,
                            v1::CreateBackupResponse* response) override;
  grpc::Status ListBackups(grpc::ServerContext* context, const v1::ListBackupsRequest* request,
                           v1::ListBackupsResponse* response) override;
  grpc::Status ListSetAsideArticles(grpc::ServerContext* context,
                                    const v1::ListSetAsideArticlesRequest* request,
                                    v1::ListSetAsideArticlesResponse* response) override;
  grpc::Status RetrySetAsideArticle(grpc::ServerContext* context,
                                    const v1::RetrySetAsideArticleRequest* request,
                                    v1::RetrySetAsideArticleResponse* response) override;

 private:
  absl::Status ListSetAside(const v1::ListSetAsideArticlesRequest& request,
                            v1::ListSetAsideArticlesResponse& response) const;

  BackupRequests backups_;
  const SetAside* const set_aside_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_ADMIN_SERVICE_H_
