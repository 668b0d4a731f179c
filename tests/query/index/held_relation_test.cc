#include "query/index/held_relation.h"

#include <gtest/gtest.h>

#include <string>

namespace annals::query {
namespace {

DayNumber Day(const std::string& text) { return *ParseDayNumber(text); }

rows::RelationReport Word(const std::string& known, bool former, const std::string& start = "",
                          const std::string& end = "") {
  rows::RelationReport word;
  word.set_known(Day(known));
  word.set_former(former);
  word.mutable_time()->set_start(start);
  word.mutable_time()->set_end(end);
  return word;
}

// Whether the relation held on the day; the words come as the index has them, the latest first.
bool Held(const std::string& day, const std::vector<rows::RelationReport>& words) {
  HeldRelation held(Day(day));
  uint64_t article = 1;
  for (const rows::RelationReport& word : words) held.Note(word, article++);
  return held.Held();
}

TEST(HeldRelationTest, WithoutADayEveryRelationCounts) {
  HeldRelation held(std::nullopt);
  held.Note(Word("2025-01-01", true), 1);
  EXPECT_TRUE(held.Held());
}

TEST(HeldRelationTest, WithItsTimesItHeldFromTheOneToTheOther) {
  const auto word = Word("2025-06-01", false, "2024-01-01", "2024-12-31");
  EXPECT_FALSE(Held("2023-12-31", {word}));
  EXPECT_TRUE(Held("2024-01-01", {word}));
  EXPECT_TRUE(Held("2024-12-31", {word}));
  EXPECT_FALSE(Held("2025-01-01", {word}));
}

TEST(HeldRelationTest, AnEndThatIsNotSaidIsOpen) {
  EXPECT_TRUE(Held("2030-01-01", {Word("2025-06-01", false, "2024-01-01")}));
  EXPECT_TRUE(Held("1990-01-01", {Word("2025-06-01", true, "", "2024-12-31")}));
  EXPECT_FALSE(Held("2025-01-01", {Word("2025-06-01", true, "", "2024-12-31")}));
}

TEST(HeldRelationTest, TheTimesAreThoseOfTheLatestWord) {
  EXPECT_FALSE(
      Held("2023-06-01", {Word("2025-06-01", false, "2024-01-01"), Word("2025-01-01", false, "2020-01-01")}));
}

TEST(HeldRelationTest, WithoutTimesTheLatestWordByTheDayCounts) {
  const std::vector<rows::RelationReport> words = {Word("2025-06-01", true), Word("2024-01-01", false)};
  EXPECT_FALSE(Held("2023-12-31", words)) << "nobody had said so";
  EXPECT_TRUE(Held("2024-01-01", words));
  EXPECT_TRUE(Held("2025-05-31", words));
  EXPECT_FALSE(Held("2025-06-01", words));
}

TEST(HeldRelationTest, OfTwoWordsOfOneDayTheEarlierArticleCounts) {
  EXPECT_FALSE(Held("2025-01-02", {Word("2025-01-01", true), Word("2025-01-01", false)}));
  EXPECT_TRUE(Held("2025-01-02", {Word("2025-01-01", false), Word("2025-01-01", true)}));
}

}  // namespace
}  // namespace annals::query
