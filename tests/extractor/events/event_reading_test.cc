// One sentence, the events in it: every frame of the valency lexicon that news uses most, and how each kind
// of participant is found. The names are invented.
#include <string>

#include "extractor/events/trigger_finder.h"
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class EventReadingTest : public testing::TestWithParam<EventSentence> {};

TEST_P(EventReadingTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kCompanies[] = {
    {"AnObjectThatOpensItsClauseIsNotPointedTo", "云岚科技昨日宣布，收购听雨科技。该公司随后裁员200人。",
     "ACQUIRE 2025-09-02 target=听雨科技 acquirer=云岚科技\n"
     "LAYOFF organization=云岚科技 count=200人[200 人]\n"},
    {"WhoLeadsWhatIsSetUpHasNoOtherPost", "云岚科技成立零售事业部，由林知远挂帅。",
     "REORGANIZE unit=零售事业部 organization=云岚科技 leader=林知远\n"},
    {"NoneOfAListIsPointedTo", "听雨科技最近缺钱。海岳资本和北回基金正在洽谈领投它5000万元的天使轮。",
     "FUND ONGOING organization=听雨科技 investor=海岳资本 investor=北回基金 amount=5000万元[5e+07 CNY] "
     "round=天使轮\n"},
    {"NoNumberFromBehindASemicolon", "云岚科技上半年销量创下新高；顾若彤则订了6万辆。", ""},
    {"WhoIsNegotiatedWithBuys", "云岚科技正与晨曦智能洽谈出售旗下听雨科技。",
     "ACQUIRE ONGOING acquirer=晨曦智能 target=听雨科技\n"},
    {"WhatWasBoughtIsUpForSaleAgain",
     "云岚科技去年以9亿元买下听雨科技。有传闻称，云岚科技正与晨曦智能商谈出售听雨科技四成股权。",
     "ACQUIRE 2024-01-01..2024-12-31 target=听雨科技 acquirer=云岚科技 amount=9亿元[9e+08 CNY]\n"
     "ACQUIRE ONGOING RUMORED acquirer=晨曦智能 target=听雨科技 stake=四成[0.4]\n"},
    {"WhoStandsBehindAPrepositionIsNotPointedTo",
     "云岚科技完成由海岳资本领投的B轮融资。截至8月底，其门店数为412家。",
     "FUND investor=海岳资本 organization=云岚科技 round=B轮\n"
     "METRIC 2025-08-21..2025-08-31 subject=云岚科技 metric=门店数 value=412家[412 家]\n"},
    {"AYearRightBehindAVerbIsThatVerbs", "云岚科技成立于2017年，巅峰时期门店数超过600家。",
     "FOUND 2017-01-01..2017-12-31 organization=云岚科技\n"
     "METRIC subject=云岚科技 metric=门店数 value=超过600家[600 家]\n"},
    {"AYearBeforeThePeriodJustTold", "云岚科技第二季度营收9亿元，去年同期营收为7亿元。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=营收 value=9亿元[9e+08 CNY]\n"
     "METRIC 2024-04-01..2024-06-30 subject=云岚科技 metric=营收 value=7亿元[7e+08 CNY]\n"},
    {"AtOnceIsTheDayOfTheAnnouncement", "云岚科技9月1日宣布，首席财务官宋亦楠即日起离任。",
     "DEPART 2025-09-01 person=宋亦楠 organization=云岚科技 title=首席财务官\n"},
    {"ATimeEndsWithItsSemicolon", "林知远9月1日离开云岚科技；顾若彤则加入了听雨科技。",
     "DEPART 2025-09-01 organization=云岚科技 person=林知远\nJOIN organization=听雨科技 person=顾若彤\n"},
    {"TheObjectBehindACleft", "云岚科技上线了智能助手“小桥”，接入的是晨曦智能的“山海2”。",
     "RELEASE product=小桥 organization=云岚科技\nINTEGRATE product=山海2 adopter=云岚科技\n"},
    {"WhoSaysSoIsNoPartOfAName", "有传闻称辰星智能将收购云岚科技。",
     "ACQUIRE PLANNED RUMORED target=云岚科技 acquirer=辰星智能\n"},
    {"AShareOfTheStaff", "云岚科技计划裁减约10%的员工。",
     "LAYOFF PLANNED organization=云岚科技 count=10%[0.1]\n"},
    {"ADescriptionIsNoName", "云岚科技近日融资。这家杭州机器人公司上月任命林知远为CEO。",
     "FUND 2025-08-21..2025-09-03 organization=云岚科技\n"
     "APPOINT 2025-08-01..2025-08-31 person=林知远 organization=云岚科技 title=CEO\n"},
    {"OneOfAKindIsNoName", "云岚科技起诉了一家苏州公司，随后裁员两成。",
     "LAYOFF organization=云岚科技 count=两成[0.2]\n"},
    {"Founding", "白景行创办了听雨科技。", "FOUND organization=听雨科技 founder=白景行\n"},
    {"FoundedByNobodyNamed", "听雨科技正式成立。", "FOUND organization=听雨科技\n"},
    {"AMeasureThatBeginsWithAPost", "云岚科技员工流失率已达12%。",
     "METRIC subject=云岚科技 metric=员工流失率 value=达12%[0.12]\n"},
    {"APriceInPassingIsNoMeasure", "云岚科技发布手表“山海”，售价999元。",
     "RELEASE product=山海 organization=云岚科技\n"},
    {"OfTwoCompaniesTheOwnerIsMeant", "晨曦智能收购听雨科技母公司远山集团。",
     "ACQUIRE target=远山集团 acquirer=晨曦智能\n"},
    {"InvestorsListedBehindTheDeal", "晨曦智能完成B轮融资，投资方包括云图资本、远山资本等。",
     "FUND organization=晨曦智能 round=B轮 investor=云图资本 investor=远山资本\n"},
    {"InvestorsBehindAnyCopula", "云岚科技完成B轮融资，跟投机构还包括远山资本。",
     "FUND organization=云岚科技 round=B轮 investor=远山资本\n"},
    {"TheSurerOfTwoReadings", "云岚科技获得数千万元融资。", "FUND organization=云岚科技 amount=数千万元\n"},
    {"AValuationInTheNextClause", "晨曦智能完成B轮融资，融资金额为2亿元，估值超20亿元。",
     "FUND organization=晨曦智能 round=B轮 amount=2亿元[2e+08 CNY] valuation=超20亿元[2e+09 CNY]\n"},
    {"WhatOpensAHeadlineIsNoPartOfAName", "传晨曦智能收购听雨科技",
     "ACQUIRE RUMORED target=听雨科技 acquirer=晨曦智能\n"},
    {"AHeadlineAloneIsNoHeading", "快讯：晨曦智能完成A轮融资", "FUND organization=晨曦智能 round=A轮\n"},
    {"FoundersJoinedByAPreposition", "林知远与顾若彤创办了听雨科技。",
     "FOUND organization=听雨科技 founder=林知远 founder=顾若彤\n"},
    {"ADescriptionBeforeANameIsAPartOfIt", "晨曦智能以2亿元收购语音识别公司听雨科技。",
     "ACQUIRE target=听雨科技 acquirer=晨曦智能 amount=2亿元[2e+08 CNY]\n"},
    {"ADescriptionBeforeALatinNameIsNoName", "顾若彤加入了视效公司Tarn Digital。",
     "JOIN organization=Tarn Digital person=顾若彤\n"},
    {"Layoff", "云岚科技裁员200人。", "LAYOFF organization=云岚科技 count=200人[200 人]\n"},
    {"AcquisitionWithAmountAndStake", "晨曦智能以2.4亿元收购听雨科技60%的股份。",
     "ACQUIRE target=听雨科技 acquirer=晨曦智能 amount=2.4亿元[2.4e+08 CNY] stake=60%[0.6]\n"},
    {"ADealToldInSeveralClausesIsOne", "云岚科技完成5亿元B轮融资，由海岳资本领投，投后估值40亿元。",
     "FUND organization=云岚科技 amount=5亿元[5e+08 CNY] round=B轮 investor=海岳资本 valuation=40亿元[4e+09 "
     "CNY]\n"},
    {"ListingWithExchangeAndAmount", "青禾生物在港交所上市，募资3亿美元。",
     "LIST organization=青禾生物 amount=3亿美元[3e+08 USD] exchange=港交所\n"},
    {"EachInvestorHasAVerb", "云岚科技完成由海岳资本领投、听雨创投跟投的A轮融资，金额5亿元。",
     "FUND investor=海岳资本 organization=云岚科技 investor=听雨创投 round=A轮 amount=5亿元[5e+08 CNY]\n"},
    {"BothAreTheLastTwo", "云岚科技昨天与晨曦智能会面，双方签署战略合作协议。",
     "PARTNER 2025-09-02 organization=云岚科技 organization=晨曦智能\n"},
    {"ATakeoverAsANoun", "云岚科技完成对听雨科技的收购。", "ACQUIRE target=听雨科技 acquirer=云岚科技\n"},
    {"Partners", "云岚科技与晨曦智能、听雨科技达成合作。",
     "PARTNER organization=云岚科技 organization=晨曦智能 organization=听雨科技\n"},
    {"Reorganisation", "云岚科技撤销了自动驾驶事业部。",
     "REORGANIZE unit=自动驾驶事业部 organization=云岚科技\n"},
    {"WhoSellsWhatToWhom", "云岚科技向晨曦智能出售听雨科技。", "ACQUIRE acquirer=晨曦智能 target=听雨科技\n"},
    {"WhoSupplies", "云岚科技为晨曦智能供货。", "PARTNER organization=晨曦智能 organization=云岚科技\n"},
    {"AnOrderWon", "云岚科技拿下晨曦智能订单。",
     "PARTNER organization=晨曦智能 organization=云岚科技 topic=晨曦智能订单\n"},
    {"WhoGoesIsCounted", "云岚科技裁撤500人。", "LAYOFF organization=云岚科技 count=500人[500 人]\n"},
    {"AUnitOfItsOwn", "云岚科技重组其视觉应用团队。", "REORGANIZE unit=视觉应用团队 organization=云岚科技\n"},
    {"ANewUnitIsCounted", "云岚科技新设了一个移植组。", "REORGANIZE unit=移植组 organization=云岚科技\n"},
    {"AProductBehindAnAspect", "云岚科技推出了“山海3.0”。",
     "RELEASE product=山海3.0 organization=云岚科技\n"},
    {"OpenBeforeTheNameOfTheModel", "云岚科技推出开源模型“山海”。",
     "OPEN_SOURCE product=山海 organization=云岚科技\n"},
    {"AQuotedProductBeforeWhatBecomesOfIt", "“山海3.0”今日正式上线。",
     "RELEASE 2025-09-03 product=山海3.0\n"},
    {"Release", "云岚科技发布大模型“山海”。", "RELEASE product=山海 organization=云岚科技\n"},
    {"OpenSource", "云岚科技宣布开源“山海2”模型。", "OPEN_SOURCE product=山海2 organization=云岚科技\n"},
    {"Discontinued", "云岚科技关停了聊天应用“小桥”。", "DISCONTINUE product=小桥 organization=云岚科技\n"},
    {"TwoPostsHeldAsOneAreOneTitle", "宋亦楠卸任云岚科技董事会主席兼CEO。",
     "STEP_DOWN person=宋亦楠 title=董事会主席兼CEO organization=云岚科技\n"},
    {"APostRightBehindAShortVerb", "云岚集团今日成立，林知远任董事长。",
     "FOUND 2025-09-03 organization=云岚集团\n"
     "APPOINT 2025-09-03 person=林知远 title=董事长 organization=云岚集团\n"},
    {"WhoStillHoldsAPostIsNotAppointed", "宋亦楠仍担任云岚科技董事长。", ""},
    {"APriceAShareIsNotWhatIsRaised", "云岚科技登陆科创板，发行价87.18元，首日涨18.9%。",
     "LIST organization=云岚科技 exchange=科创板\n"
     "METRIC subject=云岚科技 metric=股价 change=涨18.9%[0.189]\n"},
    {"HowManyOfSomethingIsNoMeasure", "云岚科技将关闭三家门店。", ""},
    {"ATimeIsNoPartOfTheMeasure", "云岚科技上半年销量突破3万辆。",
     "METRIC 2025-01-01..2025-06-30 subject=云岚科技 metric=销量 value=突破3万辆[30000 辆]\n"},
    {"MeasuresAreOfTheCompanyNotOfItsSpeaker", "云岚科技CEO林知远：今年营收突破60亿元",
     "STATEMENT speaker=林知远 quote=今年营收突破60亿元\n"
     "METRIC 2025-01-01..2025-12-31 subject=云岚科技 metric=营收 value=突破60亿元[6e+09 CNY]\n"},
    {"WhatIsQuotedGovernsNothingOutside", "“我们欠大家一句对不起。”林知远说。",
     "STATEMENT speaker=林知远 quote=我们欠大家一句对不起。\n"},
    {"TheWordsBehindANameAndAColon", "新车正式发布，云岚科技创始人林知远：未来五年要再造一个云岚",
     "STATEMENT speaker=林知远 quote=未来五年要再造一个云岚\n"},
    {"MeasureOnAWordOfASource", "海图研究院的数据显示，今年8月，云岚科技的营收为3亿元。",
     "METRIC REPORTED(海图研究院) 2025-08-01..2025-08-31 subject=云岚科技 metric=营收 value=3亿元[3e+08 CNY] "
     "source_organization=海图研究院\n"},
    {"MoveOfAShareWithoutItsPrice", "云岚科技盘中大跌7%。",
     "METRIC subject=云岚科技 metric=股价 change=大跌7%[-0.07]\n"},
    {"MoveOfAShareOverNight", "云岚科技隔夜飙升16.4%。",
     "METRIC subject=云岚科技 metric=股价 change=飙升16.4%[0.164]\n"},
    {"ThingsCountedByAVerb", "云岚科技8月卖出4.2万辆，同比增长30%。",
     "METRIC 2025-08-01..2025-08-31 subject=云岚科技 metric=卖出 value=4.2万辆[42000 辆] "
     "change=同比增长30%[0.3]\n"},
    {"MeasureWithChange", "云岚科技第二季度营收12亿元，同比增长35%。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=营收 value=12亿元[1.2e+09 CNY] "
     "change=同比增长35%[0.35]\n"},
    {"AYearlyChangeIsOfTheMeasureBefore", "云岚科技第二季度毛利率41%，季减1.3个百分点。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=毛利率 value=41%[0.41] "
     "change=季减1.3个百分点[-0.013]\n"},
    {"ARateIsAChange", "云岚科技第二季度营收12亿元，增幅达35%。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=营收 value=12亿元[1.2e+09 CNY] "
     "change=增幅达35%[0.35]\n"},
    {"WhatIsComparedIsNoMeasure", "云岚科技收市报4.1元，较招股价高出三成六。",
     "METRIC subject=云岚科技 metric=股价 value=4.1元[4.1 CNY] change=较招股价高出三成六[0.36]\n"},
    {"ALossThatNarrows", "云岚科技第二季度净亏损6100万元，较上年收窄近四成。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=净亏损 value=6100万元[6.1e+07 CNY] "
     "change=收窄近四成[-0.4]\n"},
    {"NumbersThatAreCompared", "今年8月，云岚科技月活3亿。作为对比，微信的月活为13亿。",
     "METRIC 2025-08-01..2025-08-31 subject=云岚科技 metric=月活 value=3亿[3e+08]\n"
     "METRIC 2025-08-01..2025-08-31 subject=微信 metric=月活 value=13亿[1.3e+09]\n"},
    {"TheInvestorFarBehind", "云岚科技完成C轮融资，金额10亿元，投后估值90亿元，领投方是红杉资本。",
     "FUND organization=云岚科技 round=C轮 amount=10亿元[1e+09 CNY] investor=红杉资本 "
     "valuation=90亿元[9e+09 CNY]\n"},
};

// Who lost a post, who sold, what was closed: verbs that several types share.
const EventSentence kTypesApart[] = {
    {"RelievedOfAPost", "听雨科技总经理宋亦楠被免职。",
     "STEP_DOWN person=宋亦楠 organization=听雨科技 title=总经理\n"},
    {"ResignedInBlame", "听雨科技总经理宋亦楠引咎辞职。",
     "DEPART person=宋亦楠 organization=听雨科技 title=总经理\n"},
    {"ForReasonsOfOnesOwn", "听雨科技总经理宋亦楠因个人原因离职。",
     "DEPART person=宋亦楠 organization=听雨科技 title=总经理 reason=个人原因\n"},
    {"AgeIsAReason", "听雨科技总经理宋亦楠届龄退休。",
     "DEPART person=宋亦楠 organization=听雨科技 title=总经理 reason=届龄退休\n"},
    {"AReasonIsNoPlan", "听雨科技总经理宋亦楠出于个人健康考虑离职。",
     "DEPART person=宋亦楠 organization=听雨科技 title=总经理 reason=个人健康考虑\n"},
    {"LeftWhatTheClauseBeforeTells", "云岚科技创始人林知远原是微软的产品经理，2018年辞职。",
     "DEPART 2018-01-01..2018-12-31 person=林知远 organization=微软 title=产品经理\n"},
    {"WhosePostItWas", "云岚科技公告，宋亦楠的首席财务官一职由林知远接手。",
     "APPOINT person=林知远 predecessor=宋亦楠 title=首席财务官 organization=云岚科技\n"},
    {"LeftWhatWasJoined", "林知远2016年进入听雨科技，2019年离职。",
     "JOIN 2016-01-01..2016-12-31 organization=听雨科技 person=林知远\n"
     "DEPART 2019-01-01..2019-12-31 person=林知远 organization=听雨科技\n"},
    {"GaveUpEveryPost", "宋亦楠辞去公司一切职务。", "DEPART person=宋亦楠\n"},
    {"FetchedBack", "晨曦智能把林知远接了过去。", "JOIN person=林知远 organization=晨曦智能\n"},
    {"AnnouncedAsNewCoach", "海湾足球俱乐部官宣林知远为新任主教练。",
     "APPOINT person=林知远 organization=海湾足球俱乐部 title=主教练\n"},
    {"TakesOverTheWork", "云岚科技首席财务官宋亦楠离职，由顾若彤接手其工作。",
     "DEPART person=宋亦楠 organization=云岚科技 title=首席财务官\n"
     "APPOINT person=顾若彤 predecessor=宋亦楠 title=首席财务官 organization=云岚科技\n"},
    {"ABareTitleIsNoPredecessor", "顾若彤接班云岚科技财务总监。",
     "APPOINT person=顾若彤 title=财务总监 organization=云岚科技\n"},
    {"WhatIsLeftIsNotWhatIsJoined", "林知远随即离职，加入晨曦智能。",
     "DEPART person=林知远 to_organization=晨曦智能\nJOIN organization=晨曦智能 person=林知远\n"},
    {"WhatStandsBehindASaleIsSold", "云岚科技8月出售听雨科技80%股权。",
     "ACQUIRE 2025-08-01..2025-08-31 target=听雨科技 stake=80%[0.8]\n"},
    {"TheBuyerIsNamedBehind", "云岚科技把听雨科技卖了，买家是晨曦智能。",
     "ACQUIRE target=听雨科技 acquirer=晨曦智能\n"},
    {"UnitsMerge", "云岚科技将海外事业部与市场部合并。",
     "REORGANIZE unit=海外事业部 unit=市场部 organization=云岚科技\n"},
    {"AUnitThatIsStoppedIsDissolved", "云岚科技关停视觉研发组。",
     "REORGANIZE unit=视觉研发组 organization=云岚科技\n"},
    {"AStudioOfACompany", "云岚科技关闭深圳工作室。", "REORGANIZE unit=深圳工作室 organization=云岚科技\n"},
    {"AShareOfTheStaff", "云岚科技砍掉硬件团队三成员工。",
     "LAYOFF unit=硬件团队 organization=云岚科技 count=三成[0.3]\n"},
    {"EachRoundIsADeal", "云岚科技完成两轮融资，A轮由晨曦资本领投，B轮由远山资本领投。",
     "FUND organization=云岚科技 investor=晨曦资本 round=A轮\n"
     "FUND investor=远山资本 round=B轮 organization=云岚科技\n"},
    {"HeadsForAnExchange", "云岚科技冲刺科创板。", "LIST PLANNED organization=云岚科技 exchange=科创板\n"},
    {"FirstDayOfTrade", "云岚科技纳斯达克首秀大涨。", "LIST organization=云岚科技 exchange=纳斯达克\n"},
    {"APaperStops", "云岚日报停刊。", "DISCONTINUE product=云岚日报\n"},
    {"ATimeClauseHasTheSubjectOfTheNext", "离开云岚科技之后，林知远创办了听雨科技。",
     "DEPART organization=云岚科技 person=林知远\nFOUND organization=听雨科技 founder=林知远\n"},
    {"APostGivenUpInATimeClause", "在辞去云岚科技总裁一职后，林知远加入了晨曦智能。",
     "STEP_DOWN person=林知远 title=总裁 organization=云岚科技\n"
     "JOIN organization=晨曦智能 person=林知远\n"},
    {"ANumberSaysHowManyTheListHas", "王伟、李强、张敏三人共同创立了听雨科技。",
     "FOUND organization=听雨科技 founder=王伟 founder=李强 founder=张敏\n"},
    {"EachTakesItsOwnPost", "林知远、顾若彤分别出任云岚科技董事长和总裁。",
     "APPOINT person=林知远 organization=云岚科技 title=董事长\n"
     "APPOINT person=顾若彤 organization=云岚科技 title=总裁\n"},
    {"WhoseOfferIsRefused", "云岚科技拒绝了晨曦智能的收购要约。",
     "ACQUIRE FAILED acquirer=晨曦智能 target=云岚科技\n"},
    {"AnObjectAheadIsNoPlan", "云岚科技将旗下的动物保健业务以7亿元出售给晨曦智能。",
     "ACQUIRE target=动物保健业务 acquirer=晨曦智能 amount=7亿元[7e+08 CNY]\n"},
    {"WhereSomebodyWasBeforeIsNoNews", "林知远此前效力于晨曦足球俱乐部。", ""},
    {"ACueInsideAName", "任正非宣布徐直军接任华为轮值董事长。",
     "APPOINT person=徐直军 title=轮值董事长 organization=华为\n"},
    {"PartsOfAProductAreOpened", "晨曦智能放出模型“星海”，代码与权重均已开源。",
     "OPEN_SOURCE product=星海 organization=晨曦智能\n"},
    {"CompaniesNobodyNames", "已有超650家企业宣布接入“星海”。", ""},
    {"MoneyThatAnInvestorGaveIsNotRaisedByListing", "听雨科技获得远山资本投资，将在港交所上市。",
     "FUND investor=远山资本 organization=听雨科技\nLIST PLANNED organization=听雨科技 exchange=港交所\n"},
    {"AContractBehindAPost", "林知远出任云岚科技主教练，双方签约三年。",
     "APPOINT person=林知远 title=主教练 organization=云岚科技\n"},
    {"WhoseRelativeTakesOver", "云岚科技副总经理林知远辞任，其女婿接班。",
     "STEP_DOWN person=林知远 organization=云岚科技 title=副总经理\n"},
    {"APremiumIsNoStake", "云岚科技溢价12%收购听雨科技10%股权。",
     "ACQUIRE target=听雨科技 acquirer=云岚科技 stake=10%[0.1]\n"},
    {"SomebodyComesBack", "云岚科技前总裁林知远回归。", "JOIN person=林知远 organization=云岚科技\n"},
    {"AStudioOfOnesOwn", "歌手林知远成立个人工作室。", "FOUND founder=林知远\n"},
    {"WhatIsMadeHasNoNameHere", "云岚科技将推出与听雨联名的新式茶饮。",
     "RELEASE PLANNED organization=云岚科技\n"},
    {"PapersAreNoProducts", "云岚科技发布人事通知。", ""},
    {"BothFoundIt", "听雨科技与晨曦智能宣布，双方合资成立“山海国际”。",
     "FOUND organization=山海国际 founder=听雨科技 founder=晨曦智能\n"},
    {"SharesComeOutAtAnExchange", "听雨科技去年在港交所完成上市。",
     "LIST 2024-01-01..2024-12-31 organization=听雨科技 exchange=港交所\n"},
    {"BanksThatArrangeAListing", "听雨科技正找高盛与摩根大通筹备IPO。",
     "LIST ONGOING organization=听雨科技\n"},
    {"TheCompanyOfThePost", "刚离开云岚科技的林知远出任晨曦智能总裁。",
     "DEPART organization=云岚科技 person=林知远\n"
     "APPOINT person=林知远 title=总裁 organization=晨曦智能\n"},
    {"WhoSucceedsWhom", "接替宋亦楠出任云岚科技总裁的林知远发表讲话。",
     "APPOINT predecessor=宋亦楠 person=林知远 organization=云岚科技\n"},
    {"AnAwardIsNoPost", "林知远当选MVP。", ""},
    {"WhoJoinsARoundGives", "云岚科技完成A轮融资，晨曦资本、远山资本加入本轮融资。",
     "FUND organization=云岚科技 round=A轮 investor=晨曦资本 investor=远山资本\n"},
    {"SoldByTheThousandIsAMeasure", "听雨科技12月卖了不到一千辆。",
     "METRIC 2024-12-01..2024-12-31 subject=听雨科技 metric=卖了 value=不到一千辆[1000 辆]\n"},
    {"ANameThatAMeasureBeginsWith", "小鹏汽车毛利率下滑至20.5%。",
     "METRIC subject=小鹏 metric=毛利率 value=20.5%[0.205]\n"},
};

const EventSentence kStatements[] = {
    {"TheOneWhoSpokeGoesOn",
     "云岚科技云业务负责人林知远介绍，新平台已服务两百家客户。该负责人称，明年会更多。",
     "STATEMENT speaker=林知远 quote=新平台已服务两百家客户\nSTATEMENT speaker=林知远 quote=明年会更多\n"},
    {"WhenSomebodySpokeIsNotWhat", "林知远回应传闻时说，没有这回事。",
     "STATEMENT speaker=林知远 quote=没有这回事\n"},
    {"WhatIsExpectedIsNoQuote", "云岚科技预计明年第一季量产芯片“青鸾”。", ""},
    {"ADenialIsWhatBecameOfTheEvent", "云岚科技否认将收购听雨科技。",
     "ACQUIRE NEGATED target=听雨科技 acquirer=云岚科技\n"},
    {"SomebodyNobodyNamesSpeaksForHimself",
     "林知远离开了云岚科技。也有投资人不看好。“活着比什么都重要。”该投资人说。",
     "DEPART organization=云岚科技 person=林知远\n"},
    {"ANameInQuotationMarksIsNoSpeech",
     "云岚科技有一款“山海2.0”手表。林知远表示，这笔钱将用于“山海2.0”的研发。",
     "STATEMENT speaker=林知远 quote=这笔钱将用于“山海2.0”的研发\n"},
    {"WordsInsideAClaimAreOneStatementWithIt",
     "林知远对记者说，明年的日子只会比今年还要难上许多，谁也不要指望价格回来，“我走错了路”。",
     "STATEMENT speaker=林知远 quote=明年的日子只会比今年还要难上许多，谁也不要指望价格回来，“我走错了路”\n"},
    {"AVerbOfWhatIsSaid", "顾若彤表示，公司不评论市场传闻。",
     "STATEMENT speaker=顾若彤 quote=公司不评论市场传闻\n"},
    {"BehindTheColonOfATopic", "顾若彤谈新车定价：我们没有退路。",
     "STATEMENT speaker=顾若彤 quote=我们没有退路 topic=新车定价\n"},
    {"LastWordsOfWhoIsToldOf", "林知远主动请辞，“我不想成为球队的负担”。",
     "DEPART person=林知远\nSTATEMENT speaker=林知远 quote=我不想成为球队的负担\n"},
    {"OnlyTheMannerBeforeTheColon", "宋亦楠没有多说，话也留有余地：“以后还会再见。”",
     "STATEMENT speaker=宋亦楠 quote=以后还会再见。\n"},
    {"TheNextSpeakerIsNoPartOfTheClaim", "林知远否认公司要上市，她说得很干脆：“不上。”",
     "STATEMENT speaker=林知远 quote=公司要上市\nSTATEMENT speaker=林知远 quote=不上。\n"},
    {"OthersShout", "林知远讲了两小时，台下粉丝喊：“再讲一段！”", ""},
    {"DeclinesWithWords", "顾若彤以“手上的项目还没做完”谢绝。",
     "STATEMENT speaker=顾若彤 quote=手上的项目还没做完\n"},
    {"PointsOut", "顾若彤指，市场比想像中恢复得快。",
     "STATEMENT speaker=顾若彤 quote=市场比想像中恢复得快\n"},
    {"WhatSomebodyIsAskedIsNotSaid",
     "林知远昨日来到现场。在被问到“会不会裁员？”时，林知远给出的回答是：“我们还在招人。”",
     "STATEMENT speaker=林知远 quote=我们还在招人。\n"},
    {"SpeakerBeforeTheQuotation", "周启明表示：“人会走，路还要走。”",
     "STATEMENT speaker=周启明 quote=人会走，路还要走。\n"},
    {"SpeakerBehindTheQuotation", "“人会走，路还要走。”周启明说。",
     "STATEMENT speaker=周启明 quote=人会走，路还要走。\n"},
};

const EventSentence kStatusAndCertainty[] = {
    {"PutOffToALaterTime", "云岚科技原定于8月推出的手机“青鸾”推迟到11月。",
     "RELEASE PLANNED 2025-11-01..2025-11-30 product=青鸾 organization=云岚科技\n"},
    {"AtTheEarliest", "消息称云岚科技最快年底赴港上市。",
     "LIST PLANNED RUMORED 2025-11-01..2025-12-31 organization=云岚科技\n"},
    {"APlanWhoseVerbStandsInTheNextClause", "云岚科技将斥资800万美元，收购听雨科技。",
     "ACQUIRE PLANNED target=听雨科技 acquirer=云岚科技 amount=800万美元[8e+06 USD]\n"},
    {"WhatIsDoneIsNoPlan", "云岚科技将斥资800万美元，已收购听雨科技。",
     "ACQUIRE target=听雨科技 acquirer=云岚科技 amount=800万美元[8e+06 USD]\n"},
    {"Planned", "云岚科技计划明年3月收购听雨科技。",
     "ACQUIRE PLANNED 2026-03-01..2026-03-31 target=听雨科技 acquirer=云岚科技\n"},
    {"RefusedInTheNextClause", "云岚科技曾试图收购听雨科技，但遭到拒绝。",
     "ACQUIRE FAILED target=听雨科技 acquirer=云岚科技\n"},
    {"ADeniedRumourIsNoneAndSure", "有消息称云岚科技将收购听雨科技，听雨科技回应：“消息不实。”",
     "ACQUIRE NEGATED target=听雨科技 acquirer=云岚科技\nSTATEMENT speaker=听雨科技 quote=消息不实。\n"},
    {"ReportedOnANamedSource", "据《财经观察》报道，云岚科技将收购听雨科技。",
     "ACQUIRE PLANNED REPORTED(财经观察) target=听雨科技 acquirer=云岚科技\n"},
    {"Rumoured", "据悉，云岚科技已收购听雨科技。", "ACQUIRE RUMORED target=听雨科技 acquirer=云岚科技\n"},
    {"TheTriggerBringsItsStatus", "高盛正接触云岚科技首席财务官顾若彤。",
     "RECRUIT ONGOING person=顾若彤 recruiter=高盛\n"},
};

const EventSentence kNoEvents[] = {
    {"WhatIsSaidInMarksIsNoPartner", "云岚科技与听雨科技的合作“一切照旧”。", ""},
    {"AnAgeIsNoFoundation", "这是云岚科技成立六年来最贵的手表。", ""},
    {"AMeasureThatIsOnlySupposed", "如果云岚科技的股价连续二十个交易日低于一元，会怎样？", ""},
    {"WhereSomebodyWasBefore", "此前林知远在晨曦智能任职。", ""},
    {"APlaceIsNoEmployer", "总裁林知远离开会场后没有回答提问。", ""},
    {"NorIsTheSceneOfSomething", "林知远离开了发布会现场。", ""},
    {"HowLongSomebodyPlayedIsNoNews", "林知远离开了效力九年的浙江队。",
     "DEPART organization=浙江队 person=林知远\n"},
    {"WhatSomebodyFoundedIsLeft", "林知远离开了自己一手创办的云岚科技。",
     "DEPART organization=云岚科技 person=林知远\n"},
    {"WhomACleftNames", "接替云岚科技总裁林知远的是公司副总裁顾若彤。",
     "APPOINT predecessor=林知远 person=顾若彤 title=总裁 organization=云岚科技\n"},
    {"ASupplierSuppliesNobody", "云岚科技拖欠供应商晨曦智能的货款。", ""},
    {"ARateOfLeavingIsNoLeaving", "林知远说过云岚科技的离职率不高。", ""},
    {"WhoCountsRaisesNothing", "远山智库的统计显示，一季度商业航天领域披露融资31.6亿元。", ""},
    {"NobodyNamed", "多位高管离开公司。云岚科技没有回应。", ""},
    {"ASpeakerNobodyKnows", "云岚科技一位不愿具名的工程师说，食堂的菜越来越咸。", ""},
    {"Hypothetical", "如果云岚科技收购听雨科技，行业格局会改变。", ""},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& test) { return test.param.name; }

INSTANTIATE_TEST_SUITE_P(Companies, EventReadingTest, testing::ValuesIn(kCompanies), NameOf);
INSTANTIATE_TEST_SUITE_P(TypesApart, EventReadingTest, testing::ValuesIn(kTypesApart), NameOf);
INSTANTIATE_TEST_SUITE_P(Statements, EventReadingTest, testing::ValuesIn(kStatements), NameOf);
INSTANTIATE_TEST_SUITE_P(StatusAndCertainty, EventReadingTest, testing::ValuesIn(kStatusAndCertainty),
                         NameOf);
INSTANTIATE_TEST_SUITE_P(NoEvents, EventReadingTest, testing::ValuesIn(kNoEvents), NameOf);

TEST(ExplanationTest, SaysForEveryTriggerWhatBecameOfIt) {
  v1::Article article;
  article.set_text("多位高管离开公司。林知远离开云岚科技。");
  const v1::Extraction extraction = SharedExtractor().Extract(article, {.explain = true}).value();
  ASSERT_EQ(extraction.explanation().triggers_size(), 2);
  EXPECT_EQ(extraction.explanation().triggers(0).event_id(), "");
  EXPECT_EQ(extraction.explanation().triggers(0).outcome(), "no person");
  ASSERT_EQ(extraction.events_size(), 1);
  EXPECT_EQ(extraction.explanation().triggers(1).event_id(), extraction.events(0).id());
  EXPECT_FALSE(extraction.explanation().triggers(1).readings().empty());
}

TEST(ExtractorTest, RefusesWhatIsNoText) {
  v1::Article article;
  article.set_text(std::string("云岚\0科技", 13));
  EXPECT_EQ(SharedExtractor().Extract(article, {}).status().code(), absl::StatusCode::kInvalidArgument);
  article.set_text("云岚科技\xff");
  EXPECT_EQ(SharedExtractor().Extract(article, {}).status().code(), absl::StatusCode::kInvalidArgument);
  article.set_text("云岚科技");
  article.set_published_at("0000-13-45");
  EXPECT_EQ(SharedExtractor().Extract(article, {}).status().code(), absl::StatusCode::kInvalidArgument);
}

// Cost stays linear in texts nobody writes.
TEST(ExtractorTest, ReadsTextsWithoutEnd) {
  const char* units[] = {"“", "林知远离开云岚科技，", "云岚科技与", "离开", "的", "据", "表示", "将"};
  for (const char* unit : units) {
    v1::Article article;
    while (article.text().size() < 200000) article.mutable_text()->append(unit);
    article.set_published_at("2025-09-03");
    EXPECT_TRUE(SharedExtractor().Extract(article, {}).ok()) << unit;
  }
}

// A sentence without an end, all of triggers: it used to take gigabytes.
TEST(EventReading, LooksForATimeNoFurtherThanASentenceIsLong) {
  const std::string opening = "2024年3月5日，", filler = "天气很好，风也不大，",
                    event = "林知远加入云岚科技。";
  std::string near = opening, far = opening;
  for (int i = 0; i < 5; ++i) near += filler;
  for (int i = 0; i < 60; ++i) far += filler;
  near += event;
  far += event;
  EXPECT_EQ(EventsIn({"near", near.c_str(), ""}), "JOIN 2024-03-05 organization=云岚科技 person=林知远\n");
  EXPECT_EQ(EventsIn({"far", far.c_str(), ""}), "JOIN organization=云岚科技 person=林知远\n");
}

// A sentence ends after 2000 characters (structure.h), which hold fewer triggers than a sentence may have.
TEST(EventReading, ReadsASentenceWithoutEndToItsEnd) {
  constexpr int kClauses = kMaxTriggersInSentence + 100;
  const std::string clause = "林知远离职，";
  v1::Article article;
  for (int i = 0; i < kClauses; ++i) article.mutable_text()->append(clause);
  article.mutable_text()->append("完。顾若彤加入晨曦智能。");
  const v1::Extraction extraction = SharedExtractor().Extract(article, {.explain = true}).value();
  EXPECT_EQ(extraction.explanation().triggers_size(), kClauses + 1);
  EXPECT_EQ(extraction.events(extraction.events_size() - 1).type(), v1::EVENT_TYPE_JOIN);
}

}  // namespace
}  // namespace annals
