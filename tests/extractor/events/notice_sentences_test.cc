// What companies announce, and names without a kind beside the measures and verbs that only companies have.
// The names are invented.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class NoticeSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(NoticeSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kNotices[] = {
    {"APrepositionGovernsItsTime", "云岚科技董事会于近日收到总经理林知远先生提交的书面辞职报告。",
     "DEPART 2025-08-21..2025-09-03 person=林知远 organization=云岚科技 title=总经理\n"},
    {"ABoardIsNobody",
     "云岚科技董事会于近日收到蒲若谷女士提交的书面辞职报告。公司召开第三届董事会第九次会议，"
     "聘任证券事务代表龚萱女士为董事会秘书；原董事会秘书仇力先生届满离任。云岚科技董事会",
     "DEPART 2025-08-21..2025-09-03 person=蒲若谷 organization=云岚科技\n"
     "APPOINT person=龚萱 organization=云岚科技 title=董事会秘书 predecessor=仇力\n"
     "STEP_DOWN person=仇力 organization=云岚科技 title=董事会秘书\n"},
    {"ARegisteredNameAndItsShortForm", "沐恩生物科技股份有限公司聘任林知远为总经理。沐恩生物裁员300人。",
     "APPOINT person=林知远 organization=沐恩生物科技股份有限公司 title=总经理\n"
     "LAYOFF organization=沐恩生物科技股份有限公司 count=300人[300 人]\n"},
    {"ARegisteredNameBeginsWithItsPlace", "深圳启元科技股份有限公司聘任林知远为总经理。启元科技裁员300人。",
     "APPOINT person=林知远 organization=深圳启元科技股份有限公司 title=总经理\n"
     "LAYOFF organization=深圳启元科技股份有限公司 count=300人[300 人]\n"},
    {"AConjunctionStandsInNoRegisteredName", "云岚科技与深圳启元科技有限公司签署合作协议。",
     "PARTNER organization=云岚科技 organization=深圳启元科技有限公司\n"},
    {"WhoLeavesIsWhereTheyWorked",
     "云岚科技聘任林知远为总经理。林知远此前在德国英飞凌供职十七年，今年6月底离职。",
     "APPOINT person=林知远 organization=云岚科技 title=总经理\n"
     "DEPART 2025-06-21..2025-06-30 person=林知远 organization=英飞凌\n"},
    {"APublicBody", "江苏省教育厅厅长林知远辞职。",
     "DEPART person=林知远 organization=江苏省教育厅 title=厅长\n"},
    {"ASubsidiaryOfASubsidiary", "云岚科技全资孙公司启元光电裁员300人。",
     "LAYOFF organization=启元光电 count=300人[300 人]\n"},
    {"ARegisteredNameBehindWhoseItIs", "云岚科技全资子公司北京市瑞拓网络科技有限公司裁员300人。",
     "LAYOFF organization=北京市瑞拓网络科技有限公司 count=300人[300 人]\n"},
};

const EventSentence kBareNames[] = {
    {"AMeasureOfMoney", "海鸿营收31.6亿元，同比下滑4.2%。",
     "METRIC subject=海鸿 metric=营收 value=31.6亿元[3.16e+09 CNY] change=同比下滑4.2%[-0.042]\n"},
    {"AMeasureBehindATime", "泽塔云二季度营收31.6亿元。",
     "METRIC 2025-04-01..2025-06-30 subject=泽塔云 metric=营收 value=31.6亿元[3.16e+09 CNY]\n"},
    {"APriceOfShares", "锐钛股价大跌8%。", "METRIC subject=锐钛 metric=股价 change=大跌8%[-0.08]\n"},
    {"WhoAnnouncesWhatOnlyCompaniesDo", "海鸿宣布裁员300人。",
     "LAYOFF organization=海鸿 count=300人[300 人]\n"},
    {"WhoDeniesIt", "泽塔云否认将裁员。", "LAYOFF NEGATED organization=泽塔云\n"},
    {"ATimeBeforeTheVerb", "海鸿昨日完成A轮融资。", "FUND 2025-09-02 organization=海鸿 round=A轮\n"},
    {"AnEverydayWordIsNobody", "累计营收31.6亿元。", ""},
};

const EventSentence kInsideNames[] = {
    {"ACueAtTheEndOfATwoCharacterName", "两年后，唐未出走。", "DEPART “两年后” person=唐未\n"},
    {"ACueBehindAName", "林知远未离开云岚科技。", "DEPART NEGATED organization=云岚科技 person=林知远\n"},
    {"WithoutASound", "云岚科技悄没声地关停了外卖平台听雨。",
     "DISCONTINUE product=听雨 organization=云岚科技\n"},
    {"AParticleOpensNoName", "落选的工学院院长林知远卸任。", "STEP_DOWN person=林知远 title=工学院院长\n"},
    {"ATeamThatIsPointedAt", "林知远一手创办了这支乐队。", "FOUND founder=林知远\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Notices, NoticeSentencesTest, testing::ValuesIn(kNotices), NameOf);
INSTANTIATE_TEST_SUITE_P(BareNames, NoticeSentencesTest, testing::ValuesIn(kBareNames), NameOf);
INSTANTIATE_TEST_SUITE_P(InsideNames, NoticeSentencesTest, testing::ValuesIn(kInsideNames), NameOf);

}  // namespace
}  // namespace annals
