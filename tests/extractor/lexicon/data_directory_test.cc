#include "extractor/lexicon/data_directory.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace annals {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::SizeIs;

class DataDirectoryTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "annals-lexicon-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
    std::filesystem::create_directories(root_ / "builtin");
    std::filesystem::create_directories(root_ / "mine");
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void Write(const std::string& path, const std::string& content) { std::ofstream(root_ / path) << content; }
  std::string Path(const std::string& name) const { return (root_ / name).string(); }

  std::filesystem::path root_;
};

TEST_F(DataDirectoryTest, PutsTheOverlayOnTopOfTheBuiltIn) {
  Write("builtin/a.tsv", "w\nbuiltin\n");
  Write("builtin/notes.txt", "no table");
  Write("mine/a.tsv", "w\nmine\n");
  Write("mine/b.tsv", "w\nnew\n");
  const absl::StatusOr<DataDirectory> data = DataDirectory::Open(Path("builtin"), Path("mine"));
  ASSERT_TRUE(data.ok()) << data.status();
  const auto tables = data->Find("a.tsv");
  ASSERT_TRUE(tables.ok());
  ASSERT_THAT(*tables, SizeIs(2));
  EXPECT_EQ((*tables)[0]->Cell(0, 0), "builtin");
  EXPECT_EQ((*tables)[1]->Cell(0, 0), "mine");
  EXPECT_TRUE(data->Find("b.tsv").ok());
  EXPECT_EQ(data->Find("notes.txt").status().code(), absl::StatusCode::kNotFound);
}

TEST_F(DataDirectoryTest, TheVersionFollowsNamesAndContents) {
  Write("builtin/a.tsv", "w\nx\n");
  const std::string first = DataDirectory::Open(Path("builtin"))->version();
  EXPECT_THAT(first, MatchesRegex("[0-9a-f]{16}"));
  EXPECT_EQ(DataDirectory::Open(Path("builtin"))->version(), first);
  Write("builtin/a.tsv", "w\ny\n");
  const std::string second = DataDirectory::Open(Path("builtin"))->version();
  EXPECT_NE(second, first);
  std::filesystem::rename(root_ / "builtin/a.tsv", root_ / "builtin/b.tsv");
  EXPECT_NE(DataDirectory::Open(Path("builtin"))->version(), second);
}

TEST_F(DataDirectoryTest, RefusesMissingDirectoriesAndBrokenFiles) {
  EXPECT_EQ(DataDirectory::Open(Path("nowhere")).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(DataDirectory::Open("").status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(DataDirectory::Open(Path("builtin"), Path("nowhere")).status().code(),
            absl::StatusCode::kNotFound);
  Write("mine/bad.tsv", "a\nb\tc\n");
  const absl::Status status = DataDirectory::Open(Path("builtin"), Path("mine")).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr("bad.tsv:2"));
}

TEST_F(DataDirectoryTest, TheEnvironmentOverridesTheDefault) {
  ASSERT_EQ(setenv("ANNALS_LEXICON_DATA", Path("mine").c_str(), 1), 0);
  EXPECT_EQ(DataDirectory::DefaultPath(), Path("mine"));
  ASSERT_EQ(unsetenv("ANNALS_LEXICON_DATA"), 0);
  EXPECT_THAT(DataDirectory::DefaultPath(), MatchesRegex("/.*/share/annals/lexicon"));
}

TEST(BuiltInLexiconTest, HoldsTheGeneratedTables) {
  const absl::StatusOr<DataDirectory> data = DataDirectory::Open(DataDirectory::DefaultPath());
  ASSERT_TRUE(data.ok()) << data.status();
  for (const char* name : {"fold.tsv", "words.tsv"}) {
    const auto tables = data->Find(name);
    ASSERT_TRUE(tables.ok()) << tables.status();
    EXPECT_GT((*tables)[0]->size(), 1000) << name;
  }
}

}  // namespace
}  // namespace annals
