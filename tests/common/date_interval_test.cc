#include "common/date_interval.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace annals {
namespace {

using ::testing::HasSubstr;

TEST(ParseIsoDayTest, ReadsADayAndTheDateOfATime) {
  for (const char* text :
       {"2025-08-27", "2025-08-27T23:59:59Z", "2025-08-27t00:00:00+08:00", "2025-08-27 18:00"}) {
    const absl::StatusOr<absl::CivilDay> day = ParseIsoDay(text);
    ASSERT_TRUE(day.ok()) << text;
    EXPECT_EQ(*day, absl::CivilDay(2025, 8, 27)) << text;
  }
}

TEST(ParseIsoDayTest, KnowsTheCalendar) {
  EXPECT_TRUE(ParseIsoDay("2024-02-29").ok());
  EXPECT_TRUE(ParseIsoDay("0001-01-01").ok());
  EXPECT_TRUE(ParseIsoDay("9999-12-31").ok());
  for (const char* text :
       {"2025-02-29", "2100-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-01-00", "0000-01-01"}) {
    EXPECT_EQ(ParseIsoDay(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

TEST(ParseIsoDayTest, RefusesOtherForms) {
  for (const char* text : {"", "2025-8-27", "2025/08/27", "20250827", "2025-08-2", " 2025-08-27",
                           "2025-08-27x", "+025-08-27", "2025- 8-27", "２０２５-08"}) {
    EXPECT_FALSE(ParseIsoDay(text).ok()) << text;
  }
}

TEST(ParseIsoDayTest, QuotesTheTextButNotAllOfIt) {
  const absl::Status status = ParseIsoDay("tomorrow" + std::string(1000, '!')).status();
  EXPECT_THAT(std::string(status.message()), HasSubstr("tomorrow"));
  EXPECT_LT(status.message().size(), 100u);
}

TEST(FormatIsoDayTest, IsTheInverse) {
  for (const char* text : {"0001-01-01", "0987-12-31", "2024-02-29", "9999-12-31"}) {
    EXPECT_EQ(FormatIsoDay(*ParseIsoDay(text)), text);
  }
}

TEST(DateIntervalTest, IsEmptyOnlyWithoutBothEnds) {
  EXPECT_TRUE(DateInterval{}.empty());
  EXPECT_FALSE((DateInterval{absl::CivilDay(2025, 1, 1), {}}).empty());
  EXPECT_FALSE((DateInterval{{}, absl::CivilDay(2025, 1, 1)}).empty());
  EXPECT_NE((DateInterval{absl::CivilDay(2025, 1, 1), {}}), DateInterval{});
}

}  // namespace
}  // namespace annals
