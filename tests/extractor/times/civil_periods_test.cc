#include "extractor/times/civil_periods.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

using absl::CivilDay;

Days Between(CivilDay first, CivilDay last) { return {first, last}; }

TEST(CivilPeriodsTest, YearsAndTheirParts) {
  EXPECT_EQ(YearDays(2024), Between(CivilDay(2024, 1, 1), CivilDay(2024, 12, 31)));
  EXPECT_EQ(HalfDays(2024, 2), Between(CivilDay(2024, 7, 1), CivilDay(2024, 12, 31)));
  EXPECT_EQ(QuarterDays(2024, 1), Between(CivilDay(2024, 1, 1), CivilDay(2024, 3, 31)));
  EXPECT_EQ(QuarterDays(2024, 5), QuarterDays(2025, 1));
  EXPECT_EQ(SeasonDays(2024, 1), Between(CivilDay(2024, 3, 1), CivilDay(2024, 5, 31)));
  EXPECT_EQ(SeasonDays(2023, 4), Between(CivilDay(2023, 12, 1), CivilDay(2024, 2, 29)));
}

TEST(CivilPeriodsTest, MonthsKnowLeapYears) {
  EXPECT_EQ(MonthDays(2024, 2).last, CivilDay(2024, 2, 29));
  EXPECT_EQ(MonthDays(2100, 2).last, CivilDay(2100, 2, 28));
  EXPECT_EQ(MonthDays(2024, 13), MonthDays(2025, 1));
  EXPECT_EQ(MonthDays(2024, 0), MonthDays(2023, 12));
}

TEST(CivilPeriodsTest, WeeksRunFromMondayToSunday) {
  const Days week = Between(CivilDay(2025, 6, 30), CivilDay(2025, 7, 6));
  EXPECT_EQ(WeekDays(CivilDay(2025, 6, 30)), week);
  EXPECT_EQ(WeekDays(CivilDay(2025, 7, 6)), week);
  EXPECT_EQ(WeekdayNumber(CivilDay(2025, 7, 6)), 7);
}

TEST(CivilPeriodsTest, EdgesFollowTheGuide) {
  EXPECT_EQ(YearEdge(2024, 1), Between(CivilDay(2024, 1, 1), CivilDay(2024, 2, 29)));
  EXPECT_EQ(YearEdge(2024, 2), Between(CivilDay(2024, 6, 1), CivilDay(2024, 7, 31)));
  EXPECT_EQ(YearEdge(2024, 3), Between(CivilDay(2024, 11, 1), CivilDay(2024, 12, 31)));
  EXPECT_EQ(MonthEdge(CivilDay(2024, 2, 5), 1), Between(CivilDay(2024, 2, 1), CivilDay(2024, 2, 10)));
  EXPECT_EQ(MonthEdge(CivilDay(2024, 2, 5), 2), Between(CivilDay(2024, 2, 11), CivilDay(2024, 2, 20)));
  EXPECT_EQ(MonthEdge(CivilDay(2024, 2, 5), 3), Between(CivilDay(2024, 2, 21), CivilDay(2024, 2, 29)));
}

}  // namespace
}  // namespace annals
