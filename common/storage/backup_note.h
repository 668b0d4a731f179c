// What stands beside a copy: which store it is of, and how far that was.
#ifndef ANNALS_COMMON_STORAGE_BACKUP_NOTE_H_
#define ANNALS_COMMON_STORAGE_BACKUP_NOTE_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace annals {

struct BackupNote {
  enum class Store { kJournal, kIndex };
  Store store = Store::kJournal;
  uint64_t revision = 0;  // the copy holds all entries up to it

  friend bool operator==(const BackupNote&, const BackupNote&) = default;
};

// "17" of a journal, "index 17" of an index.
std::string FormatBackupNote(const BackupNote& note);
// Of anything else revision 0 of a journal.
BackupNote ParseBackupNote(absl::string_view text);

}  // namespace annals

#endif  // ANNALS_COMMON_STORAGE_BACKUP_NOTE_H_
