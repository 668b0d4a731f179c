// Which earlier time an expression hangs on or takes its year from.
#include "extractor/times/story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extractor/times/times_testing.h"

namespace annals {
namespace {

using testing::ElementsAre;

constexpr char kPublished[] = "2025-08-27";

std::string PastOf(absl::string_view text, absl::string_view words,
                   absl::string_view published = kPublished) {
  const TimedText read = ReadTimes(text, published);
  const TimeMention* mention = read.Find(words);
  return mention == nullptr ? "not found" : FormatInterval(mention->interval);
}

TEST(StoryTest, LaterByALength) {
  EXPECT_EQ(PastOf("2024年5月6日他离职，两周后回来。", "两周后"), "2024-05-20");
  EXPECT_EQ(PastOf("2024年5月6日他离职，两周多以后回来。", "两周多以后"), "2024-05-20..2024-05-27");
  EXPECT_EQ(PastOf("2024年5月6日他离职，十个月后回来。", "十个月后"), "2025-03-01..2025-03-31");
  EXPECT_EQ(PastOf("2014年他离职，三年后回来。", "三年后"), "2017-01-01..2017-12-31");
  EXPECT_EQ(PastOf("2023年3月他离职，半年后回来。", "半年后"), "2023-09-01..2023-09-30");
  EXPECT_EQ(PastOf("2024年5月6日他离职，又过了四天，回来。", "又过了四天"), "2024-05-10");
  EXPECT_EQ(PastOf("2024年5月6日他离职，仅仅一个月后回来。", "仅仅一个月后"), "2024-06-01..2024-06-30");
  EXPECT_EQ(PastOf("2024年5月6日开售，头四天卖出。", "头四天"), "2024-05-06..2024-05-09");
}

TEST(StoryTest, TheSameAndTheNext) {
  EXPECT_EQ(PastOf("2023年5月2日他离职，同月她入职。", "同月"), "2023-05-01..2023-05-31");
  EXPECT_EQ(PastOf("2023年5月2日他离职，当月26日她入职。", "当月26日"), "2023-05-26");
  EXPECT_EQ(PastOf("2023年5月2日他离职，次年7月她入职。", "次年7月"), "2024-07-01..2024-07-31");
  EXPECT_EQ(PastOf("2023年5月2日他离职，同年底她入职。", "同年底"), "2023-11-01..2023-12-31");
  EXPECT_EQ(PastOf("2023年5月2日他离职，翌日她入职。", "翌日"), "2023-05-03");
  EXPECT_EQ(PastOf("2019年12月他离职，次月她入职。", "次月"), "2020-01-01..2020-01-31");
}

// 次日 hangs on the last day that was told, not on a month between.
TEST(StoryTest, TheAnchorIsNarrowEnough) {
  EXPECT_EQ(PastOf("2023年5月2日他离职，这是4月以来的首例，次日她入职。", "次日"), "2023-05-03");
}

// No day is invented where only a month is known.
TEST(StoryTest, AWideAnchorStaysWide) {
  EXPECT_EQ(PastOf("2021年10月他回归，当晚发了内部信。", "当晚"), "2021-10-01..2021-10-31");
}

TEST(StoryTest, DeadlinesAndLooksBackAreNoAnchors) {
  EXPECT_EQ(PastOf("2023年1月底，半年前离开的她入职。同年，他离开。", "同年"), "2023-01-01..2023-12-31");
  EXPECT_EQ(PastOf("2023年5月2日，公司说年底前上市，次日改口。", "次日"), "2023-05-03");
}

TEST(StoryTest, SomeTimesCountBackFromTheStory) {
  EXPECT_EQ(PastOf("8月25日他起诉。早在五天前，对方已回应。", "五天前"), "2025-08-20");
  EXPECT_EQ(PastOf("2023年1月底，半年前离开的她入职。", "半年前"), "2022-07-01..2022-07-31");
  EXPECT_EQ(PastOf("8月25日他起诉。对方五天前已回应。", "五天前"), "2025-08-22");
}

TEST(StoryTest, AStoryGoesOnInItsYear) {
  EXPECT_EQ(PastOf("2022年6月，公司融资。9月，她入职。", "9月"), "2022-09-01..2022-09-30");
  EXPECT_EQ(PastOf("2023年12月，风波越闹越大。16日，他被免职。", "16日"), "2023-12-16");
  EXPECT_EQ(PastOf("2022年6月，公司融资。9月，她入职。", "9月", ""), "2022-09-01..2022-09-30");
}

TEST(StoryTest, ButNotBackwardsNorFromABareYear) {
  EXPECT_EQ(PastOf("2022年6月，公司融资。3月，她入职。", "3月"), "2025-03-01..2025-03-31");
  EXPECT_EQ(PastOf("公司2018年成立。6月，她入职。", "6月"), "2025-06-01..2025-06-30");
  EXPECT_EQ(PastOf("去年3月，公司融资。6月，她入职。", "6月"), "2025-06-01..2025-06-30");
  EXPECT_EQ(PastOf("2022年6月，公司融资。如今已成往事。7月，她入职。", "7月"), "2025-07-01..2025-07-31");
}

TEST(StoryTest, APlanIsNoStoryForTheNextSentence) {
  EXPECT_EQ(PastOf("新车2027年6月上市。8月3日，她入职。", "8月3日"), "2025-08-03");
  EXPECT_EQ(PastOf("新车2027年6月上市，8月3日交付。", "8月3日"), "2027-08-03");
}

TEST(StoryTest, AMonthGoesOnInItsSentence) {
  EXPECT_EQ(PastOf("4月，公司换帅，前任月底退休。", "月底"), "2025-04-21..2025-04-30");
}

TEST(StoryTest, ADateInTwoPiecesIsOne) {
  EXPECT_EQ(PastOf("2016年，9月3日，他入职。", "9月3日"), "2016-09-03");
  EXPECT_EQ(PastOf("2027年，9月3日，新店开张。", "9月3日"), "2027-09-03");
}

TEST(StoryTest, APlanHangsOnAPlan) {
  EXPECT_THAT(TimesIn("新规将于10月1日施行，同日旧规废止。", kPublished),
              ElementsAre("10月1日=2024-10-01|2025-10-01", "同日=2024-10-01|2025-10-01"));
}

TEST(StoryTest, NothingToHangOn) {
  EXPECT_EQ(PastOf("同月，她入职。", "同月"), "none");
  EXPECT_THAT(TimesIn("三天后开业。", kPublished), ElementsAre("三天后=none|2025-08-30"));
}

}  // namespace
}  // namespace annals
