#include "common/storage/backup_requests.h"

#include <gtest/gtest.h>

#include <thread>

#include "absl/synchronization/notification.h"
#include "common/storage/backup_note.h"
#include "common/storage/database.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using absl::StatusCode;

class BackupRequestsTest : public testing::Test {
 protected:
  void SetUp() override {
    auto database = OpenDatabase({.directory = directory_.File("live")});
    ASSERT_THAT(database, IsOk());
    database_ = *std::move(database);
  }

  absl::StatusOr<Backup> Copy(const std::string& into) {
    return CreateBackup(*database_, into, FormatBackupNote({BackupNote::Store::kIndex, ++revision_}));
  }

  const TemporaryDirectory directory_;
  std::unique_ptr<rocksdb::DB> database_;
  uint64_t revision_ = 0;
  v1::CreateBackupResponse made_;
  v1::ListBackupsResponse listed_;
};

TEST_F(BackupRequestsTest, MakesListsAndForgetsCopies) {
  BackupRequests requests(directory_.File("copies"), [&](const std::string& into) { return Copy(into); });
  EXPECT_THAT(requests.List(listed_), IsOk());
  EXPECT_EQ(listed_.backups_size(), 0) << "none was made yet";
  v1::CreateBackupRequest keep_two;
  keep_two.set_keep(2);
  for (uint64_t number = 1; number <= 3; ++number) {
    ASSERT_THAT(requests.Create(keep_two, made_), IsOk());
    EXPECT_EQ(made_.backup().id(), number);
    EXPECT_EQ(made_.backup().revision(), number);
    EXPECT_GT(made_.backup().bytes(), 0u);
  }
  ASSERT_THAT(requests.List(listed_), IsOk());
  ASSERT_EQ(listed_.backups_size(), 2);
  EXPECT_EQ(listed_.backups(0).id(), 2u);
  EXPECT_EQ(listed_.backups(1).DebugString(), made_.backup().DebugString());
}

TEST_F(BackupRequestsTest, WithoutADirectoryThereAreNone) {
  BackupRequests requests("", [&](const std::string& into) { return Copy(into); });
  EXPECT_THAT(requests.Create({}, made_), FailsWith(StatusCode::kFailedPrecondition, "NO_BACKUP_DIRECTORY"));
  EXPECT_THAT(requests.List(listed_), FailsWith(StatusCode::kFailedPrecondition, "NO_BACKUP_DIRECTORY"));
  EXPECT_EQ(revision_, 0u);
}

TEST_F(BackupRequestsTest, OneIsMadeAtATime) {
  absl::Notification begun;
  absl::Notification finish;
  BackupRequests requests(directory_.File("copies"), [&](const std::string& into) {
    begun.Notify();
    finish.WaitForNotification();
    return Copy(into);
  });
  absl::Status first;
  v1::CreateBackupResponse response;
  std::thread making([&] { first = requests.Create({}, response); });
  begun.WaitForNotification();
  EXPECT_THAT(requests.Create({}, made_), FailsWith(StatusCode::kResourceExhausted, "OVERLOADED"));
  finish.Notify();
  making.join();
  EXPECT_THAT(first, IsOk());
}

TEST_F(BackupRequestsTest, ACopyThatFailsIsToldAndTheNextOneIsMade) {
  bool fails = true;
  BackupRequests requests(directory_.File("copies"), [&](const std::string& into) -> absl::StatusOr<Backup> {
    if (std::exchange(fails, false)) return absl::InternalError("the disk");
    return Copy(into);
  });
  EXPECT_EQ(requests.Create({}, made_), absl::InternalError("the disk"));
  EXPECT_THAT(requests.Create({}, made_), IsOk());
}

}  // namespace
}  // namespace annals
