#include "common/storage/backup_note.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace annals {
namespace {

constexpr absl::string_view kOfAnIndex = "index ";

}  // namespace

std::string FormatBackupNote(const BackupNote& note) {
  return absl::StrCat(note.store == BackupNote::Store::kIndex ? kOfAnIndex : "", note.revision);
}

BackupNote ParseBackupNote(absl::string_view text) {
  BackupNote note;
  if (absl::ConsumePrefix(&text, kOfAnIndex)) note.store = BackupNote::Store::kIndex;
  if (!absl::SimpleAtoi(text, &note.revision)) return {};
  return note;
}

}  // namespace annals
