#include "common/storage/backup_note.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(BackupNoteTest, SaysWhichStoreAndHowFar) {
  for (const BackupNote::Store store : {BackupNote::Store::kJournal, BackupNote::Store::kIndex}) {
    for (const uint64_t revision : {uint64_t{0}, uint64_t{17}, ~uint64_t{0}}) {
      const BackupNote note{store, revision};
      EXPECT_EQ(ParseBackupNote(FormatBackupNote(note)), note);
    }
  }
}

TEST(BackupNoteTest, ACopyThatNamesNoStoreIsOneOfAJournal) {
  EXPECT_EQ(ParseBackupNote("17"), (BackupNote{BackupNote::Store::kJournal, 17}));
}

TEST(BackupNoteTest, AnythingElseIsRevisionZero) {
  for (const char* text : {"", "index", "index ", "index x", "one", "-1", "index 18446744073709551616"})
    EXPECT_EQ(ParseBackupNote(text), BackupNote()) << text;
}

}  // namespace
}  // namespace annals
