#include "extractor/times/time_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/extractor/times/times_testing.h"

namespace annals {
namespace {

using testing::HasSubstr;

// A user's own directory over the built-in one.
class TimeLexiconTest : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = std::filesystem::path(testing::TempDir()) /
                 testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
  }
  absl::StatusOr<TimeLexicon> LoadWith(const std::string& name, const std::string& content) {
    std::ofstream(directory_ / name) << content;
    const auto data = DataDirectory::Open(DataDirectory::DefaultPath(), directory_.string());
    if (!data.ok()) return data.status();
    return TimeLexicon::Load(*data);
  }
  std::filesystem::path directory_;
};

TEST_F(TimeLexiconTest, AWordNeedsNoCompiler) {
  const auto lexicon = LoadWith("time_words.tsv",
                                "word\tfield\tbasis\tvalue\tthen\tnot_after\tnot_before\n"
                                "昨儿个\tday\tnow\t-1\n");
  ASSERT_TRUE(lexicon.ok()) << lexicon.status();
  const FoldedText text = Fold("他昨儿个走了。");
  const auto times = FindTimes(text, ParseStructure(text), absl::CivilDay(2025, 5, 6), *lexicon);
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].interval.start, absl::CivilDay(2025, 5, 5));
}

TEST_F(TimeLexiconTest, BrokenRowsAreNamed) {
  const char kColumns[] = "word\tfield\tbasis\tvalue\tthen\tnot_after\tnot_before\n";
  const struct {
    const char* row;
    const char* message;
  } cases[] = {{"昨儿个\tfortnight\tnow\t-1\n", "fortnight"},
               {"昨儿个\tday\tsoon\t-1\n", "soon"},
               {"昨儿个\tday\tnow\tone\n", "value is no number"},
               {"昨儿个\tday\tnow\t1\tseason\n", "then"},
               {"昨儿个\tday\tnow\t1\t\t%nothing\n", "no class %nothing"}};
  for (const auto& c : cases) {
    const absl::Status status = LoadWith("time_words.tsv", std::string(kColumns) + c.row).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.row;
    EXPECT_THAT(std::string(status.message()), HasSubstr(c.message));
    EXPECT_THAT(std::string(status.message()), HasSubstr("time_words.tsv:2"));
  }
}

TEST_F(TimeLexiconTest, EveryFileIsChecked) {
  const struct {
    const char* file;
    const char* content;
  } cases[] = {{"time_units.tsv", "word\tunit\textra\tonly_after\tnot_before\n旬\tdecade\n"},
               {"time_bounds.tsv", "word\tside\tbound\tnot_before\n打\tmiddle\tfrom\n"},
               {"eras.tsv", "word\tfirst\n大业\tlong ago\n"},
               {"festivals.tsv", "word\trule\tdays\tdecreed\n小年\tlunar:12\t1\n"},
               {"holidays.tsv", "festival\tfirst\tlast\n春节\t2027-02-30\t2027-03-01\n"},
               {"lunar_years.tsv", "year\tnew_year\tmonths\tleap\n2101\t2101-01-29\tLSL\n"},
               {"measures.tsv", "word\tkind\tunit\tnot_before\n打\tdozen\n"},
               {"quantity_words.tsv", "word\trole\tvalue\tnot_after\tnot_before\n翻几番\tmultiple\tmany\n"}};
  for (const auto& c : cases) {
    SetUp();
    const absl::Status status = LoadWith(c.file, c.content).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.file;
    EXPECT_THAT(std::string(status.message()), HasSubstr(std::string(c.file) + ":2"));
  }
}

}  // namespace
}  // namespace annals
