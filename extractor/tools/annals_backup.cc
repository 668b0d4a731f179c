// annals-backup: copies of a journal or an index, made by the running server, looked at and put back by hand.
#include <grpcpp/grpcpp.h>

#include <iostream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "annals/v1/admin_service.grpc.pb.h"
#include "common/program/command_line.h"
#include "common/server/client_channel.h"
#include "common/server/grpc_status.h"
#include "common/status_macros.h"
#include "common/storage/backup.h"
#include "common/storage/backup_note.h"
#include "extractor/journal/journal.h"

ABSL_FLAG(std::string, extractor, "127.0.0.1:50051", "HOST:PORT of the running extractor, for create");
ABSL_FLAG(std::string, query, "",
          "HOST:PORT of a running annals-query, for create: a copy of its index, not of a journal");
ABSL_FLAG(uint32_t, keep, 0, "create: delete all but the latest so many copies; 0: keep all");
ABSL_FLAG(std::string, backup_dir, "", "directory of the copies, for list, verify and restore");
ABSL_FLAG(uint32_t, id, 0, "which copy, for verify and restore; 0: the latest");
ABSL_FLAG(std::string, data_dir, "", "restore: the empty directory that becomes the server's --data_dir");

namespace annals {
namespace {

constexpr char kUsage[] =
    "annals-backup create --extractor=HOST:PORT|--query=HOST:PORT [--keep=N]\n"
    "annals-backup list --backup_dir=DIR\n"
    "annals-backup verify --backup_dir=DIR [--id=N]\n"
    "annals-backup restore --backup_dir=DIR [--id=N] --data_dir=EMPTY_DIR\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage.";

// One line each, for people and for cut(1).
void Print(uint32_t id, absl::Time created, uint64_t bytes, uint64_t revision) {
  std::cout << id << '\t' << absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", created, absl::UTCTimeZone()) << '\t'
            << bytes << " bytes\trevision " << revision << '\n';
}

std::string Server() {
  const std::string query = absl::GetFlag(FLAGS_query);
  return query.empty() ? absl::GetFlag(FLAGS_extractor) : query;
}

absl::Status Create() {
  ANNALS_ASSIGN_OR_RETURN(const auto channel, MakeClientChannel(Server(), ClientOptionsFromFlags()));
  grpc::ClientContext context;
  v1::CreateBackupRequest request;
  v1::CreateBackupResponse response;
  request.set_keep(absl::GetFlag(FLAGS_keep));
  ANNALS_RETURN_IF_ERROR(
      FromGrpcStatus(v1::AdminService::NewStub(channel)->CreateBackup(&context, request, &response)));
  const v1::Backup& made = response.backup();
  Print(made.id(), absl::FromUnixSeconds(made.created_seconds()), made.bytes(), made.revision());
  return absl::OkStatus();
}

absl::Status List() {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<Backup> backups, ListBackups(absl::GetFlag(FLAGS_backup_dir)));
  for (const Backup& backup : backups)
    Print(backup.id, backup.created, backup.bytes, ParseBackupNote(backup.note).revision);
  return absl::OkStatus();
}

absl::Status Verify() { return VerifyBackup(absl::GetFlag(FLAGS_backup_dir), absl::GetFlag(FLAGS_id)); }

// An index goes on as what it was, a view of its journal so far; a journal becomes another one.
absl::Status Restore() {
  const std::string copies = absl::GetFlag(FLAGS_backup_dir);
  const std::string target = absl::GetFlag(FLAGS_data_dir);
  ANNALS_ASSIGN_OR_RETURN(const Backup copy, FindBackup(copies, absl::GetFlag(FLAGS_id)));
  if (ParseBackupNote(copy.note).store == BackupNote::Store::kJournal)
    return RestoreJournal(copies, copy.id, target);
  ANNALS_RETURN_IF_ERROR(VerifyBackup(copies, copy.id));
  return RestoreBackup(copies, copy.id, target);
}

bool IsUsage(const std::vector<std::string>& words) {
  if (words.size() != 1) return false;
  if (words[0] == "create") return true;
  if (absl::GetFlag(FLAGS_backup_dir).empty()) return false;
  return words[0] == "list" || words[0] == "verify" ||
         (words[0] == "restore" && !absl::GetFlag(FLAGS_data_dir).empty());
}

absl::Status Run(const std::string& command) {
  if (command == "create") return Create();
  if (command == "list") return List();
  return command == "verify" ? Verify() : Restore();
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  const std::vector<std::string> words = annals::ParseCommandLine(argc, argv, annals::kUsage);
  if (!annals::IsUsage(words)) {
    std::cerr << annals::kUsage << '\n';
    return annals::kExitUsage;
  }
  const absl::Status status = annals::Run(words[0]);
  if (!status.ok()) std::cerr << "annals-backup: " << status.message() << '\n';
  return annals::ExitStatus(status);
}
