// Measured numbers: whose they are, of what, how much, by how much it changed. The names are invented.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class MetricsTest : public testing::TestWithParam<EventSentence> {};

TEST_P(MetricsTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kListed[] = {
    {"TheOthersOfTheMeasure", "云岚科技占有32%的市场份额，北港智能升至18%，拾光科技则不到5%。",
     "METRIC subject=云岚科技 metric=市场份额 value=32%[0.32]\n"
     "METRIC subject=北港智能 metric=市场份额 value=18%[0.18]\n"
     "METRIC subject=拾光科技 metric=市场份额 value=不到5%[0.05]\n"},
    {"InTheNextSentence", "云岚科技的市场份额为32%。北港智能只剩9%。",
     "METRIC subject=云岚科技 metric=市场份额 value=32%[0.32]\n"
     "METRIC subject=北港智能 metric=市场份额 value=9%[0.09]\n"},
    {"NotWhatIsOfAnotherKind", "云岚科技的市场份额为32%，北港智能有3000人。",
     "METRIC subject=云岚科技 metric=市场份额 value=32%[0.32]\n"},
};

const EventSentence kSeries[] = {
    {"OfMeasures", "云岚科技上半年营收和净利润分别为9亿元和1亿元，同比增长12%、8%。",
     "METRIC 2025-01-01..2025-06-30 subject=云岚科技 metric=营收 value=9亿元[9e+08 CNY] "
     "change=同比增长12%[0.12]\n"
     "METRIC 2025-01-01..2025-06-30 subject=云岚科技 metric=净利润 value=1亿元[1e+08 CNY] change=8%[0.08]\n"},
    {"OfChanges", "云岚科技营收和净利润分别下降12%和8%。",
     "METRIC subject=云岚科技 metric=营收 change=下降12%[-0.12]\n"
     "METRIC subject=云岚科技 metric=净利润 change=8%[-0.08]\n"},
    {"OfSubjects", "云岚科技与晨曦智能的市场份额分别为12%和9%。",
     "METRIC subject=云岚科技 metric=市场份额 value=12%[0.12]\n"
     "METRIC subject=晨曦智能 metric=市场份额 value=9%[0.09]\n"},
    {"OfPeriods", "云岚科技2023年、2024年的收入分别为4亿元、6亿元，同期亏损2亿元、3亿元。",
     "METRIC 2023-01-01..2023-12-31 subject=云岚科技 metric=收入 value=4亿元[4e+08 CNY]\n"
     "METRIC 2024-01-01..2024-12-31 subject=云岚科技 metric=收入 value=6亿元[6e+08 CNY]\n"
     "METRIC 2023-01-01..2023-12-31 subject=云岚科技 metric=亏损 value=2亿元[2e+08 CNY]\n"
     "METRIC 2024-01-01..2024-12-31 subject=云岚科技 metric=亏损 value=3亿元[3e+08 CNY]\n"},
    {"OfYears", "2022年至2023年，云岚科技收入分别为4亿元、6亿元。",
     "METRIC 2022-01-01..2022-12-31 subject=云岚科技 metric=收入 value=4亿元[4e+08 CNY]\n"
     "METRIC 2023-01-01..2023-12-31 subject=云岚科技 metric=收入 value=6亿元[6e+08 CNY]\n"},
};

const EventSentence kShares[] = {
    {"OfAWhole", "云岚科技占国内市场的5.3%。",
     "METRIC subject=云岚科技 metric=占国内市场 value=5.3%[0.053]\n"},
    {"OfWhatWasSaid", "前三季度国内机器人出货1.2万台，云岚科技占了其中的17%。",
     "METRIC 2025-01-01..2025-09-30 subject=云岚科技 metric=占了 value=17%[0.17]\n"},
    {"OfACompanyIsAStake", "云岚科技持股30%，北港智能占20%。", ""},
    {"OfPeopleIsNobodys", "云岚科技女性员工占40%。", ""},
};

const EventSentence kNumbers[] = {
    {"WhatWasReached", "云岚科技用户数突破一亿大关。",
     "METRIC subject=云岚科技 metric=用户数 value=突破一亿[1e+08]\n"},
    {"WithoutDigits", "云岚科技股价次日跌停。", "METRIC “次日” subject=云岚科技 metric=股价 change=跌停\n"},
    {"WhereItWentNotWhereItWas", "云岚科技好评率从43%爬到了79%。",
     "METRIC subject=云岚科技 metric=好评率 value=79%[0.79]\n"},
    {"PriceAndChangeOfOneShare", "云岚科技昨天股价高开低走，收盘重挫逾8%，收在214元。",
     "METRIC 2025-09-02 subject=云岚科技 metric=股价 change=重挫逾8%[-0.08] value=214元[214 CNY]\n"},
    {"AValuationWithoutADeal", "云岚科技2020年估值32亿元。",
     "METRIC 2020-01-01..2020-12-31 subject=云岚科技 metric=估值 value=32亿元[3.2e+09 CNY]\n"},
    {"AValuationThatWasReached", "云岚科技估值达到300亿美元。",
     "METRIC subject=云岚科技 metric=估值 value=达到300亿美元[3e+10 USD]\n"},
    {"AValuationOfADealIsNone", "云岚科技完成3亿元B轮融资，投后估值32亿元。",
     "FUND organization=云岚科技 amount=3亿元[3e+08 CNY] round=B轮 valuation=32亿元[3.2e+09 CNY]\n"},
    {"WhatAProductBrought", "《听雨记》首月卖了1.3亿元。",
     "METRIC subject=听雨记 metric=卖了 value=1.3亿元[1.3e+08 CNY]\n"},
    {"WhatACompanyWasSoldFor", "云岚科技卖了1.3亿元。", ""},
};

const EventSentence kSources[] = {
    {"WhoseNumbersTheyAre", "据普益标准统计，云岚科技8月营收为3亿元。",
     "METRIC REPORTED(普益标准) 2025-08-01..2025-08-31 subject=云岚科技 metric=营收 value=3亿元[3e+08 CNY] "
     "source_organization=普益标准\n"},
    {"EverydayWordsAreNobody", "据公开资料统计，云岚科技8月营收为3亿元。",
     "METRIC REPORTED(公开资料) 2025-08-01..2025-08-31 subject=云岚科技 metric=营收 value=3亿元[3e+08 "
     "CNY]\n"},
};

const EventSentence kNone[] = {
    {"OfAPlaceOfWork", "云岚科技9月1日关闭大连的交付中心，涉及310人。",
     "REORGANIZE 2025-09-01 organization=云岚科技\n"},
    {"OfWhatItDescribes", "云岚科技把亏损的视频业务以1.3亿元卖给北港智能。",
     "ACQUIRE target=视频业务 acquirer=北港智能 amount=1.3亿元[1.3e+08 CNY]\n"},
    {"APartOfIt", "云岚科技三成订单来自北港智能。", ""},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Listed, MetricsTest, testing::ValuesIn(kListed), NameOf);
INSTANTIATE_TEST_SUITE_P(Series, MetricsTest, testing::ValuesIn(kSeries), NameOf);
INSTANTIATE_TEST_SUITE_P(Shares, MetricsTest, testing::ValuesIn(kShares), NameOf);
INSTANTIATE_TEST_SUITE_P(Numbers, MetricsTest, testing::ValuesIn(kNumbers), NameOf);
INSTANTIATE_TEST_SUITE_P(Sources, MetricsTest, testing::ValuesIn(kSources), NameOf);
INSTANTIATE_TEST_SUITE_P(None, MetricsTest, testing::ValuesIn(kNone), NameOf);

}  // namespace
}  // namespace annals
