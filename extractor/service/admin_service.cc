#include "extractor/service/admin_service.h"

#include <algorithm>
#include <utility>

#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/server/grpc_status.h"
#include "common/status_macros.h"

namespace annals {

grpc::Status AdminServiceImpl::CreateBackup(grpc::ServerContext* /*context*/,
                                            const v1::CreateBackupRequest* request,
                                            v1::CreateBackupResponse* response) {
  return ToGrpcStatus(backups_.Create(*request, *response));
}

grpc::Status AdminServiceImpl::ListBackups(grpc::ServerContext* /*context*/,
                                           const v1::ListBackupsRequest* /*request*/,
                                           v1::ListBackupsResponse* response) {
  return ToGrpcStatus(backups_.List(*response));
}

grpc::Status AdminServiceImpl::ListSetAsideArticles(grpc::ServerContext* /*context*/,
                                                    const v1::ListSetAsideArticlesRequest* request,
                                                    v1::ListSetAsideArticlesResponse* response) {
  return ToGrpcStatus(ListSetAside(*request, *response));
}

absl::Status AdminServiceImpl::ListSetAside(const v1::ListSetAsideArticlesRequest& request,
                                            v1::ListSetAsideArticlesResponse& response) const {
  if (request.page_size() < 0) return InvalidField("page_size", "is negative");
  if (set_aside_ == nullptr) return absl::OkStatus();
  const int32_t asked = request.page_size() == 0 ? limits::kDefaultArticlePage : request.page_size();
  ANNALS_ASSIGN_OR_RETURN(const uint64_t total, set_aside_->Count());
  ANNALS_ASSIGN_OR_RETURN(auto articles, set_aside_->List(std::min(asked, limits::kMaxArticlePage)));
  response.set_total(total);
  for (v1::SetAsideArticle& article : articles) *response.add_articles() = std::move(article);
  return absl::OkStatus();
}

grpc::Status AdminServiceImpl::RetrySetAsideArticle(grpc::ServerContext* /*context*/,
                                                    const v1::RetrySetAsideArticleRequest* request,
                                                    v1::RetrySetAsideArticleResponse* /*response*/) {
  const std::string& id = request->submission_id();
  return ToGrpcStatus(set_aside_ == nullptr ? ArticleNotFound(id) : set_aside_->Retry(id));
}

}  // namespace annals
