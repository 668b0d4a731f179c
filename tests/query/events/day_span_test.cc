#include "query/events/day_span.h"

#include <gtest/gtest.h>

#include "annals/v1/event.pb.h"

namespace annals::query {
namespace {

TEST(DaySpanTest, DaysReadAndPrint) {
  EXPECT_EQ(ParseDayNumber("0001-01-01"), 0);
  EXPECT_EQ(ParseDayNumber("2025-08-25"), 739487);
  EXPECT_EQ(ParseDayNumber("9999-12-31"), kLastDay);
  EXPECT_EQ(ParseDayNumber(""), std::nullopt);
  EXPECT_EQ(ParseDayNumber("2025-02-30"), std::nullopt);
  EXPECT_EQ(FormatDayNumber(739487), "2025-08-25");
}

TEST(DaySpanTest, ATimeCountsForTheDaysItNames) {
  const struct {
    const char* start;
    const char* end;
    std::optional<DaySpan> span;
  } cases[] = {
      {"", "", std::nullopt},
      {"0001-01-03", "0001-01-05", DaySpan{2, 4}},
      {"0001-01-03", "", DaySpan{2, 2}},
      {"", "0001-01-05", DaySpan{4, 4}},
      {"0001-01-05", "0001-01-03", DaySpan{4, 4}},
      {"nonsense", "0001-01-03", DaySpan{2, 2}},
  };
  for (const auto& c : cases) {
    v1::EventTime time;
    time.set_start(c.start);
    time.set_end(c.end);
    EXPECT_EQ(SpanOf(time), c.span) << c.start << ".." << c.end;
  }
}

}  // namespace
}  // namespace annals::query
