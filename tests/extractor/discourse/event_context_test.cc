// What the sentences around an event say of it: status, source, day, reason, topic. The names are invented.
#include <string>

#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class EventContextTest : public testing::TestWithParam<EventSentence> {};

TEST_P(EventContextTest, ReadsTheContext) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kStatus[] = {
    {"ARumourOfAPlan", "云岚科技被曝将裁员300人。",
     "LAYOFF PLANNED RUMORED organization=云岚科技 count=300人[300 人]\n"},
    {"WhatIsDoneIsNotDeniedByTheWordBefore", "林知远未毕业已创办听雨科技。",
     "FOUND organization=听雨科技 founder=林知远\n"},
    {"WhenADealIsDoneIsNoDeal", "云岚科技拟收购听雨科技。收购完成后，听雨科技将成为其全资子公司。",
     "ACQUIRE PLANNED target=听雨科技 acquirer=云岚科技\n"},
    {"WhatLiesAheadIsNotDoneYet", "林知远将于12月30日卸任云岚科技CEO。林知远转任顾问。",
     "STEP_DOWN PLANNED 2025-12-30 person=林知远 title=CEO organization=云岚科技 new_title=顾问\n"},
    {"ADenialOfAnotherInvestor", "云岚科技入股听雨科技。晨曦智能董秘说：“我们没有入股听雨科技。”",
     "FUND organization=听雨科技 investor=云岚科技\n"},
    {"ALetterIsTheEvent", "8月15日，吴嘉在内部信中说，听雨科技CEO由石恩荣接任。",
     "APPOINT 2025-08-15 person=石恩荣 title=CEO organization=听雨科技\n"},
    {"ANumberIsNotUnderWay", "云岚科技目前在管规模12亿元。",
     "METRIC “目前” subject=云岚科技 metric=在管规模 value=12亿元[1.2e+09 CNY]\n"},
    {"WordsOfTheirOwnThatEndTheSentence", "林知远向本报证实，已经与云岚科技吃过饭，“但还没有点头”。",
     "STATEMENT speaker=林知远 quote=但还没有点头\n"},
    {"WhatShouldBeDoneIsNotDone", "顾若彤认为，云岚科技应该收购听雨科技。",
     "STATEMENT speaker=顾若彤 quote=云岚科技应该收购听雨科技\n"},
    {"WhenIsAQuestion", "云岚科技何时上市？", ""},
    {"WhoSpeaksForACompanyIsTheCompany", "驭途智行昨日裁员。驭途方面表示，“没有影响”。",
     "LAYOFF 2025-09-02 organization=驭途智行\nSTATEMENT speaker=驭途智行 quote=没有影响\n"},
    {"SaidOnce", "林知远在会上说过，日子会越来越好。", "STATEMENT speaker=林知远 quote=日子会越来越好\n"},
    {"AListingThatFailedYearsLater",
     "云岚科技2017年获得晨曦资本3亿元投资。两年后，云岚科技冲击创业板，未能成功。",
     "FUND 2017-01-01..2017-12-31 investor=晨曦资本 organization=云岚科技 amount=3亿元[3e+08 CNY]\n"
     "LIST FAILED 2019-01-01..2019-12-31 organization=云岚科技 exchange=创业板\n"},
    {"WillAtATime", "林知远会在年底离开云岚科技。",
     "DEPART PLANNED 2025-11-01..2025-12-31 organization=云岚科技 person=林知远\n"},
    {"WhereToIsNotNamed", "林知远离开云岚科技，加入了一家医院。",
     "DEPART organization=云岚科技 person=林知远\nJOIN person=林知远 from_organization=云岚科技\n"},
    {"OneCharacterHedges", "云岚科技或收购听雨科技。", "ACQUIRE PLANNED target=听雨科技 acquirer=云岚科技\n"},
    {"AndJoinsTwoVerbs", "云岚科技收购或入股听雨科技。", "ACQUIRE target=听雨科技 acquirer=云岚科技\n"},
    {"ADenialOfAnotherIsOtherNews", "云岚科技裁员200人；晨曦智能否认收购传闻",
     "LAYOFF organization=云岚科技 count=200人[200 人]\n"},
    {"TheMarkBeforeAQuotedNameIsNoPlan", "云岚科技将“视觉部”与“语音部”拆分。",
     "REORGANIZE unit=视觉部 unit=语音部 organization=云岚科技\n"},
    {"AskedAndDenied", "云岚科技首席财务官宋亦楠离职？公司回应：并无此事。",
     "DEPART NEGATED person=宋亦楠 organization=云岚科技 title=首席财务官\n"
     "STATEMENT speaker=云岚科技 quote=并无此事\n"},
    {"AskedAndNotAnswered", "云岚科技收购晨曦智能？", "ACQUIRE RUMORED target=晨曦智能 acquirer=云岚科技\n"},
    {"NoLongerInOfficeIsNoDenial", "云岚科技首席财务官宋亦楠递交辞职报告，后续不在公司任职。",
     "DEPART person=宋亦楠 organization=云岚科技 title=首席财务官\n"},
    {"APlanBeforeItsObject", "云岚科技拟将海洋事业部裁撤。",
     "REORGANIZE PLANNED unit=海洋事业部 organization=云岚科技\n"},
    {"WhatIsDoneIsNoPlan", "云岚科技停掉了广告版方案“山海问答”。",
     "DISCONTINUE product=山海问答 organization=云岚科技\n"},
    {"ThePronounBehindTheMark", "云岚科技发布“山海问答”，平台连夜将其下架。",
     "RELEASE product=山海问答 organization=云岚科技\nDISCONTINUE product=山海问答 organization=云岚科技\n"},
    {"RefusedBySomebodyNamed", "云岚科技曾提出收购听雨科技，被顾若彤婉拒。",
     "ACQUIRE FAILED target=听雨科技 acquirer=云岚科技\n"},
    {"AnIdeaAndNoMore", "云岚科技讨论了收购听雨科技的可能性。",
     "ACQUIRE PLANNED target=听雨科技 acquirer=云岚科技\n"},
    {"AnIdeaGivenUp", "云岚科技打消了收购听雨科技的念头。",
     "ACQUIRE FAILED target=听雨科技 acquirer=云岚科技\n"},
    {"NoInterest", "云岚科技对收购晨曦智能没有兴趣。", "ACQUIRE NEGATED target=晨曦智能 acquirer=云岚科技\n"},
    {"ARumourDenied", "云岚科技收购听雨科技的传闻被否认。",
     "ACQUIRE NEGATED target=听雨科技 acquirer=云岚科技\n"},
    {"ADealThatBrokeOff", "云岚科技收购听雨科技的计划告吹。",
     "ACQUIRE FAILED target=听雨科技 acquirer=云岚科技\n"},
    {"ADenialAboutWhatFollowsLeavesTheEventAlone", "云岚科技裁员200人。宋亦楠否认晨曦智能会收购听雨科技。",
     "LAYOFF organization=云岚科技 count=200人[200 人]\n"
     "STATEMENT speaker=宋亦楠 quote=晨曦智能会收购听雨科技\n"
     "ACQUIRE NEGATED target=听雨科技 acquirer=晨曦智能\n"},
    {"ADenialOfAReportIsSure", "据《财经观察》报道，林知远已加入晨曦智能。晨曦智能当天辟谣。",
     "JOIN NEGATED organization=晨曦智能 person=林知远\n"},
    {"WhatMarksTheObjectIsNoPlan", "云岚科技将视觉团队解散。",
     "REORGANIZE unit=视觉团队 organization=云岚科技\n"},
    {"ThePlanBeforeAPreposition", "云岚科技将与晨曦智能合作。",
     "PARTNER PLANNED organization=晨曦智能 organization=云岚科技\n"},
    {"ReleasesAreNotRefused", "云岚科技发布大模型“山海”，林知远拒绝了采访。",
     "RELEASE product=山海 organization=云岚科技\n"},
    {"APlanGoesOnInAClauseWithoutASubject", "林知远将离开云岚科技，创办听雨科技。",
     "DEPART PLANNED organization=云岚科技 person=林知远\n"
     "FOUND PLANNED organization=听雨科技 founder=林知远\n"},
    {"APlanBehindTheCommaIsNotOfTheEventBeforeIt", "林知远上月从云岚科技辞职，计划本月内创办听雨科技。",
     "DEPART 2025-08-01..2025-08-31 organization=云岚科技 person=林知远\n"
     "FOUND PLANNED 2025-09-01..2025-09-30 organization=听雨科技 founder=林知远\n"},
    {"AShareThatIsMovedIsNoPlan", "云岚科技将80%的股权转让给晨曦智能。",
     "ACQUIRE acquirer=晨曦智能 stake=80%[0.8]\n"},
    {"WhatSomebodyIsAskedToDoIsTheBid", "晨曦智能曾邀请林知远出任首席财务官，林知远没有答应。",
     "RECRUIT FAILED person=林知远 recruiter=晨曦智能\n"},
    {"ADenialReachesOverThePostThatComesWithTheMove", "有消息称林知远将加盟晨曦智能任首席科学家，纯属谣言。",
     "JOIN NEGATED organization=晨曦智能 person=林知远 title=首席科学家\n"},
    {"WhatHadNotHappenedYetHasHappened", "云岚科技5月发布大模型“山海”。早在4月，还未发布的“山海”就遭到质疑。",
     "RELEASE 2025-05-01..2025-05-31 product=山海 organization=云岚科技\n"},
    {"WhatIsDatedAheadIsPlanned", "顾若彤2025年12月1日出任云岚科技首席财务官。",
     "APPOINT PLANNED 2025-12-01 person=顾若彤 title=首席财务官 organization=云岚科技\n"},
    {"AnEarlierStepLeavesWhatIsDatedAheadPlanned", "云岚科技启动招股，10月9日在港交所挂牌。",
     "LIST PLANNED 2025-10-09 organization=云岚科技 exchange=港交所\n"},
};

const EventSentence kSources[] = {
    {"ThePaperOfACompany", "云岚科技一季报显示，一季度收入103亿元；销售费用却涨了19%。",
     "METRIC REPORTED(云岚科技) 2025-01-01..2025-03-31 subject=云岚科技 metric=收入 value=103亿元[1.03e+10 "
     "CNY] "
     "source_organization=云岚科技\n"
     "METRIC REPORTED(云岚科技) 2025-01-01..2025-03-31 subject=云岚科技 metric=销售费用 change=涨了19%[0.19] "
     "source_organization=云岚科技\n"},
    {"OfNumbersAlone", "招股书显示，林知远2019年加入云岚科技。",
     "JOIN 2019-01-01..2019-12-31 organization=云岚科技 person=林知远\n"},
    {"ASourceCoversWhatFollowsIt", "云岚科技裁员200人，据《财经观察》报道，晨曦智能已收购听雨科技。",
     "LAYOFF organization=云岚科技 count=200人[200 人]\n"
     "ACQUIRE REPORTED(财经观察) target=听雨科技 acquirer=晨曦智能\n"},
    {"ASourceAtTheEndCoversItAll", "晨曦智能已收购听雨科技，据《财经观察》报道。",
     "ACQUIRE REPORTED(财经观察) target=听雨科技 acquirer=晨曦智能\n"},
    {"ASourceThatNoListHas", "据青鸟早报消息，云岚科技收购了晨曦智能。",
     "ACQUIRE REPORTED(青鸟早报) target=晨曦智能 acquirer=云岚科技\n"},
    {"SomebodyInTheKnowIsNoSource", "据知情人士消息，云岚科技收购了晨曦智能。",
     "ACQUIRE RUMORED target=晨曦智能 acquirer=云岚科技\n"},
    {"TheCompanyIsNoSource", "据公司消息，云岚科技收购了晨曦智能。",
     "ACQUIRE target=晨曦智能 acquirer=云岚科技\n"},
    {"ASourceWithoutAVerb", "据彭博社，云岚科技收购了晨曦智能。",
     "ACQUIRE REPORTED(彭博社) target=晨曦智能 acquirer=云岚科技\n"},
    {"ASourceBeforeAColon", "IDC：一季度云岚科技出货量为5万台。",
     "METRIC REPORTED(IDC) 2025-01-01..2025-03-31 subject=云岚科技 metric=出货量 value=5万台[50000 台] "
     "source_organization=IDC\n"},
    {"TheReportOfASource", "QuestMobile的一份报告更扎心：6月，云岚科技的月活为6亿。",
     "METRIC REPORTED(QuestMobile) 2025-06-01..2025-06-30 subject=云岚科技 metric=月活 value=6亿[6e+08] "
     "source_organization=QuestMobile\n"},
    {"ARumourEndsAtTheSemicolon", "有消息称林知远离开云岚科技；顾若彤加入晨曦智能。",
     "DEPART RUMORED organization=云岚科技 person=林知远\n"
     "JOIN organization=晨曦智能 person=顾若彤\n"},
};

const EventSentence kTimes[] = {
    {"ADatelineDatesWhatHasHappened", "某网8月12日消息，云岚科技推出大模型“山海”。",
     "RELEASE 2025-08-12 product=山海 organization=云岚科技\n"},
    {"ADatelineDatesNoPlan", "某网8月12日消息，云岚科技将推出大模型“山海”。",
     "RELEASE PLANNED product=山海 organization=云岚科技\n"},
    {"WhatTakesEffectTogether", "云岚科技由林知远接任总裁，原总裁顾若彤转任副董事长，均自10月1日起生效。",
     "APPOINT PLANNED 2025-10-01 person=林知远 organization=云岚科技 title=总裁 predecessor=顾若彤\n"
     "STEP_DOWN PLANNED 2025-10-01 person=顾若彤 new_title=副董事长 organization=云岚科技 title=总裁\n"},
    {"ADayWithoutAYearIsNotLongGoneBy", "12月2日云岚科技发布大模型“山海”。",
     "RELEASE PLANNED 2025-12-02 product=山海 organization=云岚科技\n"},
    {"WhoLeavesAtATimeOfItsOwn", "云岚科技总监林知远递交辞呈，将于年底离任。",
     "DEPART PLANNED 2025-11-01..2025-12-31 person=林知远 organization=云岚科技 title=总监\n"},
    {"TheVerbOfAMeasureLeavesItsTime", "2024年云岚科技在中国市场拿下48.6%的份额。",
     "METRIC 2024-01-01..2024-12-31 subject=云岚科技 metric=份额 value=48.6%[0.486]\n"},
    {"WhatBeginsInAMonthIsOfThatMonth", "云岚科技本月开始裁员200人。",
     "LAYOFF 2025-09-01..2025-09-30 organization=云岚科技 count=200人[200 人]\n"},
    {"ATimeInTheObjectsModifierYields", "8月26日，云岚科技请回了2016年率队夺冠的主教练林知远。",
     "JOIN 2025-08-26 person=林知远 organization=云岚科技\n"},
    {"AForecastMeasuresThePeriodJustPast", "云岚科技预计上半年营收9亿元。",
     "METRIC PLANNED 2025-01-01..2025-06-30 subject=云岚科技 metric=营收 value=9亿元[9e+08 CNY]\n"},
    {"WhoeverSaysItTheirTimeIsNotTheEvents", "两位知情人士周四表示，云岚科技已聘请林知远。",
     "JOIN RUMORED person=林知远 organization=云岚科技\n"},
    {"WhatASpeakerAddsIsOfTheSameTime", "顾若彤8月26日表示：“今年不裁员。”她随后补充道：“明年也不会。”",
     "STATEMENT 2025-08-26 speaker=顾若彤 quote=今年不裁员。\nSTATEMENT 2025-08-26 speaker=顾若彤 "
     "quote=明年也不会。\n"},
    {"TheSameDayAsAPlanIsToComeToo", "林知远将于10月1日接任云岚科技总经理，原总经理顾若彤同日转任顾问。",
     "APPOINT PLANNED 2025-10-01 person=林知远 title=总经理 organization=云岚科技 predecessor=顾若彤\n"
     "STEP_DOWN PLANNED 2025-10-01 person=顾若彤 new_title=顾问 organization=云岚科技 title=总经理\n"},
    {"AnnouncedWithItsTimeItIsStillToCome", "林知远上周六宣布年底从云岚科技退休。",
     "DEPART PLANNED 2025-11-01..2025-12-31 organization=云岚科技 person=林知远\n"},
    {"ADayBeforeAHoliday", "3月14日，云岚科技裁员200人。清明节前一天，林知远离开云岚科技。",
     "LAYOFF 2025-03-14 organization=云岚科技 count=200人[200 人]\n"
     "DEPART 2025-04-03 organization=云岚科技 person=林知远\n"},
    {"AMeasureIsOfTheTimeOfTheOneBeforeIt", "云岚科技第二季度营收9亿元，上年同期为8亿元。毛利率滑落到9.2%。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=营收 value=9亿元[9e+08 CNY]\n"
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=毛利率 value=9.2%[0.092]\n"},
    {"AHolidayInTheNameOfAPlaceIsNoDate", "2019年，林知远在五一广场创办了听雨科技。",
     "FOUND 2019-01-01..2019-12-31 organization=听雨科技 founder=林知远\n"},
    {"TheDayOfAReportIsNotTheEvents", "据《财经观察》周二报道，云岚科技正在收购听雨科技。",
     "ACQUIRE ONGOING REPORTED(财经观察) target=听雨科技 acquirer=云岚科技\n"},
    {"ABreakOffHasItsOwnDay", "今年3月，云岚科技提出收购听雨科技，交易于同年5月终止。",
     "ACQUIRE FAILED 2025-05-01..2025-05-31 target=听雨科技 acquirer=云岚科技\n"},
    {"CountedFromTheEventNamed",
     "5月6日，云岚科技发布“山海”模型。7月9日，云岚科技裁员。“山海”发布的第二天，林知远离开云岚科技。",
     "RELEASE 2025-05-06 product=山海 organization=云岚科技\n"
     "LAYOFF 2025-07-09 organization=云岚科技\n"
     "DEPART 2025-05-07 organization=云岚科技 person=林知远\n"},
    {"TheEndOfTheYearLiesAhead", "云岚科技宣布年底关停“山海问答”。",
     "DISCONTINUE PLANNED 2025-11-01..2025-12-31 product=山海问答 organization=云岚科技\n"},
    {"ButNotWhereItIsDone", "云岚科技年底关停了“山海问答”。",
     "DISCONTINUE 2024-11-01..2024-12-31 product=山海问答 organization=云岚科技\n"},
    {"ADeadlineLiesAhead", "云岚科技年底前关停“山海问答”。",
     "DISCONTINUE PLANNED 2025-11-01..2025-12-31 product=山海问答 organization=云岚科技\n"},
    {"TheObjectOfWhatHasHappened", "8月，云岚科技将海洋组与极地组合并为“深蓝事业部”。",
     "REORGANIZE 2025-08-01..2025-08-31 unit=深蓝事业部 organization=云岚科技\n"},
    {"APlanSetsNoYear", "云岚科技将在2026年6月推出“山海问答”。8月20日，林知远卸任首席财务官。",
     "RELEASE PLANNED 2026-06-01..2026-06-30 product=山海问答 organization=云岚科技\n"
     "STEP_DOWN 2025-08-20 person=林知远 title=首席财务官 organization=云岚科技\n"},
    {"TheDayItTakesEffect", "云岚科技成立海洋事业部，由顾若彤牵头，10月1日生效。",
     "REORGANIZE PLANNED 2025-10-01 unit=海洋事业部 organization=云岚科技 leader=顾若彤\n"},
    {"APlanHasADayOfItsOwn", "林知远已于8月1日从云岚科技离职，将加入晨曦智能。",
     "DEPART 2025-08-01 organization=云岚科技 person=林知远 to_organization=晨曦智能\n"
     "JOIN PLANNED organization=晨曦智能 person=林知远 from_organization=云岚科技\n"},
    {"ATimeBeforeACommaIsNotTheInnerVerbs", "8月，云岚科技拆分成立两年的海洋事业部。",
     "REORGANIZE 2025-08-01..2025-08-31 unit=海洋事业部 organization=云岚科技\n"},
    {"AtOnceIsNotTheDayBefore", "云岚科技首席执行官顾若彤宣布年底卸任，首席财务官宋亦楠即刻退休。",
     "STEP_DOWN PLANNED 2025-11-01..2025-12-31 person=顾若彤 organization=云岚科技 title=首席执行官\n"
     "DEPART “即刻” person=宋亦楠 organization=云岚科技 title=首席财务官\n"},
    {"YesterdayInOneCharacter", "林知远昨离开云岚科技。",
     "DEPART 2025-09-02 organization=云岚科技 person=林知远\n"},
    {"AShareIsPricedByTheDay", "云岚科技第二季度营收30亿元，盘后股价下跌6%。",
     "METRIC 2025-04-01..2025-06-30 subject=云岚科技 metric=营收 value=30亿元[3e+09 CNY]\n"
     "METRIC subject=云岚科技 metric=盘后股价 change=下跌6%[-0.06]\n"},
    {"AMeasureBetweenHasTheDay", "6月1日，云岚科技股价下跌3%，林知远在领英上反击：“后会有期。”",
     "METRIC 2025-06-01 subject=云岚科技 metric=股价 change=下跌3%[-0.03]\nSTATEMENT speaker=林知远 "
     "quote=后会有期。\n"},
    {"AReactionHasNoDayOfItsOwn", "6月初，云岚科技解雇了宋亦楠，宋亦楠在朋友圈写道：“后会有期。”",
     "DISMISS 2025-06-01..2025-06-10 person=宋亦楠 organization=云岚科技\n"
     "STATEMENT speaker=宋亦楠 quote=后会有期。\n"},
};

const EventSentence kMarks[] = {
    {"APostSomebodyHadIsNoNews", "林知远曾在微软担任研究员。", ""},
    {"ReasonBehind", "云岚科技解雇了宋亦楠，理由是数据造假。",
     "DISMISS person=宋亦楠 organization=云岚科技 reason=数据造假\n"},
    {"ReasonAround", "云岚科技以数据造假为由解雇了宋亦楠。",
     "DISMISS person=宋亦楠 organization=云岚科技 reason=数据造假\n"},
    {"ReasonIsNoPartOfAWord", "宋亦楠因健康原因卸任云岚科技首席财务官。",
     "STEP_DOWN person=宋亦楠 title=首席财务官 organization=云岚科技 reason=健康原因\n"},
    {"TopicOfAPartnership", "云岚科技与晨曦智能签约，共建海洋数据实验室。",
     "PARTNER organization=云岚科技 organization=晨曦智能 topic=共建海洋数据实验室\n"},
    {"TopicOfAContract", "云岚科技与晨曦智能签下五年供货协议。",
     "PARTNER organization=云岚科技 organization=晨曦智能 topic=五年供货协议\n"},
    {"AContractThatSaysNothingIsNoTopic", "云岚科技与晨曦智能签署战略合作协议。",
     "PARTNER organization=云岚科技 organization=晨曦智能\n"},
    {"TopicOfAFoundation", "白景行创办了听雨科技，专攻声学芯片。",
     "FOUND organization=听雨科技 founder=白景行 topic=声学芯片\n"},
    {"TitleInTheVerb", "云岚科技首席财务官宋亦楠转任顾问。",
     "STEP_DOWN person=宋亦楠 new_title=顾问 organization=云岚科技 title=首席财务官\n"},
    {"LeaderWhoIsHandedTheUnit", "云岚科技成立海洋事业部，交给顾若彤负责。",
     "REORGANIZE unit=海洋事业部 organization=云岚科技 leader=顾若彤\n"},
    {"WhereSomebodyWasBefore", "林知远加入云岚科技，此前在晨曦智能做产品总监。",
     "JOIN organization=云岚科技 person=林知远 from_organization=晨曦智能\n"},
    {"LeaderBehind", "云岚科技成立海洋事业部，由顾若彤牵头。",
     "REORGANIZE unit=海洋事业部 organization=云岚科技 leader=顾若彤\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& test) { return test.param.name; }

// Articles of several paragraphs and careers of several places.
const EventSentence kCourses[] = {
    {"TheDateBeforeTheColonIsThatOfTheParagraph",
     "1月：热钱还在。听雨食品完成A轮融资。\n3月：顾若彤离职，离开听雨食品。\n5月：行情变了。晨曦智能收购听雨"
     "食品。",
     "FUND 2025-01-01..2025-01-31 organization=听雨食品 round=A轮\n"
     "DEPART 2025-03-01..2025-03-31 person=顾若彤 organization=听雨食品\n"
     "ACQUIRE 2025-05-01..2025-05-31 target=听雨食品 acquirer=晨曦智能\n"},
    {"OneDateBeforeAColonIsNoCalendar", "5月：行情变了。晨曦智能收购听雨科技。",
     "ACQUIRE target=听雨科技 acquirer=晨曦智能\n"},
    {"EachPlaceOfACareerIsComeToFromTheLast",
     "林知远2009年加入听雨科技，2014年加盟云岚科技，2020年加入晨曦智能。",
     "JOIN 2009-01-01..2009-12-31 organization=听雨科技 person=林知远\n"
     "JOIN 2014-01-01..2014-12-31 organization=云岚科技 person=林知远 from_organization=听雨科技\n"
     "JOIN 2020-01-01..2020-12-31 organization=晨曦智能 person=林知远 from_organization=云岚科技\n"},
    {"ASpokespersonWithoutANameSpeaksForTheCompany", "云岚科技发言人昨日回应，“谈过，没有谈成”。",
     "STATEMENT 2025-09-02 speaker=云岚科技 quote=谈过，没有谈成\n"},
    {"SomebodyInTheKnowDoesNot", "云岚科技内部人士仅表示，“谈过，没有谈成”。", ""},
    {"AWordInQuotationMarksIsNotAllThatIsSaid", "云岚科技总裁宋亦楠强调，“不造车”的决定没有变。",
     "STATEMENT speaker=宋亦楠 quote=“不造车”的决定没有变\n"},
    {"WhoAnalysesSpeaks", "听雨证券研究员宋亦楠分析，留给二线电池厂的时间“最多还有两年”。",
     "STATEMENT speaker=宋亦楠 quote=留给二线电池厂的时间“最多还有两年”\n"},
    {"WhatShareholdersAreDueIsAMeasure", "云岚银行去年股東應佔溢利58億港元，不良貸款比率升至2.6%。",
     "METRIC 2024-01-01..2024-12-31 subject=云岚银行 metric=股東應佔溢利 value=58億港元[5.8e+09 HKD]\n"
     "METRIC 2024-01-01..2024-12-31 subject=云岚银行 metric=不良貸款比率 value=2.6%[0.026]\n"},
};

// Whom a pronoun or a description means, and who gets the money.
const EventSentence kAntecedents[] = {
    {"TheCompanyOfAPlaceIsMeant", "东湖高新区企业云岚科技登陆科创板，募资净额11.4亿元。",
     "LIST organization=云岚科技 amount=11.4亿元[1.14e+09 CNY] exchange=科创板\n"},
    {"ADegreeIsAPartOfTheName", "云岚科技首席技术官Henrik Solberg博士辞职。",
     "DEPART person=Henrik Solberg organization=云岚科技 title=首席技术官\n"},
    {"TheNextSentenceSpeaksOfWhomACleftIntroduces",
     "云岚科技总裁宋亦楠离职，接棒的是前财务总监顾若彤。上任后她说：“先活下来。”",
     "DEPART person=宋亦楠 organization=云岚科技 title=总裁\n"
     "APPOINT person=顾若彤 organization=云岚科技 predecessor=宋亦楠 title=总裁\n"
     "STATEMENT speaker=顾若彤 quote=先活下来。\n"},
    {"WhoPromotesSomebodyIsNotSpokenOf", "林知远在听雨科技做产品。2017年他获宋亦楠提拔。他说：“我喜欢慢。”",
     "STATEMENT speaker=林知远 quote=我喜欢慢。\n"},
    {"WhoIsCalledHeIsNotShe",
     "宋亦楠表示，她不后悔，她会再来。林知远表示，他会努力，他不走。\n“账要做平。”临走前，她这样说。",
     "STATEMENT speaker=宋亦楠 quote=她不后悔，她会再来\n"
     "STATEMENT speaker=林知远 quote=他会努力，他不走\n"
     "STATEMENT speaker=宋亦楠 quote=账要做平。\n"},
    {"ADescriptionRightBehindANameIsOfIt", "林知远创办了听雨科技，这家新公司上月获得2亿元A轮融资。",
     "FOUND organization=听雨科技 founder=林知远\n"
     "FUND 2025-08-01..2025-08-31 organization=听雨科技 amount=2亿元[2e+08 CNY] round=A轮\n"},
    {"NewSharesAreThoseOfTheCompanySpokenOf",
     "云岚科技成立于2012年。去年，云图集团旗下的晨曦资本以5亿元入股。",
     "FOUND 2012-01-01..2012-12-31 organization=云岚科技\n"
     "FUND 2024-01-01..2024-12-31 investor=晨曦资本 amount=5亿元[5e+08 CNY] organization=云岚科技\n"},
    {"SomebodyUnnamedBehindTheQuotationIsWhoSpeaks",
     "晨曦资本撤了。“他们担心我们被复制。”一位参与尽调的人这样说。", ""},
    {"WhatIsComparedIsNoSubject", "相比云岚科技的打法，六小龙们几乎都选择了裁员。", ""},
    {"TheCompanyAnswersAsTheOfficialSide", "8月，拾光科技总裁周启航被曝离职，随后官方回应称，“以公告为准”。",
     "DEPART RUMORED 2025-08-01..2025-08-31 person=周启航 organization=拾光科技 title=总裁\n"
     "STATEMENT speaker=拾光科技 quote=以公告为准\n"},
    {"SharesAreOfTheCompanySpokenOf",
     "云岚设计事务所由周启航创办。2024年1月，绿城集团将所持股份全部转让给了北港资本。",
     "FOUND founder=周启航 organization=云岚设计事务所\n"
     "ACQUIRE 2024-01-01..2024-01-31 acquirer=北港资本 target=云岚设计事务所\n"},
    {"WhoSellsIsNotWhatIsSold", "云岚科技成立于2018年。北港资本从创始人周启航手中买下30%股权。",
     "FOUND 2018-01-01..2018-12-31 organization=云岚科技\n"
     "ACQUIRE acquirer=北港资本 stake=30%[0.3] target=云岚科技\n"},
    {"WhoActsOnSomebodyIsSomebodyElse", "林知远留任总裁。宋亦楠两次飞来，试图说服他，最后作罢。",
     "RECRUIT FAILED person=林知远 recruiter=宋亦楠\n"},
    {"WhoAsksForAnAnswerIsRefused", "晨曦智能曾请林知远去做副总裁，他没有答应。",
     "RECRUIT FAILED person=林知远 recruiter=晨曦智能\n"},
    {"WhatComesLaterHasATimeOfItsOwn", "林知远8月离开云岚科技，随后加盟晨曦智能。",
     "DEPART 2025-08-01..2025-08-31 organization=云岚科技 person=林知远 to_organization=晨曦智能\n"
     "JOIN 2025-08-01..2025-08-31 organization=晨曦智能 person=林知远 from_organization=云岚科技\n"},
    {"WhatATimeClauseNamesAnswers", "豆包是字节跳动的产品。当这个问题抛给DeepSeek时，它回答：“删豆包。”",
     "STATEMENT speaker=DeepSeek quote=删豆包。\n"},
    {"WhatAProductIsMeasuredAgainstIsNotReleased", "晨曦智能训练出了对标GPT-4的能力。", ""},
    {"TheKingOfOpenSourceOpensNothing", "Llama 1发布之后，Meta成了开源之王。",
     "RELEASE product=Llama 1 organization=Meta\n"},
    {"ComingHomeAndGraduatingLeaveTheSubjectAlone", "林知远是一位科学家。2021年回国加入字节后，他负责视觉。",
     "JOIN 2021-01-01..2021-12-31 organization=字节跳动 person=林知远\n"},
    {"AnAmountRightBeforeAMeasureIsItsNumber",
     "2015年的《麦城》拿下8.7亿元票房，次年，晨曦资本斥资5亿元投资云岚科技。",
     "METRIC 2015-01-01..2015-12-31 subject=麦城 metric=票房 value=8.7亿元[8.7e+08 CNY]\n"
     "FUND 2016-01-01..2016-12-31 organization=云岚科技 investor=晨曦资本 amount=5亿元[5e+08 CNY]\n"},
};

INSTANTIATE_TEST_SUITE_P(Antecedents, EventContextTest, testing::ValuesIn(kAntecedents), NameOf);
INSTANTIATE_TEST_SUITE_P(Status, EventContextTest, testing::ValuesIn(kStatus), NameOf);
INSTANTIATE_TEST_SUITE_P(Sources, EventContextTest, testing::ValuesIn(kSources), NameOf);
INSTANTIATE_TEST_SUITE_P(Times, EventContextTest, testing::ValuesIn(kTimes), NameOf);
INSTANTIATE_TEST_SUITE_P(Marks, EventContextTest, testing::ValuesIn(kMarks), NameOf);
INSTANTIATE_TEST_SUITE_P(Courses, EventContextTest, testing::ValuesIn(kCourses), NameOf);

}  // namespace
}  // namespace annals
