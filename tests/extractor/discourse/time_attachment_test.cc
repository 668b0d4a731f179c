// Which time an event has: what it is held against, carried from the clause before, counted from in a story.
// The names are invented.
#include "extractor/discourse/time_attachment.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class TimeAttachmentTest : public testing::TestWithParam<EventSentence> {};

TEST_P(TimeAttachmentTest, DatesTheEvent) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kMeasures[] = {
    {"TheDayBehindTheMeasureIsAYardstick", "截至9月1日，云岚科技股价较7月25日上涨37%。",
     "METRIC 2025-09-01 subject=云岚科技 metric=股价 change=上涨37%[0.37]\n"},
    {"BehindTheOpeningOfTheDay", "云岚科技股价今日开盘后上涨4.5%。",
     "METRIC 2025-09-03 subject=云岚科技 metric=股价 change=上涨4.5%[0.045]\n"},
    {"WhatAShareEarnsIsOfThePeriod", "云岚科技第二季度营收9亿元，每股亏损0.7元。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=营收 value=9亿元[9e+08 CNY]\n"
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=每股亏损 value=0.7元[0.7 CNY]\n"},
    {"AYardstickIsNoTime", "云岚科技8月的市场份额为12%，比去年翻倍；晨曦智能则升到29%。",
     "METRIC 2025-08-01..2025-08-31 subject=云岚科技 metric=市场份额 value=12%[0.12] change=翻倍[1]\n"
     "METRIC 2025-08-01..2025-08-31 subject=晨曦智能 metric=市场份额 value=29%[0.29]\n"},
};

const EventSentence kPlans[] = {
    {"WhenAPostIsTakenUp", "云岚科技任命林知远为CEO，10月1日履新。",
     "APPOINT PLANNED 2025-10-01 person=林知远 organization=云岚科技 title=CEO\n"},
    {"AndOnTheNearerDay", "云岚科技由林知远出任CEO，10日走马上任。",
     "APPOINT PLANNED 2025-09-10 person=林知远 organization=云岚科技 title=CEO\n"},
    {"ADealHasTheTimeOfItsCompletion", "云岚科技拟收购听雨科技，预计年底前完成。",
     "ACQUIRE PLANNED 2025-11-01..2025-12-31 target=听雨科技 acquirer=云岚科技\n"},
    {"AHorizonInYearsHasNoDates", "林知远打算两年内创办听雨科技。",
     "FOUND PLANNED “两年内” organization=听雨科技 founder=林知远\n"},
    {"TheBeginningOfTheYearIsOver", "林知远就是在年初被晨曦智能挖走的。",
     "JOIN 2025-01-01..2025-02-28 organization=晨曦智能 person=林知远\n"},
};

const EventSentence kStories[] = {
    {"TheSameDayOfWhatLooksBack", "三个月前，林知远加入云岚科技。同一天，宋亦楠离开云岚科技。",
     "JOIN 2025-06-01..2025-06-30 organization=云岚科技 person=林知远\n"
     "DEPART 2025-06-01..2025-06-30 organization=云岚科技 person=宋亦楠\n"},
    {"TheYearInWhichItBegan", "变化由2022年开始，当年云岚科技裁员200人。",
     "LAYOFF 2022-01-01..2022-12-31 organization=云岚科技 count=200人[200 人]\n"},
    {"BackFromTheDayOfTheStory", "9月1日，云岚科技裁员200人。两天前，宋亦楠离开云岚科技。",
     "LAYOFF 2025-09-01 organization=云岚科技 count=200人[200 人]\n"
     "DEPART 2025-08-30 organization=云岚科技 person=宋亦楠\n"},
    {"NothingHangsOnWhatIsToCome", "新规将于2026年2月10日生效。次日，林知远离开云岚科技。",
     "DEPART “次日” organization=云岚科技 person=林知远\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Measures, TimeAttachmentTest, testing::ValuesIn(kMeasures), NameOf);
INSTANTIATE_TEST_SUITE_P(Plans, TimeAttachmentTest, testing::ValuesIn(kPlans), NameOf);
INSTANTIATE_TEST_SUITE_P(Stories, TimeAttachmentTest, testing::ValuesIn(kStories), NameOf);

}  // namespace
}  // namespace annals
