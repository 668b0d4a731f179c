#include "common/storage/backup.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "common/storage/database.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using absl::StatusCode;

class BackupTest : public testing::Test {
 protected:
  void SetUp() override {
    auto database = OpenDatabase({.directory = directory_.File("live")});
    ASSERT_THAT(database, IsOk());
    database_ = *std::move(database);
  }

  void Put(const std::string& key, const std::string& value) {
    ASSERT_TRUE(database_->Put(rocksdb::WriteOptions(), key, value).ok());
  }

  // Key by key, "k=v k=v".
  static std::string Content(const std::string& path) {
    const auto database = OpenDatabase({.directory = path});
    EXPECT_THAT(database, IsOk());
    std::string content;
    const std::unique_ptr<rocksdb::Iterator> rows((*database)->NewIterator({}));
    for (rows->SeekToFirst(); rows->Valid(); rows->Next())
      content += rows->key().ToString() + "=" + rows->value().ToString() + " ";
    return content;
  }

  const TemporaryDirectory directory_;
  const std::string copies_ = directory_.File("copies");
  std::unique_ptr<rocksdb::DB> database_;
};

TEST_F(BackupTest, EachCopyHoldsWhatWasThereThen) {
  Put("a", "1");
  const auto first = CreateBackup(*database_, copies_, "one");
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(first->id, 1);
  EXPECT_EQ(first->note, "one");
  EXPECT_GT(first->bytes, 0);
  Put("a", "2");
  Put("b", "3");
  ASSERT_THAT(CreateBackup(*database_, copies_, "two"), IsOk());
  EXPECT_THAT(RestoreBackup(copies_, 1, directory_.File("first")), IsOk());
  EXPECT_THAT(RestoreBackup(copies_, 0, directory_.File("latest")), IsOk());
  EXPECT_EQ(Content(directory_.File("first")), "a=1 ");
  EXPECT_EQ(Content(directory_.File("latest")), "a=2 b=3 ");
}

TEST_F(BackupTest, OldCopiesGoAndTheOthersStayWhole) {
  for (int i = 0; i < 4; ++i) {
    Put("key" + std::to_string(i), "value");
    ASSERT_THAT(CreateBackup(*database_, copies_, ""), IsOk());
  }
  ASSERT_THAT(PruneBackups(copies_, 2), IsOk());
  const auto left = ListBackups(copies_);
  ASSERT_THAT(left, IsOk());
  ASSERT_EQ(left->size(), 2);
  EXPECT_EQ(left->front().id, 3);
  EXPECT_THAT(VerifyBackup(copies_, 3), IsOk());
  EXPECT_THAT(VerifyBackup(copies_, 4), IsOk());
  EXPECT_THAT(VerifyBackup(copies_, 1), FailsWith(StatusCode::kNotFound, ""));
  ASSERT_THAT(PruneBackups(copies_, 0), IsOk());
  EXPECT_EQ(ListBackups(copies_)->size(), 2);
}

TEST_F(BackupTest, NothingIsOverwritten) {
  Put("a", "1");
  ASSERT_THAT(CreateBackup(*database_, copies_, ""), IsOk());
  EXPECT_THAT(RestoreBackup(copies_, 1, directory_.File("live")),
              FailsWith(StatusCode::kFailedPrecondition, ""));
  EXPECT_THAT(RestoreBackup(directory_.File("none"), 1, directory_.File("new")),
              FailsWith(StatusCode::kNotFound, ""));
  EXPECT_THAT(RestoreBackup(copies_, 7, directory_.File("new")), FailsWith(StatusCode::kNotFound, ""));
}

TEST_F(BackupTest, ABrokenCopyIsFound) {
  for (int i = 0; i < 1000; ++i) Put("key" + std::to_string(i), std::string(100, 'x'));
  ASSERT_THAT(CreateBackup(*database_, copies_, ""), IsOk());
  for (const auto& file : std::filesystem::recursive_directory_iterator(copies_)) {
    if (file.path().extension() != ".sst") continue;
    std::fstream table(file.path(), std::ios::in | std::ios::out | std::ios::binary);
    table.seekp(100);
    table.put('!');
  }
  EXPECT_THAT(VerifyBackup(copies_, 1), FailsWith(StatusCode::kDataLoss, "STORAGE"));
}

}  // namespace
}  // namespace annals
