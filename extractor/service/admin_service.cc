#include "extractor/service/admin_service.h"

#include <algorithm>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/numbers.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/program/structured_log.h"
#include "common/server/grpc_status.h"
#include "common/status_macros.h"

namespace annals {
namespace {

v1::Backup ToProto(const Backup& backup) {
  v1::Backup out;
  out.set_id(backup.id);
  out.set_created_seconds(absl::ToUnixSeconds(backup.created));
  out.set_bytes(backup.bytes);
  uint64_t revision = 0;
  if (absl::SimpleAtoi(backup.note, &revision)) out.set_revision(revision);
  return out;
}

}  // namespace

grpc::Status AdminServiceImpl::CreateBackup(grpc::ServerContext* /*context*/,
                                            const v1::CreateBackupRequest* request,
                                            v1::CreateBackupResponse* response) {
  return ToGrpcStatus(Create(*request, *response));
}

absl::Status AdminServiceImpl::Create(const v1::CreateBackupRequest& request,
                                      v1::CreateBackupResponse& response) {
  if (directory_.empty()) return NoBackupDirectory();
  if (!making_.TryLock()) return Overloaded("another backup is being made");
  const absl::Cleanup unlock = [this] { making_.Unlock(); };
  ANNALS_ASSIGN_OR_RETURN(const Backup backup, journal_.CreateBackup(directory_));
  ANNALS_RETURN_IF_ERROR(PruneBackups(directory_, request.keep()));
  *response.mutable_backup() = ToProto(backup);
  Log(LogLevel::kInfo, "backup made", {{"id", int64_t{backup.id}}, {"bytes", backup.bytes}});
  return absl::OkStatus();
}

grpc::Status AdminServiceImpl::ListBackups(grpc::ServerContext* /*context*/,
                                           const v1::ListBackupsRequest* /*request*/,
                                           v1::ListBackupsResponse* response) {
  return ToGrpcStatus(List(*response));
}

absl::Status AdminServiceImpl::List(v1::ListBackupsResponse& response) const {
  if (directory_.empty()) return NoBackupDirectory();
  const absl::StatusOr<std::vector<Backup>> backups = annals::ListBackups(directory_);
  if (absl::IsNotFound(backups.status())) return absl::OkStatus();  // none was made yet
  ANNALS_RETURN_IF_ERROR(backups.status());
  for (const Backup& backup : *backups) *response.add_backups() = ToProto(backup);
  return absl::OkStatus();
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
