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

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Pivots, BusinessSentencesTest, testing::ValuesIn(kPivots), NameOf);
INSTANTIATE_TEST_SUITE_P(Products, BusinessSentencesTest, testing::ValuesIn(kProducts), NameOf);
INSTANTIATE_TEST_SUITE_P(Deals, BusinessSentencesTest, testing::ValuesIn(kDeals), NameOf);

}  // namespace
}  // namespace annals
