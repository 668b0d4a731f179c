#include "common/storage/backup_requests.h"

#include <vector>

#include "absl/cleanup/cleanup.h"
#include "common/errors/errors.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"
#include "common/storage/backup_note.h"

namespace annals {
namespace {

v1::Backup ToProto(const Backup& backup) {
  v1::Backup out;
  out.set_id(backup.id);
  out.set_created_seconds(absl::ToUnixSeconds(backup.created));
  out.set_bytes(backup.bytes);
  out.set_revision(ParseBackupNote(backup.note).revision);
  return out;
}

}  // namespace

absl::Status BackupRequests::Create(const v1::CreateBackupRequest& request,
                                    v1::CreateBackupResponse& response) {
  if (directory_.empty()) return NoBackupDirectory();
  if (!making_.TryLock()) return Overloaded("another backup is being made");
  const absl::Cleanup unlock = [this] { making_.Unlock(); };
  ANNALS_ASSIGN_OR_RETURN(const Backup backup, copy_(directory_));
  ANNALS_RETURN_IF_ERROR(PruneBackups(directory_, request.keep()));
  *response.mutable_backup() = ToProto(backup);
  Log(LogLevel::kInfo, "backup made", {{"id", int64_t{backup.id}}, {"bytes", backup.bytes}});
  return absl::OkStatus();
}

absl::Status BackupRequests::List(v1::ListBackupsResponse& response) const {
  if (directory_.empty()) return NoBackupDirectory();
  const absl::StatusOr<std::vector<Backup>> backups = ListBackups(directory_);
  if (absl::IsNotFound(backups.status())) return absl::OkStatus();  // none was made yet
  ANNALS_RETURN_IF_ERROR(backups.status());
  for (const Backup& backup : *backups) *response.add_backups() = ToProto(backup);
  return absl::OkStatus();
}

}  // namespace annals
