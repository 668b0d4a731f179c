#include "extractor/times/festivals.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/extractor/times/times_testing.h"

namespace annals {
namespace {

std::string Find(const std::string& word, int year) {
  static const auto* const kFestivals = new Festivals(Festivals::Load(BuiltInData()).value());
  const auto& words = kFestivals->words();
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return "no such festival";
  const std::optional<Days> days = kFestivals->Find(static_cast<int>(found - words.begin()), year);
  return days ? FormatInterval(days->interval()) : "none";
}

TEST(FestivalsTest, DecreedHolidaysGoFirst) {
  EXPECT_EQ(Find("春节", 2025), "2025-01-28..2025-02-04");
  EXPECT_EQ(Find("春节", 2024), "2024-02-10..2024-02-17");
  EXPECT_EQ(Find("春节", 2020), "2020-01-24..2020-02-02");
}

TEST(FestivalsTest, YearsWithoutDecreeFollowTheRule) {
  EXPECT_EQ(Find("春节", 2040), "2040-02-11..2040-02-18");
  EXPECT_EQ(Find("除夕", 2025), "2025-01-28");
}

TEST(FestivalsTest, EveryKindOfRule) {
  EXPECT_EQ(Find("教师节", 2021), "2021-09-10");
  EXPECT_EQ(Find("国庆", 2023), "2023-10-01..2023-10-07");
  EXPECT_EQ(Find("中秋", 2025), "2025-10-06");
  EXPECT_EQ(Find("端午", 2024), "2024-06-10");
  EXPECT_EQ(Find("清明", 2024), "2024-04-04");
  EXPECT_EQ(Find("清明", 2023), "2023-04-05");
  EXPECT_EQ(Find("感恩节", 2024), "2024-11-28");
  EXPECT_EQ(Find("腊八", 2025), "2025-01-07");  // of the lunar year that began in 2024
}

TEST(FestivalsTest, NoDaysWhereTheCalendarEnds) { EXPECT_EQ(Find("元宵", 2150), "none"); }

}  // namespace
}  // namespace annals
