#include "extractor/times/times.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extractor/times/times_testing.h"

namespace annals {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kWednesday[] = "2025-08-27";

struct TimeCase {
  const char* text;
  const char* expected;  // Summary of the only mention
};

class SingleTimeTest : public testing::TestWithParam<TimeCase> {};

TEST_P(SingleTimeTest, MeansTheseDays) {
  EXPECT_THAT(TimesIn(GetParam().text, kWednesday), ElementsAre(GetParam().expected)) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Absolute, SingleTimeTest,
    testing::Values(TimeCase{"公司于2024年3月5日成立", "2024年3月5日=2024-03-05"},
                    TimeCase{"发布于 2024-03-05 18:40", "2024-03-05 18:40=2024-03-05"},
                    TimeCase{"2024/3/5，他走了", "2024/3/5=2024-03-05"},
                    TimeCase{"二〇二四年三月，他走了", "二〇二四年三月=2024-03-01..2024-03-31"},
                    TimeCase{"24年3月他入职", "24年3月=2024-03-01..2024-03-31"},
                    TimeCase{"他99年入行", "99年=1999-01-01..1999-12-31"},
                    TimeCase{"民国77年创立", "民国77年=1988-01-01..1988-12-31"},
                    TimeCase{"12月中旬卖掉", "12月中旬=2024-12-11..2024-12-20|2025-12-11..2025-12-20"},
                    TimeCase{"2024年底卖掉", "2024年底=2024-11-01..2024-12-31"},
                    TimeCase{"2024年下半年卖掉", "2024年下半年=2024-07-01..2024-12-31"},
                    TimeCase{"2025Q2营收", "2025Q2=2025-04-01..2025-06-30"},
                    TimeCase{"2024年前三季度营收", "2024年前三季度=2024-01-01..2024-09-30"},
                    TimeCase{"2024年前五个月营收", "2024年前五个月=2024-01-01..2024-05-31"},
                    TimeCase{"2024年的春节前后", "2024年的春节前后=2024-02-03..2024-02-24"},
                    TimeCase{"上世纪90年代起家", "上世纪90年代=1990-01-01..1999-12-31"},
                    TimeCase{"2020年2月30日不存在", "2020年2月30日=none"},
                    TimeCase{"四月的最后一个周四", "四月的最后一个周四=2025-04-24|2026-04-30"}));

INSTANTIATE_TEST_SUITE_P(
    RelativeToPublication, SingleTimeTest,
    testing::Values(
        TimeCase{"他昨天走了", "昨天=2025-08-26"}, TimeCase{"他今晚八点走", "今晚八点=2025-08-27"},
        TimeCase{"昨(26)日公告", "昨(26)日=2025-08-26"}, TimeCase{"今起停服", "今起=2025-08-27"},
        TimeCase{"如今起步不易", "如今=none"}, TimeCase{"前天（25日）公告", "前天(25日)=2025-08-25"},
        TimeCase{"上周五晚间公告", "上周五晚间=2025-08-22"},
        TimeCase{"周五公告", "周五=2025-08-22|2025-08-29"}, TimeCase{"周三公告", "周三=2025-08-27"},
        TimeCase{"本周公告", "本周=2025-08-25..2025-08-31"},
        TimeCase{"上周末公告", "上周末=2025-08-23..2025-08-24"},
        TimeCase{"上个月公告", "上个月=2025-07-01..2025-07-31"},
        TimeCase{"今年6月公告", "今年6月=2025-06-01..2025-06-30"},
        TimeCase{"去年底公告", "去年底=2024-11-01..2024-12-31"},
        TimeCase{"去年年底公告", "去年年底=2024-11-01..2024-12-31"},
        TimeCase{"近日公告", "近日=2025-08-14..2025-08-27"},
        TimeCase{"6月底公告", "6月底=2025-06-21..2025-06-30|2026-06-21..2026-06-30"},
        TimeCase{"12月公告", "12月=2024-12-01..2024-12-31|2025-12-01..2025-12-31"},
        TimeCase{"月初公告", "月初=2025-08-01..2025-08-10|2025-09-01..2025-09-10"},
        TimeCase{"年初公告", "年初=2025-01-01..2025-02-28|2026-01-01..2026-02-28"},
        TimeCase{"二季度营收", "二季度=2025-04-01..2025-06-30|2026-04-01..2026-06-30"},
        TimeCase{"今年夏天公告", "今年夏天=2025-06-01..2025-08-31"},
        TimeCase{"今夏公告", "今夏=2025-06-01..2025-08-31"},
        TimeCase{"三年前公告", "三年前=2022-01-01..2022-12-31"},
        TimeCase{"半年前公告", "半年前=2025-02-01..2025-02-28"},
        TimeCase{"两个月前公告", "两个月前=2025-06-01..2025-06-30"},
        TimeCase{"三千年前已有", "三千年前=none"}, TimeCase{"三天前公告", "三天前=2025-08-24"},
        TimeCase{"两周前公告", "两周前=2025-08-13"},
        TimeCase{"过去一年，股价翻番", "过去一年=2024-08-27..2025-08-26"},
        TimeCase{"过去半年，股价翻番", "过去半年=2025-02-27..2025-08-26"},
        TimeCase{"最近三个月，股价翻番", "最近三个月=2025-05-27..2025-08-26"},
        TimeCase{"最近的一周，股价翻番", "最近的一周=2025-08-20..2025-08-26"},
        TimeCase{"最近一次公告", "最近=2025-08-14..2025-08-27"},
        TimeCase{"近半年来，股价翻番", "近半年来=2025-02-27..2025-08-26"},
        TimeCase{"近三个月，股价翻番", "近三个月=2025-05-27..2025-08-26"},
        TimeCase{"并购谈了近半年，未果", "近半年=length"}, TimeCase{"关窗前十分钟公告", "前十分钟=none"},
        TimeCase{"过去十分钟，股价翻番", "过去十分钟=2025-08-27"},
        TimeCase{"教师节当天公告", "教师节当天=2024-09-10|2025-09-10"}));

INSTANTIATE_TEST_SUITE_P(
    Bounds, SingleTimeTest,
    testing::Values(TimeCase{"截至6月底，共有", "截至6月底=2025-06-21..2025-06-30|2026-06-21..2026-06-30"},
                    TimeCase{"截至目前，共有", "截至目前=?..2025-08-27"},
                    TimeCase{"双方至今仍在谈", "至今=?..2025-08-27"},
                    TimeCase{"自去年12月以来，他", "自去年12月以来=2024-12-01..2025-08-27"},
                    TimeCase{"从去年12月至今，他", "从去年12月至今=2024-12-01..2025-08-27"},
                    TimeCase{"将于月底前退出", "月底前=2025-08-21..2025-08-31"},
                    TimeCase{"从今天起停售", "从今天起=2025-08-27"},
                    TimeCase{"最快2027年采用", "最快2027年=2027-01-01..2027-12-31"},
                    TimeCase{"今年春节后复工", "今年春节后=2025-02-05..2025-02-11"},
                    TimeCase{"十日内交付", "十日内=none|2025-08-27..2025-09-06"},
                    TimeCase{"未来几个月内推出", "未来几个月内=none"}));

INSTANTIATE_TEST_SUITE_P(
    Ranges, SingleTimeTest,
    testing::Values(TimeCase{"2019年至2022年，他", "2019年至2022年=2019-01-01..2022-12-31"},
                    TimeCase{"2019-2022年，他", "2019-2022年=2019-01-01..2022-12-31"},
                    TimeCase{"1至6月，销量", "1至6月=2025-01-01..2025-06-30|2026-01-01..2026-06-30"},
                    TimeCase{"6月1日至30日，销量",
                             "6月1日至30日=2025-06-01..2025-06-30|2026-06-01..2026-06-30"},
                    TimeCase{"去年11月到今年2月，他", "去年11月到今年2月=2024-11-01..2025-02-28"},
                    TimeCase{"8月至2月", "8月至2月=2025-08-01..2026-02-28"}));

INSTANTIATE_TEST_SUITE_P(Lengths, SingleTimeTest,
                         testing::Values(TimeCase{"他在公司待了21年", "21年=length"},
                                         TimeCase{"谈了三个月", "三个月=length"},
                                         TimeCase{"五年来首次", "五年来=length"},
                                         TimeCase{"近三年表现", "近三年=none"}));

TEST(FindTimesTest, WhatIsNoTime) {
  for (const char* text : {"他成了公司的一号位", "如今年轻人都走了", "今日头条上线新功能", "《明日之后》上线",
                           "地铁3号线开通", "GPT-4发布", "第21年没有数据", "iPhone 15发布",
                           "他失去年轻时的锐气", "他在日本周边旅行", "马上周转不开"}) {
    for (const std::string& mention : TimesIn(text, kWednesday)) {
      EXPECT_THAT(mention, testing::EndsWith("=none")) << text;  // 如今 is a time without days
    }
  }
  EXPECT_THAT(TimesIn("", kWednesday), IsEmpty());
}

TEST(FindTimesTest, NeighboursDoNotJoin) {
  EXPECT_THAT(TimesIn("上周三家公司公告", kWednesday), ElementsAre("上周=2025-08-18..2025-08-24"));
  EXPECT_THAT(TimesIn("比较一下2009年的销量", kWednesday), ElementsAre("2009年=2009-01-01..2009-12-31"));
  EXPECT_THAT(TimesIn("去年中国市场下滑", kWednesday), ElementsAre("去年=2024-01-01..2024-12-31"));
  EXPECT_THAT(TimesIn("6月30日，7月1日", kWednesday),
              ElementsAre("6月30日=2025-06-30|2026-06-30", "7月1日=2025-07-01|2026-07-01"));
}

TEST(FindTimesTest, RecurringDaysAreNoDates) {
  EXPECT_THAT(TimesIn("每周五开会", kWednesday), ElementsAre("每周五=none"));
  EXPECT_THAT(TimesIn("每年3月开会", kWednesday), ElementsAre("每年3月=none"));
}

TEST(FindTimesTest, TraditionalScriptReadsTheSame) {
  EXPECT_THAT(TimesIn("上週五，他離職；三個月後又回來", kWednesday),
              ElementsAre("上周五=2025-08-22", "三个月后=2025-11-01..2025-11-30"));
}

TEST(FindTimesTest, WithoutPublicationOnlyWhatTheTextSays) {
  EXPECT_THAT(TimesIn("去年他入职，2013年3月离开，三天后成立公司", ""),
              ElementsAre("去年=none", "2013年3月=2013-03-01..2013-03-31", "三天后=2013-03-04..2013-04-03"));
}

TEST(FindTimesTest, SaysWhatItResolvedAgainst) {
  const TimedText read =
      ReadTimes("2023年5月2日，他入职。昨天离开，次日去了别处，谈了三年，改日再说。", kWednesday);
  EXPECT_EQ(read.Find("2023年5月2日")->reference, TimeReference::kAbsolute);
  EXPECT_EQ(read.Find("昨天")->reference, TimeReference::kPublication);
  EXPECT_EQ(read.Find("次日")->reference, TimeReference::kAnchor);
  EXPECT_EQ(read.Find("次日")->anchor, 1);
  EXPECT_TRUE(read.Find("三年")->duration);
  EXPECT_EQ(read.Find("改日")->reference, TimeReference::kNone);
}

TEST(FindTimesTest, FlagsAndPrecision) {
  const TimedText read = ReadTimes("截至昨天；自去年5月以来；将于3月底前；预计6月开始。", kWednesday);
  EXPECT_TRUE(read.Find("截至昨天")->open_start);
  EXPECT_EQ(read.Find("截至昨天")->precision, TimePrecision::kDay);
  EXPECT_TRUE(read.Find("自去年5月以来")->open_end);
  EXPECT_TRUE(read.Find("3月底前")->deadline);
  EXPECT_EQ(read.Find("3月底前")->precision, TimePrecision::kMonth);
  EXPECT_TRUE(read.Find("6月开始")->open_end);
}

TEST(FindTimesTest, SpansAscendAndStayApart) {
  const TimedText read =
      ReadTimes("去年12月到今年3月5日晚间，三天后，第二天，2024年的最后3周，半年前。", kWednesday);
  int end = 0;
  for (const TimeMention& mention : read.times) {
    EXPECT_LE(end, mention.span.begin);
    EXPECT_LT(mention.span.begin, mention.span.end);
    end = mention.span.end;
  }
}

// Each of these once made the grammar look ahead from every place to the end.
TEST(FindTimesTest, LongRunsAreRead) {
  for (const char* piece : {"24年", "1-", "3月至", "1", "一", "上周", "2024年的", "前", "第", "(", "至今"}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += piece;
    const TimedText read = ReadTimes(text, kWednesday);
    EXPECT_LE(read.times.size(), 20000u);
    EXPECT_LE(ReadQuantities(read).size(), 20000u);
  }
}

TEST(ResolveAgainstTest, MovesWhatHangsOnAnother) {
  TimedText read = ReadTimes("3月5日，甲公司成立；三天后，乙公司离场。", kWednesday);
  TimeMention mention = *read.Find("三天后");
  EXPECT_EQ(FormatInterval(mention.interval), "2025-03-08");
  const DateInterval anchor{absl::CivilDay(2024, 1, 1), absl::CivilDay(2024, 1, 1)};
  ResolveAgainst(anchor, read.text, BuiltInTimeLexicon(), mention);
  EXPECT_EQ(FormatInterval(mention.interval), "2024-01-04");
  EXPECT_EQ(mention.anchor, -1);
}

TEST(ResolveAgainstTest, LeavesTheRestAlone) {
  TimedText read = ReadTimes("去年3月，甲公司成立，干了三年。", kWednesday);
  const DateInterval anchor{absl::CivilDay(2020, 1, 1), absl::CivilDay(2020, 1, 1)};
  for (TimeMention mention : read.times) {
    const DateInterval before = mention.interval;
    ResolveAgainst(anchor, read.text, BuiltInTimeLexicon(), mention);
    EXPECT_EQ(mention.interval, before);
  }
}

}  // namespace
}  // namespace annals
