#include "common/storage/database.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using absl::StatusCode;

TEST(Database, OpensInADirectoryItMakes) {
  const TemporaryDirectory directory;
  const auto database = OpenDatabase({.directory = directory.File("deep/down")});
  ASSERT_THAT(database, IsOk());
  EXPECT_TRUE((*database)->Put({}, "key", "value").ok());
}

TEST(Database, ADirectoryInUseIsAClearError) {
  const TemporaryDirectory directory;
  const auto first = OpenDatabase({.directory = directory.path()});
  ASSERT_THAT(first, IsOk());
  const auto second = OpenDatabase({.directory = directory.path()});
  EXPECT_THAT(second, FailsWith(StatusCode::kFailedPrecondition, "STORAGE"));
  EXPECT_THAT(second.status().message(), testing::HasSubstr("is in use by another server"));
}

TEST(Database, AFileInThePlaceOfTheDirectoryIsAnError) {
  const TemporaryDirectory directory;
  std::ofstream(directory.File("file")) << "x";
  EXPECT_THAT(OpenDatabase({.directory = directory.File("file/store")}),
              FailsWith(StatusCode::kInternal, "STORAGE"));
  EXPECT_THAT(OpenDatabase({.directory = ""}), FailsWith(StatusCode::kInvalidArgument, ""));
}

TEST(Database, StatusesConvert) {
  EXPECT_THAT(FromRocksDb(rocksdb::Status::OK()), IsOk());
  EXPECT_THAT(FromRocksDb(rocksdb::Status::NotFound()), FailsWith(StatusCode::kNotFound, ""));
  EXPECT_THAT(FromRocksDb(rocksdb::Status::Corruption()), FailsWith(StatusCode::kDataLoss, "STORAGE"));
  EXPECT_THAT(FromRocksDb(rocksdb::Status::IOError()), FailsWith(StatusCode::kInternal, "STORAGE"));
  EXPECT_THAT(FromRocksDb(rocksdb::Status::NoSpace()), FailsWith(StatusCode::kInternal, "STORAGE"));
}

TEST(Database, PrefixEndIsTheFirstKeyBeyond) {
  EXPECT_EQ(PrefixEnd("a"), "b");
  EXPECT_EQ(PrefixEnd("a\xFF"), "b");
  EXPECT_EQ(PrefixEnd("\xFF\xFF"), "");
  EXPECT_EQ(PrefixEnd(""), "");
  EXPECT_LT(std::string("甲\xFF"), PrefixEnd("甲"));
}

}  // namespace
}  // namespace annals
