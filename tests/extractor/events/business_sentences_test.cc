// What companies do: what they turn from and to, bring out, stop, and form with others. The names are
// invented, but where the lexicon's own are meant.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class BusinessSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(BusinessSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kPivots[] = {
    {"FromBeforeTheVerb", "云岚汽车从造车转行卖车。",
     "PIVOT organization=云岚汽车 to_topic=卖车 from_topic=造车\n"},
    {"FromOfTheFocus", "云岚汽车战略重心从地产转向物业服务。",
     "PIVOT organization=云岚汽车 from_topic=地产 to_topic=物业服务\n"},
    {"InsideTheGap", "云岚汽车重心由地产转到物业服务。",
     "PIVOT organization=云岚汽车 from_topic=地产 to_topic=物业服务\n"},
    {"AroundTheTail", "云岚汽车放弃造车改做储能。",
     "PIVOT organization=云岚汽车 from_topic=造车 to_topic=储能\n"},
    {"TheClauseBeforeSaysBoth", "从造车到卖铁，云岚汽车掉头只用了三个月。",
     "PIVOT organization=云岚汽车 from_topic=造车 to_topic=卖铁\n"},
    {"WhatIsNoLongerDone", "云岚汽车不再造车，改做充电桩。",
     "PIVOT organization=云岚汽车 from_topic=造车 to_topic=充电桩\n"},
    {"WhatIsGivenUpStandsInTheGap", "云岚科技不做电视了。", "PIVOT organization=云岚科技 from_topic=电视\n"},
    {"WhereAllIsPut", "云岚科技把全部身家押在了储能上。", "PIVOT organization=云岚科技 to_topic=储能\n"},
    {"WhatIsHeldBehindTheLine", "云岚汽车退守零部件。", "PIVOT organization=云岚汽车 to_topic=零部件\n"},
    {"ADriverTurnsRound", "云岚汽车的司机掉头就走。", ""},
};

const EventSentence kProducts[] = {
    {"AVerbOfOneCharacterOpensAName", "“闪拍”停服。", "DISCONTINUE product=闪拍\n"},
    {"AVerbThatTakesAProductEndsTheClause", "“山屿3.0”今天正式开源。",
     "OPEN_SOURCE 2025-09-03 product=山屿3.0\n"},
    {"BehindWhatPutsItForward", "云岚科技将“闪拍”打入冷宫。",
     "DISCONTINUE product=闪拍 organization=云岚科技\n"},
    {"MeasuredByItsUse", "“闪拍”8月月活达1.2亿。",
     "METRIC 2025-08-01..2025-08-31 subject=闪拍 metric=月活 value=达1.2亿[1.2e+08]\n"},
    {"TermsAreNotOpened", "云岚科技以Apache 2.0授权释出模型“山屿3.0”。",
     "OPEN_SOURCE product=山屿3.0 organization=云岚科技\n"},
    {"WordsInQuotationMarksAreNoProduct", "他要求团队“回到用户”上线前再检查一次。", ""},
};

const EventSentence kDeals[] = {
    {"AnAllianceIsNoCompany", "云岚汽车、听雨科技合组电池国家队。",
     "PARTNER topic=电池国家队 organization=云岚汽车 organization=听雨科技\n"},
    {"ACompanyTheyFormIsOne", "云岚汽车、听雨科技合组栖岩能源。",
     "FOUND organization=栖岩能源 founder=云岚汽车 founder=听雨科技\n"},
    {"AWeakEndingBesidesAPartner", "云岚汽车牵手远图地图。",
     "PARTNER organization=远图地图 organization=云岚汽车\n"},
    {"AChequeOfAnInvestor", "语音公司云岚科技，估值被软银的一张3.2亿美元支票抬到了41亿美元。",
     "FUND investor=软银 amount=3.2亿美元[3.2e+08 USD] organization=云岚科技\n"},
};

const EventSentence kMoney[] = {
    {"WhoLeadsBesideWhomReceivesNothing", "北辰资本领投、广汽资本跟投，云岚科技拿到3亿元。",
     "FUND organization=云岚科技 amount=3亿元[3e+08 CNY] investor=北辰资本 investor=广汽资本\n"},
    {"WhoLeadsBehindTheRound", "领投云岚科技B轮的启明创投退出了谈判。",
     "FUND FAILED organization=云岚科技 investor=启明创投 round=B轮\n"},
    {"WhoseMoneyItWas", "云岚科技的第一笔钱来自红杉中国。", "FUND investor=红杉中国 organization=云岚科技\n"},
    {"TalksOfMoney", "云岚科技正与CYVN Holdings洽谈一笔8亿美元的投资。",
     "FUND ONGOING investor=CYVN Holdings organization=云岚科技 amount=8亿美元[8e+08 USD]\n"},
    {"WhereSharesAreTradedIsNoNews", "港股上市的云岚科技昨日收跌6.8%。",
     "METRIC 2025-09-02 subject=云岚科技 metric=股价 change=收跌6.8%[-0.068]\n"},
    {"WhenTheyCameThereIs", "今年1月在港股上市的云岚科技，研发人员有300人。",
     "LIST 2025-01-01..2025-01-31 organization=云岚科技 exchange=港股\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Money, BusinessSentencesTest, testing::ValuesIn(kMoney), NameOf);
INSTANTIATE_TEST_SUITE_P(Pivots, BusinessSentencesTest, testing::ValuesIn(kPivots), NameOf);
INSTANTIATE_TEST_SUITE_P(Products, BusinessSentencesTest, testing::ValuesIn(kProducts), NameOf);
INSTANTIATE_TEST_SUITE_P(Deals, BusinessSentencesTest, testing::ValuesIn(kDeals), NameOf);

}  // namespace
}  // namespace annals
