#include "extractor/lexicon/table.h"

#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace annals {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Table MustParse(absl::string_view content) {
  absl::StatusOr<Table> table = Table::Parse("verbs.tsv", content);
  EXPECT_TRUE(table.ok()) << table.status();
  return *std::move(table);
}

TEST(TableTest, ReadsCellsByColumn) {
  const Table table =
      MustParse("# what this is\n\nword\ttype\tframe\n加入\tJOIN\tjoin\n# between\n离开 \t DEPART\n");
  ASSERT_EQ(table.size(), 2);
  ASSERT_EQ(*table.Column("frame"), 2);
  EXPECT_EQ(table.Cell(0, 0), "加入");
  EXPECT_EQ(table.Cell(0, 2), "join");
  EXPECT_EQ(table.Cell(1, 0), "离开");
  EXPECT_EQ(table.Cell(1, 1), "DEPART");
  EXPECT_EQ(table.Cell(1, 2), "") << "a missing trailing cell";
  EXPECT_EQ(table.Where(1), "verbs.tsv:6");
}

TEST(TableTest, SplitsLists) {
  const Table table = MustParse("word\taliases\nMeta\tFacebook | 脸书||元\nX\t\n");
  EXPECT_THAT(table.List(0, 1), ElementsAre("Facebook", "脸书", "元"));
  EXPECT_THAT(table.List(1, 1), IsEmpty());
}

TEST(TableTest, KeepsAnEmptyFirstCell) {
  const Table table = MustParse("a\tb\n\tx\n");
  EXPECT_EQ(table.Cell(0, 0), "");
  EXPECT_EQ(table.Cell(0, 1), "x");
}

TEST(TableTest, AcceptsWindowsLineEndsAndAByteOrderMark) {
  const Table table = MustParse("\xEF\xBB\xBFword\tn\r\n甲\t1\r\n乙\t2");
  ASSERT_EQ(table.size(), 2);
  EXPECT_EQ(table.Cell(1, *table.Column("n")), "2");
  EXPECT_EQ(table.Cell(0, *table.Column("word")), "甲");
}

TEST(TableTest, ViewsOutliveAMove) {
  Table table = MustParse("w\nab\n");
  const absl::string_view cell = table.Cell(0, 0);
  const Table moved = std::move(table);
  EXPECT_EQ(moved.Cell(0, 0).data(), cell.data());
  EXPECT_EQ(cell, "ab");
}

struct Broken {
  const char* content;
  const char* message;
};

TEST(TableTest, NamesFileAndLineOfWhatIsBroken) {
  const Broken cases[] = {
      {"", "verbs.tsv:1: no line names the columns"},
      {"# only commentary\n", "no line names the columns"},
      {"a\tb\n1\t2\n1\t2\t3\n", "verbs.tsv:3: more than 2 cells"},
      {"a\t\tb\n", "verbs.tsv:1: a column without a name"},
      {"# x\na\tb\ta\n", "verbs.tsv:2: column a stands twice"},
      {"a\n\xFF\n", "verbs.tsv:2: not UTF-8"},
      {"# \xED\xA0\x80\na\n", "verbs.tsv:1: not UTF-8"},
  };
  for (const Broken& c : cases) {
    const absl::Status status = Table::Parse("verbs.tsv", c.content).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.content;
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.message));
  }
}

TEST(TableTest, AMissingColumnIsAnErrorThatNamesTheFile) {
  const absl::Status status = MustParse("a\n").Column("b").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr("verbs.tsv: no column b"));
}

}  // namespace
}  // namespace annals
