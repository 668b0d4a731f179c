// Sentences as feature articles tell them: of cuts, units, turns, listings, deals and figures. The names are
// invented.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class CompanyFeaturesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(CompanyFeaturesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kCuts[] = {
    {"PeopleOfACallingCutNobody", "云岚科技的120名工程师拿补偿走人。",
     "LAYOFF organization=云岚科技 count=120名[120 人]\n"},
    {"APartOfThoseCounted", "云岚科技裁员200人，其中40人来自总部。",
     "LAYOFF organization=云岚科技 count=200人[200 人]\n"},
    {"WhoFromWhereThePeopleAre", "新加坡商瑞拓裁员六人。", "LAYOFF organization=瑞拓 count=六人[6 人]\n"},
    {"WhoSpeaksIsNotCounted", "云岚科技的一名前员工说，云岚科技去年裁员57人。",
     "LAYOFF 2024-01-01..2024-12-31 organization=云岚科技 count=57人[57 人]\n"},
    {"TheSizeAfterACutWithAnAspect", "云岚科技从两千人缩到了六百人。",
     "LAYOFF organization=云岚科技 count=从两千人缩到了六百人[1400 人]\n"},
    {"WhoWillBeCut", "云岚科技约六百名员工会被裁撤。",
     "LAYOFF PLANNED organization=云岚科技 count=约六百名[600 人]\n"},
};

const EventSentence kUnits[] = {
    {"WhereAUnitIsSaysWhichOne", "云岚科技在深圳的研发中心已于7月关闭。",
     "REORGANIZE 2025-07-01..2025-07-31 unit=研发中心 organization=云岚科技\n"},
    {"AModelTeam", "云岚科技的大模型团队被解散。", "REORGANIZE unit=大模型团队 organization=云岚科技\n"},
};

const EventSentence kMoves[] = {
    {"ARankIsNoUnit", "今年6月，云岚科技的研究院升为一级部门，由林知远执掌。",
     "REORGANIZE 2025-06-01..2025-06-30 unit=研究院 organization=云岚科技 leader=林知远\n"},
    {"WhatAUnitIsMergedInto", "云岚科技的算法组并入平台部。",
     "REORGANIZE unit=算法组 organization=云岚科技 unit=平台部\n"},
    {"ABusinessOnItsOwn", "云岚科技的补习业务独立成公司。",
     "REORGANIZE unit=补习业务 organization=云岚科技\n"},
    {"TwoCentresOfOneHead", "云岚科技取消销售、交付两大中心，改设三个事业部。",
     "REORGANIZE unit=销售中心 unit=交付中心 organization=云岚科技\n"},
};

const EventSentence kTurns[] = {
    {"WhatIsTakenUpInTheClauseBehind", "云岚科技放弃安防，专注车用芯片。",
     "PIVOT organization=云岚科技 from_topic=安防 to_topic=车用芯片\n"},
    {"WhatACompanyBecomesBehindWhatItLeaves", "云岚科技宣布告别大模型，成了一家具身智能公司。",
     "PIVOT organization=云岚科技 from_topic=大模型 to_topic=具身智能公司\n"},
    {"WhatKindOfCompanyItBecomes", "云岚科技从硬件厂商变成了一家软件公司。",
     "PIVOT organization=云岚科技 to_topic=软件公司 from_topic=硬件厂商\n"},
    {"AnExchangeIsNoTopic", "云岚科技的下一站是港交所。",
     "LIST PLANNED organization=云岚科技 exchange=港交所\n"},
    {"AFieldThatIsAttackedIsNobody", "云嵐科技全力搶攻伺服器市場。",
     "PIVOT organization=云岚科技 to_topic=伺服器市場\n"},
};

const EventSentence kListings[] = {
    {"AListingThatIsShelved", "云岚科技原定今年第四季度上市的计划已经搁置。",
     "LIST FAILED 2025-10-01..2025-12-31 organization=云岚科技\n"},
    {"TheBoardThatIsLeft", "云岚科技上月由GEM转往主板上市。",
     "LIST 2025-08-01..2025-08-31 organization=云岚科技 exchange=主板\n"},
    {"ATrustInQuotationMarks", "“华信安居REIT”上周在上交所挂牌。",
     "LIST 2025-08-25..2025-08-31 organization=华信安居REIT exchange=上交所\n"},
    {"AnApplicationTurnedDown", "云岚科技的IPO申请在8月被上交所否了。",
     "LIST FAILED 2025-08-01..2025-08-31 organization=云岚科技 exchange=上交所\n"},
};

const EventSentence kDeals[] = {
    {"ADealThatIsLeft", "云岚科技退出了与青柚科技的合作。",
     "PARTNER FAILED organization=青柚科技 organization=云岚科技\n"},
    {"WhoTheNextDealIsWith", "云岚科技取消了与青柚科技签下的四份合同，改投听雨科技。",
     "PARTNER FAILED organization=青柚科技 organization=云岚科技\nPARTNER organization=听雨科技 "
     "organization=云岚科技\n"},
    {"TheFirstToJoin", "云岚汽车成为第一家加入听雨联盟的厂商。",
     "PARTNER organization=听雨联盟 organization=云岚汽车\n"},
    {"ALaboratoryOfTwo", "云岚科技与江海大学在武汉设了一个联合实验室。",
     "PARTNER organization=云岚科技 organization=江海大学\n"},
    {"NoOrderAnyMore", "云岚汽车不再采购青柚科技的芯片。",
     "PARTNER FAILED organization=青柚科技 organization=云岚汽车\n"},
};

const EventSentence kFigures[] = {
    {"AMeasureToldBefore", "云岚科技去年的退订率是1.2%，今年这个数字是0.7%。",
     "METRIC 2024-01-01..2024-12-31 subject=云岚科技 metric=退订率 value=1.2%[0.012]\n"
     "METRIC 2025-01-01..2025-12-31 subject=云岚科技 metric=退订率 value=0.7%[0.007]\n"},
    {"AMeasureAndThoseWhoHaveSoMuch", "日活上，云岚科技3.2亿，青柚科技2.2亿。",
     "METRIC subject=云岚科技 metric=日活 value=3.2亿[3.2e+08]\n"
     "METRIC subject=青柚科技 metric=日活 value=2.2亿[2.2e+08]\n"},
    {"AMeasureByWhichOneReckons", "在出货量上，云岚科技二季度是980万部，青柚科技是730万部。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=出货量 value=980万部[9.8e+06 部]\n"
     "METRIC 2025-04-01..2025-06-30 subject=青柚科技 metric=出货量 value=730万部[7.3e+06 部]\n"},
    {"ATimeThatIsAClause", "云岚科技的份额是12%，一年前，这个数字是8%。",
     "METRIC subject=云岚科技 metric=份额 value=12%[0.12]\n"
     "METRIC 2024-01-01..2024-12-31 subject=云岚科技 metric=份额 value=8%[0.08]\n"},
    {"AMeasureOfAnotherTime", "2019年云岚科技的门店数是300家，疫情后这个数字是100家。",
     "METRIC 2019-01-01..2019-12-31 subject=云岚科技 metric=门店数 value=300家[300 家]\n"
     "METRIC subject=云岚科技 metric=门店数 value=100家[100 家]\n"},
    {"MarksOfATest", "云岚科技的X1单核3012分，多核9380分。",
     "METRIC subject=X1 metric=单核 value=3012分[3012 分]\n"
     "METRIC subject=X1 metric=多核 value=9380分[9380 分]\n"},
    {"ASumAsPeopleSpeakOfIt", "云岚科技去年亏了3个亿。",
     "METRIC 2024-01-01..2024-12-31 subject=云岚科技 metric=亏了 value=3个亿[3e+08 CNY]\n"},
    {"ARoundNumberInWords", "云岚科技一年只有两千万的收入。",
     "METRIC subject=云岚科技 metric=收入 value=只有两千万[2e+07]\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Cuts, CompanyFeaturesTest, testing::ValuesIn(kCuts), NameOf);
INSTANTIATE_TEST_SUITE_P(Figures, CompanyFeaturesTest, testing::ValuesIn(kFigures), NameOf);
INSTANTIATE_TEST_SUITE_P(Deals, CompanyFeaturesTest, testing::ValuesIn(kDeals), NameOf);
INSTANTIATE_TEST_SUITE_P(Listings, CompanyFeaturesTest, testing::ValuesIn(kListings), NameOf);
INSTANTIATE_TEST_SUITE_P(Moves, CompanyFeaturesTest, testing::ValuesIn(kMoves), NameOf);
INSTANTIATE_TEST_SUITE_P(Turns, CompanyFeaturesTest, testing::ValuesIn(kTurns), NameOf);
INSTANTIATE_TEST_SUITE_P(Units, CompanyFeaturesTest, testing::ValuesIn(kUnits), NameOf);

}  // namespace
}  // namespace annals
