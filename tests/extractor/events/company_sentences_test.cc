// Sentences of what becomes of companies, their units and what they make. The names are invented.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class CompanySentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(CompanySentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kCuts[] = {
    {"TheNounBehindTheMarksSaysItIsAUnit", "云岚科技组建“超级供应链”事业群。",
     "REORGANIZE unit=“超级供应链”事业群 organization=云岚科技\n"},
    {"ADepartmentIsFoundedWithin", "云岚科技成立“星火”部门，由林知远负责。",
     "REORGANIZE unit=“星火”部门 organization=云岚科技 leader=林知远\n"},
    {"AStudioIsACompany", "林知远成立“九曲”工作室。", "FOUND organization=九曲 founder=林知远\n"},
    {"AnEarlierCutOfOtherSize", "云岚科技宣布裁员3000人。云岚科技2023年曾裁员1500人。",
     "LAYOFF organization=云岚科技 count=3000人[3000 人]\n"
     "LAYOFF 2023-01-01..2023-12-31 organization=云岚科技 count=1500人[1500 人]\n"},
    {"AnEarlierCutIsNotDenied", "去年11月，云岚科技裁员两成。云岚科技否认裁员传闻。",
     "LAYOFF 2024-11-01..2024-11-30 organization=云岚科技 count=两成[0.2]\nLAYOFF NEGATED "
     "organization=云岚科技\n"},
    {"WhoWasCutCutsNobody", "一名被裁员工告诉记者，云岚科技从未沟通。", ""},
    {"ADenialWithAnAspect", "云岚科技否认了裁员传闻。", "LAYOFF NEGATED organization=云岚科技\n"},
    {"WhoIsAffectedByACut", "云岚科技裁撤肿瘤研发部，约120名员工受到影响。",
     "REORGANIZE unit=肿瘤研发部 organization=云岚科技\nLAYOFF organization=云岚科技 count=约120名[120 "
     "人]\n"},
    {"WhoIsAffectedByAStorm", "台风导致云岚科技停电，200名员工受影响。", ""},
    {"LeaversThatAreCounted", "林知远今年加入云岚科技。第一刀落下，280人离开。",
     "JOIN 2025-01-01..2025-12-31 organization=云岚科技 person=林知远\n"},
};

const EventSentence kUnits[] = {
    {"TheSecondOfTwoPlainUnits", "云岚仪器设立智能制造中心和营销中心。",
     "REORGANIZE unit=智能制造中心 unit=营销中心 organization=云岚仪器\n"},
    {"WhereAUnitIs", "云岚科技将关闭位于苏州的研发中心。",
     "REORGANIZE PLANNED unit=研发中心 organization=云岚科技\n"},
    {"APlantThatIsClosed", "云岚科技证实，连年亏损的东莞厂已于7月关闭。",
     "REORGANIZE 2025-07-01..2025-07-31 unit=东莞厂 organization=云岚科技\n"},
    {"AStudioWithoutAName", "云岚科技3月关掉了西雅图的一家工作室。",
     "REORGANIZE 2025-03-01..2025-03-31 organization=云岚科技\n"},
    {"AStudioOfOnesOwn", "林知远成立了“雾港实验室”。", "FOUND organization=雾港实验室 founder=林知远\n"},
    {"AStudioBehindAVerbOfFounding", "林知远创办了“雾港工作室”。",
     "FOUND founder=林知远 organization=雾港工作室\n"},
    {"WhatItIsSaidToBe", "星澜是一家美妆公司，9月1日获得5000万元融资。",
     "FUND 2025-09-01 organization=星澜 amount=5000万元[5e+07 CNY]\n"},
    {"AWordThatIsAName", "启元是国内领先的光伏公司，9月1日获得5000万元融资。",
     "FUND 2025-09-01 organization=启元 amount=5000万元[5e+07 CNY]\n"},
    {"AWordBehindAKind", "光伏企业启元完成A轮融资。", "FUND organization=启元 round=A轮\n"},
    {"AVerbOpensAName", "光伏公司听澜完成A轮融资。", "FUND organization=听澜 round=A轮\n"},
    {"AVerbOpensANameWithAnEnding", "国内光伏龙头听澜集团收购云岚科技。",
     "ACQUIRE target=云岚科技 acquirer=听澜集团\n"},
    {"ANameBetweenKindAndPost", "光伏公司启元的创始人林知远离职。",
     "DEPART person=林知远 organization=启元 title=创始人\n"},
    {"ANameBetweenKindAndMeasure", "光伏公司启元今年营收10亿元。",
     "METRIC 2025-01-01..2025-12-31 subject=启元 metric=营收 value=10亿元[1e+09 CNY]\n"},
    {"AMeasureBehindAPlainWord", "公司海外营收10亿元。", ""},
    {"WhatItIsCalledAndWhatItIs", "林知远创办了一家名为启元的公司。",
     "FOUND organization=启元 founder=林知远\n"},
    {"WhatAProductIsCalled", "云岚科技推出一款叫澄念的手游。",
     "RELEASE product=澄念 organization=云岚科技\n"},
    {"WhomAClauseDescribes", "林知远创办的星澜裁员30%。", "LAYOFF organization=星澜 count=30%[0.3]\n"},
    {"APartIsNotWhomAClauseDescribes", "公司的安卓端裁员。", ""},
    {"WhatIsLeftBehindItsKind", "林知远从光伏公司启元离职。", "DEPART organization=启元 person=林知远\n"},
    {"ACompetitor", "云岚科技收购竞争对手启元。", "ACQUIRE target=启元 acquirer=云岚科技\n"},
    {"ALineOfBusiness", "林知远加入童装公司云澜。", "JOIN organization=云澜 person=林知远\n"},
    {"ASumIsRaised", "光伏公司云澜完成5000万美元融资。",
     "FUND organization=云澜 amount=5000万美元[5e+07 USD]\n"},
    {"WhoseSharesAShareholderSells", "云岚科技控股股东林知远将所持20%股份转让给听雨集团，作价30亿元。",
     "ACQUIRE acquirer=听雨集团 stake=20%[0.2] amount=30亿元[3e+09 CNY] target=云岚科技\n"},
    {"ThePostAndWhoLostIt", "林知远被罢免云岚科技董事长职务。",
     "STEP_DOWN person=林知远 title=董事长 organization=云岚科技\n"},
    {"APlatformAsEmployer", "今日头条副总裁林知远离职。",
     "DEPART person=林知远 organization=今日头条 title=副总裁\n"},
    {"ALatinCompanyActs", "Kestrelon去年关闭了慕尼黑研发中心。",
     "REORGANIZE 2024-01-01..2024-12-31 unit=慕尼黑研发中心 organization=Kestrelon\n"},
    {"APlantWithoutAName", "云岚科技去年关闭了位于慕尼黑的装配厂。",
     "REORGANIZE 2024-01-01..2024-12-31 organization=云岚科技\n"},
    {"WhatSetsAUnitUpIsNotItsEnd", "云岚科技3月关闭了物联网实验室。该实验室于2019年5月设立。",
     "REORGANIZE 2025-03-01..2025-03-31 unit=物联网实验室 organization=云岚科技\n"
     "REORGANIZE 2019-05-01..2019-05-31 unit=物联网实验室 organization=云岚科技\n"},
    {"ARoundIsNoCompany", "林知远宣布新一轮组织架构调整。", ""},
    {"TheNameBeforeThePlace", "听雨科技成立海芯半导体（珠海）有限公司。海芯半导体由林知远出任董事长。",
     "FOUND organization=海芯半导体(珠海)有限公司 founder=听雨科技\n"
     "APPOINT person=林知远 organization=海芯半导体(珠海)有限公司 title=董事长\n"},
    {"ANoticeIsNoPartOfATitle", "云岚科技公告副总经理林知远辞职。",
     "DEPART person=林知远 organization=云岚科技 title=副总经理\n"},
};

const EventSentence kThings[] = {
    {"EachBehindWhatItIs", "云岚科技发布了耳机“夜话”和音箱“点点乐”。",
     "RELEASE product=夜话 product=点点乐 organization=云岚科技\n"},
    {"ThisOneIsTheLastNamed",
     "云岚汽车推出电动车“山海3”。云岚汽车2022年推出过皮卡“山海7”，这款车去年8月停产。",
     "RELEASE product=山海3 organization=云岚汽车\nRELEASE 2022-01-01..2022-12-31 product=山海7 "
     "organization=云岚汽车\n"
     "DISCONTINUE 2024-08-01..2024-08-31 product=山海7 organization=云岚汽车\n"},
    {"ThePartOfAThingIsNotBroughtOut", "云岚电器推出搭载自研模型“岚脑”的智能电视“X9”。",
     "RELEASE product=X9 organization=云岚电器\n"},
    {"TheFirstOneIsNamedBehind", "云岚科技发布“听雨”。首款产品是一只毛绒狐狸“小漓”，计划暑期上市。",
     "RELEASE product=听雨 organization=云岚科技\nRELEASE PLANNED product=小漓 organization=云岚科技\n"},
    {"AModelCalledLikeAQuarter", "云岚汽车推出皮卡“山脊Q1”。",
     "RELEASE product=山脊Q1 organization=云岚汽车\n"},
    {"AServiceOfNoName", "云岚科技宣布，将于12月31日关闭网页搜索服务。",
     "DISCONTINUE PLANNED 2025-12-31 organization=云岚科技\n"},
};

const EventSentence kTopics[] = {
    {"WhereResourcesGo", "云岚科技宣布资源向车载面板集中。",
     "PIVOT organization=云岚科技 to_topic=车载面板\n"},
    {"WhereSomebodyWorkedHasNoName", "林知远创办了云岚科技。2014年，林知远辞去一家国企的工作。",
     "FOUND organization=云岚科技 founder=林知远\nDEPART 2014-01-01..2014-12-31 person=林知远\n"},
    {"WhatADealIsFor", "为聚焦主业，云岚科技裁员200人。",
     "LAYOFF organization=云岚科技 count=200人[200 人]\n"},
    {"AnyCompanyIsNone", "云岚科技认为，更多企业转向基础研究。",
     "STATEMENT speaker=云岚科技 quote=更多企业转向基础研究\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Cuts, CompanySentencesTest, testing::ValuesIn(kCuts), NameOf);
INSTANTIATE_TEST_SUITE_P(Units, CompanySentencesTest, testing::ValuesIn(kUnits), NameOf);
INSTANTIATE_TEST_SUITE_P(Things, CompanySentencesTest, testing::ValuesIn(kThings), NameOf);
INSTANTIATE_TEST_SUITE_P(Topics, CompanySentencesTest, testing::ValuesIn(kTopics), NameOf);

}  // namespace
}  // namespace annals
