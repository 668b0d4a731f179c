#include "common/storage/backup.h"

#include <filesystem>
#include <memory>

#include "absl/strings/str_cat.h"
#include "common/status_macros.h"
#include "common/storage/database.h"
#include "rocksdb/db.h"
#include "rocksdb/utilities/backup_engine.h"

namespace annals {
namespace {

namespace fs = std::filesystem;

rocksdb::BackupEngineOptions OptionsFor(const std::string& directory) {
  rocksdb::BackupEngineOptions options(directory);
  options.share_files_with_checksum = true;
  return options;
}

absl::StatusOr<std::unique_ptr<rocksdb::BackupEngine>> OpenForWriting(const std::string& directory) {
  rocksdb::BackupEngine* engine = nullptr;
  std::error_code ignored;  // opening says what is wrong
  fs::create_directories(directory, ignored);
  ANNALS_RETURN_IF_ERROR(
      FromRocksDb(rocksdb::BackupEngine::Open(OptionsFor(directory), rocksdb::Env::Default(), &engine)));
  return absl::WrapUnique(engine);
}

absl::StatusOr<std::unique_ptr<rocksdb::BackupEngineReadOnly>> OpenForReading(const std::string& directory) {
  if (!fs::is_directory(directory))
    return absl::NotFoundError(absl::StrCat("no directory of backups at ", directory));
  rocksdb::BackupEngineReadOnly* engine = nullptr;
  ANNALS_RETURN_IF_ERROR(FromRocksDb(
      rocksdb::BackupEngineReadOnly::Open(OptionsFor(directory), rocksdb::Env::Default(), &engine)));
  return absl::WrapUnique(engine);
}

Backup ToBackup(const rocksdb::BackupInfo& info) {
  return {info.backup_id, absl::FromUnixSeconds(info.timestamp), info.size, info.app_metadata};
}

// `id`, or the latest where it is 0.
absl::StatusOr<rocksdb::BackupInfo> Existing(const rocksdb::BackupEngineReadOnly& engine, uint32_t id) {
  std::vector<rocksdb::BackupInfo> infos;
  engine.GetBackupInfo(&infos);
  if (id == 0 && !infos.empty()) return infos.back();
  for (const rocksdb::BackupInfo& info : infos) {
    if (info.backup_id == id) return info;
  }
  return absl::NotFoundError(id == 0 ? "no backup there" : absl::StrCat("no backup ", id, " there"));
}

}  // namespace

absl::StatusOr<Backup> CreateBackup(rocksdb::DB& database, const std::string& directory,
                                    const std::string& note) {
  ANNALS_ASSIGN_OR_RETURN(const auto engine, OpenForWriting(directory));
  rocksdb::CreateBackupOptions options;
  options.flush_before_backup = true;
  rocksdb::BackupID id = 0;
  ANNALS_RETURN_IF_ERROR(FromRocksDb(engine->CreateNewBackupWithMetadata(options, &database, note, &id)));
  rocksdb::BackupInfo info;
  ANNALS_RETURN_IF_ERROR(FromRocksDb(engine->GetBackupInfo(id, &info)));
  return ToBackup(info);
}

absl::Status PruneBackups(const std::string& directory, uint32_t keep) {
  if (keep == 0) return absl::OkStatus();
  ANNALS_ASSIGN_OR_RETURN(const auto engine, OpenForWriting(directory));
  return FromRocksDb(engine->PurgeOldBackups(keep));
}

absl::StatusOr<std::vector<Backup>> ListBackups(const std::string& directory) {
  ANNALS_ASSIGN_OR_RETURN(const auto engine, OpenForReading(directory));
  std::vector<rocksdb::BackupInfo> infos;
  engine->GetBackupInfo(&infos);
  std::vector<Backup> backups;
  for (const rocksdb::BackupInfo& info : infos) backups.push_back(ToBackup(info));
  return backups;
}

absl::StatusOr<Backup> FindBackup(const std::string& directory, uint32_t id) {
  ANNALS_ASSIGN_OR_RETURN(const auto engine, OpenForReading(directory));
  ANNALS_ASSIGN_OR_RETURN(const rocksdb::BackupInfo info, Existing(*engine, id));
  return ToBackup(info);
}

absl::Status VerifyBackup(const std::string& directory, uint32_t id) {
  ANNALS_ASSIGN_OR_RETURN(const auto engine, OpenForReading(directory));
  ANNALS_ASSIGN_OR_RETURN(const rocksdb::BackupInfo existing, Existing(*engine, id));
  return FromRocksDb(engine->VerifyBackup(existing.backup_id, /*verify_with_checksum=*/true));
}

absl::Status RestoreBackup(const std::string& directory, uint32_t id, const std::string& target) {
  std::error_code error;
  if (fs::exists(target, error) && !fs::is_empty(target, error)) {
    return absl::FailedPreconditionError(absl::StrCat(target, " is not empty"));
  }
  ANNALS_ASSIGN_OR_RETURN(const auto engine, OpenForReading(directory));
  ANNALS_ASSIGN_OR_RETURN(const rocksdb::BackupInfo existing, Existing(*engine, id));
  fs::create_directories(target, error);
  return FromRocksDb(engine->RestoreDBFromBackup(existing.backup_id, target, target));
}

}  // namespace annals
