#include "extractor/times/phrase_table.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

int LongestAt(const PhraseTable<int>& table, std::u32string_view text, int position) {
  const auto* entry = table.LongestAt(text, position);
  return entry == nullptr ? -1 : entry->value;
}

TEST(PhraseTableTest, FindsTheLongest) {
  PhraseTable<int> table;
  table.Add(U"上", 1);
  table.Add(U"上个月", 3);
  table.Add(U"上月", 2);
  EXPECT_EQ(LongestAt(table, U"在上个月底", 1), 3);
  EXPECT_EQ(LongestAt(table, U"上月", 0), 2);
  EXPECT_EQ(LongestAt(table, U"上个", 0), 1);
  EXPECT_EQ(LongestAt(table, U"下", 0), -1);
  EXPECT_EQ(LongestAt(table, U"上", 1), -1);
}

TEST(PhraseTableTest, LatinWordsMatchWholeAndInAnyCase) {
  PhraseTable<int> table;
  table.Add(U"Q2", 2);
  EXPECT_EQ(LongestAt(table, U"2025q2营收", 4), 2);
  EXPECT_EQ(LongestAt(table, U"GPTQ2", 3), -1);
  EXPECT_EQ(LongestAt(table, U"Q2x", 0), -1);
}

TEST(PhraseTableTest, AGuardedPhraseGivesWayToTheNext) {
  PhraseTable<int> table;
  table.Add(U"今年", 1, {.not_after = {U"如"}, .not_before = {U"轻"}});
  table.Add(U"今", 0);
  EXPECT_EQ(LongestAt(table, U"今年底", 0), 1);
  EXPECT_EQ(LongestAt(table, U"如今年", 1), 0);
  EXPECT_EQ(LongestAt(table, U"今年轻人", 0), 0);
}

TEST(PhraseTableTest, GuardsAgainstNumbers) {
  PhraseTable<int> table;
  table.Add(U"前年", 1, {.no_number_before = true, .no_number_after = true});
  EXPECT_EQ(LongestAt(table, U"在前年", 1), 1);
  EXPECT_EQ(LongestAt(table, U"三前年", 1), -1);
  EXPECT_EQ(LongestAt(table, U"前年3", 0), -1);
}

}  // namespace
}  // namespace annals
