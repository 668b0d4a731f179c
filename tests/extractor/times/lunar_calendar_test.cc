#include "extractor/times/lunar_calendar.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "tests/extractor/times/times_testing.h"

#ifdef ANNALS_HAVE_ICU
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#endif

namespace annals {
namespace {

const LunarCalendar& Calendar() {
  static const auto* const kCalendar = new LunarCalendar(LunarCalendar::Load(BuiltInData()).value());
  return *kCalendar;
}

TEST(LunarCalendarTest, NewYearAndItsEve) {
  EXPECT_EQ(Calendar().Find(2025, 1, 1), absl::CivilDay(2025, 1, 29));
  EXPECT_EQ(Calendar().Find(2025, 1, 0), absl::CivilDay(2025, 1, 28));
  EXPECT_EQ(Calendar().Find(2024, 1, 1), absl::CivilDay(2024, 2, 10));
}

TEST(LunarCalendarTest, StepsOverTheLeapMonth) {
  EXPECT_EQ(Calendar().Find(2025, 8, 15), absl::CivilDay(2025, 10, 6));  // behind the leap sixth month
  EXPECT_EQ(Calendar().Find(2023, 8, 15), absl::CivilDay(2023, 9, 29));  // behind the leap second month
  EXPECT_EQ(Calendar().Find(2024, 5, 5), absl::CivilDay(2024, 6, 10));
}

TEST(LunarCalendarTest, EndsWhereTheTableEnds) {
  EXPECT_FALSE(Calendar().Find(1899, 1, 1).has_value());
  EXPECT_TRUE(Calendar().Find(1900, 1, 1).has_value());
  EXPECT_TRUE(Calendar().Find(2100, 12, 29).has_value());
  EXPECT_FALSE(Calendar().Find(2101, 1, 1).has_value());
  EXPECT_FALSE(Calendar().Find(2025, 13, 1).has_value());
  EXPECT_FALSE(Calendar().Find(2025, 1, 31).has_value());
}

// One year's last day is followed by the next year's first.
TEST(LunarCalendarTest, YearsFollowEachOther) {
  for (int year = 1900; year < 2100; ++year) {
    const auto first = Calendar().Find(year, 1, 1), last_month = Calendar().Find(year, 12, 29);
    ASSERT_TRUE(first && last_month) << year;
    const int gap = static_cast<int>(*Calendar().Find(year + 1, 1, 1) - *last_month);
    EXPECT_TRUE(gap == 1 || gap == 2) << year;
  }
}

#ifdef ANNALS_HAVE_ICU
// ICU computes the new moons, and misses midnight by minutes in three years: there the almanac goes first.
TEST(LunarCalendarTest, AgreesWithIcu) {
  const std::set<int> almanac_differs = {1954, 2027, 2030};
  UErrorCode error = U_ZERO_ERROR;
  icu::TimeZone::adoptDefault(icu::TimeZone::createTimeZone("Asia/Shanghai"));
  const std::unique_ptr<icu::Calendar> chinese(
      icu::Calendar::createInstance(icu::Locale("zh@calendar=chinese"), error));
  const std::unique_ptr<icu::Calendar> civil(
      icu::Calendar::createInstance(icu::Locale("en@calendar=gregorian"), error));
  ASSERT_TRUE(U_SUCCESS(error));
  for (int year = 1900; year <= 2100; ++year) {
    const absl::CivilDay day = *Calendar().Find(year, 1, 1);
    civil->clear();
    civil->set(year, day.month() - 1, day.day(), 12, 0);
    chinese->setTime(civil->getTime(error), error);
    const bool agrees = chinese->get(UCAL_MONTH, error) == 0 && chinese->get(UCAL_DATE, error) == 1;
    EXPECT_EQ(agrees, !almanac_differs.contains(year)) << FormatIsoDay(day);
  }
}
#endif

}  // namespace
}  // namespace annals
