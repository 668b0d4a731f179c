// Sentences of people who come, go and are given posts. The names are invented.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class CareerSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(CareerSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kCareers[] = {
    {"BehindAListAllOfThemDo", "云岚科技算法负责人翟子昂和产品总监路遥均已离职。",
     "DEPART person=翟子昂 organization=云岚科技 title=算法负责人\n"
     "DEPART person=路遥 organization=云岚科技 title=产品总监\n"},
    {"WhomBaTakesBehindWhoseTheyAre", "云岚科技把启元光电的林知远挖走了。",
     "JOIN person=林知远 organization=云岚科技 from_organization=启元光电\n"},
    {"WhereTheyComeFromStandsBeforeThem", "云岚科技挖来光伏公司启元的林知远。",
     "JOIN person=林知远 organization=云岚科技 from_organization=启元\n"},
    {"WhoJoinsTheirOwnCompanyComesFromNowhere", "启元光电的林知远加入公司董事会。",
     "JOIN organization=启元光电 person=林知远\n"},
    {"WhomBaBringsInIsNotTheNextSubject",
     "2019年，林知远加入云岚科技，并把北大教授的学生宋亦楠招了进来。三年后，他离开云岚科技。",
     "JOIN 2019-01-01..2019-12-31 organization=云岚科技 person=林知远\n"
     "DEPART 2022-01-01..2022-12-31 organization=云岚科技 person=林知远\n"},
    {"ACodeNamesACompany", "朝云信贷（0458）公布，委任林知远为行政总裁。",
     "APPOINT person=林知远 organization=朝云信贷 title=行政总裁\n"},
    {"ATickerIsNoCompany", "云岚科技（纳斯达克：XYTK）今日宣布，任命林知远为首席技术官。",
     "APPOINT 2025-09-03 person=林知远 organization=云岚科技 title=首席技术官\n"},
    {"AClauseSaysThatItWasBefore", "林知远2021年加入云岚科技。在此之前，他在晨曦智能任高级经理。",
     "JOIN 2021-01-01..2021-12-31 organization=云岚科技 person=林知远\n"},
    {"AnotherPostHasNoPredecessor", "云岚科技原首席财务官林知远改任监事长；技术中心主任宋亦楠升任副总裁。",
     "STEP_DOWN person=林知远 new_title=监事长 organization=云岚科技 title=首席财务官\n"
     "APPOINT person=宋亦楠 title=副总裁 organization=云岚科技\n"},
    {"ALaterRiseIsAPostOfItsOwn",
     "林知远接替退休的宋亦楠，出任云岚科技集团总裁。林知远2022年起任集团常务副总裁。",
     "APPOINT predecessor=宋亦楠 person=林知远 organization=云岚科技集团 title=总裁\n"
     "DEPART person=宋亦楠 organization=云岚科技集团\n"
     "APPOINT 2022-01-01..2022-12-31 person=林知远 title=集团常务副总裁 organization=云岚科技集团\n"},
    {"SeveralAreNamedBehind",
     "云岚科技去年已吸纳多位高管，包括前晨曦智能副总裁林知远和前听雨科技设计总监宋亦楠。",
     "JOIN 2024-01-01..2024-12-31 person=林知远 organization=云岚科技\n"
     "JOIN 2024-01-01..2024-12-31 person=宋亦楠 organization=云岚科技\n"},
    {"WhomASentenceHasNamedIsActedOn",
     "宋亦楠去了晨曦智能。去年底，云岚科技找林知远谈话，想说服他加入，他没有去。",
     "JOIN organization=晨曦智能 person=宋亦楠\n"
     "RECRUIT FAILED 2024-11-01..2024-12-31 person=林知远 recruiter=云岚科技\n"},
    {"AQuotedUnitIsWhoseItIs", "林知远离开云岚影业，加盟了晨曦影业的“奇创工作室”。",
     "DEPART organization=云岚影业 person=林知远 to_organization=晨曦影业\n"
     "JOIN unit=奇创工作室 organization=晨曦影业 person=林知远 from_organization=云岚影业\n"},
    {"HowLongBothSign", "云岚俱乐部签下后卫林知远，双方签约三年。",
     "JOIN person=林知远 organization=云岚俱乐部 title=后卫\n"},
    {"FormerAndLatterAreTwo", "林知远和宋亦楠离开云岚科技，前者加入了听雨科技，后者去了晨曦智能。",
     "DEPART person=林知远 organization=云岚科技\n"
     "DEPART person=宋亦楠 organization=云岚科技 to_organization=晨曦智能\n"
     "JOIN organization=晨曦智能 person=宋亦楠 from_organization=云岚科技\n"},
    {"WhomTheClauseBeforeBringsIn",
     "云岚科技所长周敏表示，公司已引进原晨曦智能分析师林知远，由她接替宋亦楠。",
     "STATEMENT speaker=周敏 quote=公司已引进原晨曦智能分析师林知远，由她接替宋亦楠\n"
     "JOIN person=林知远 organization=云岚科技 from_organization=晨曦智能\n"},
    {"WhoseDaughterSheIs", "林知远1979年生，是演员林凤山的女儿。她2002年进入云岚剧团。",
     "JOIN 2002-01-01..2002-12-31 organization=云岚剧团 person=林知远\n"},
    {"APostToComeIsNoPartOfAnEarlierJoining", "云岚大学教授林知远将担任执行院长。林知远2014年加入云岚大学。",
     "APPOINT PLANNED person=林知远 title=执行院长 organization=云岚大学\n"
     "JOIN 2014-01-01..2014-12-31 organization=云岚大学 person=林知远\n"},
    {"AHiringTakesTheDayThatThePostBegins", "云岚科技今日公告，延揽林知远担任首席顾问，自10月1日起生效。",
     "JOIN PLANNED 2025-10-01 person=林知远 organization=云岚科技 title=首席顾问\n"},
    {"TheTitleThatIsLeftStandsBehindTheVerb", "林知远因退休离任云岚基金总经理。",
     "DEPART person=林知远 organization=云岚基金 title=总经理\n"},
    {"ThePostGivenUpIsTheOneCalledSo",
     "云岚医院原院长林知远加入听雨医疗集团，出任总院长。2024年3月，林知远辞去院长职务。",
     "JOIN organization=听雨医疗集团 person=林知远 from_organization=云岚医院 title=总院长\n"
     "STEP_DOWN 2024-03-01..2024-03-31 person=林知远 title=院长 organization=云岚医院\n"},
    {"NobodyIsSoughtToSucceed", "云岚科技财务长林知远请辞，公司正积极寻觅接任人选。",
     "DEPART person=林知远 organization=云岚科技 title=财务长\n"},
    {"AFeeSignsNobody", "林知远将跳槽云岚科技，签约费高达8000万元。",
     "JOIN PLANNED organization=云岚科技 person=林知远 amount=高达8000万元[8e+07 CNY]\n"},
    {"ACommitteeIsAUnit", "云岚地产非执行董事林知远接任审核委员会主席。",
     "APPOINT person=林知远 title=审核委员会主席 unit=审核委员会 organization=云岚地产\n"},
    {"ANameHasNoFormerInIt", "云杉资本去年成立。云杉原硬科技负责人林知远离职。",
     "FOUND 2024-01-01..2024-12-31 organization=云杉资本\n"
     "DEPART person=林知远 organization=云杉资本 title=硬科技负责人\n"},
    {"AHospitalOfAUniversity", "林知远出任清华大学附属医院院长。",
     "APPOINT person=林知远 title=院长 organization=清华大学附属医院\n"},
    {"WhoIsMeantByANumberOfPeople", "三名高管离开云岚科技，包括首席运营官林知远和财务总监宋亦楠。",
     "DEPART person=林知远 organization=云岚科技 title=首席运营官\n"
     "DEPART person=宋亦楠 organization=云岚科技 title=财务总监\n"},
    {"WhoIsDescribedIsInTheList", "负责感知的林知远、负责规控的宋亦楠相继从云岚科技离职。",
     "DEPART person=林知远 organization=云岚科技\nDEPART person=宋亦楠 organization=云岚科技\n"},
    {"TwoPostsAreTwoEvents", "云岚科技召开股东大会，林知远当选非独立董事。会后，林知远被聘为总经理。",
     "APPOINT person=林知远 title=非独立董事 organization=云岚科技\n"
     "APPOINT person=林知远 title=总经理 organization=云岚科技\n"},
    {"ASuccessorTakesOverThePostThatWasLeft",
     "云岚科技首席技术官林知远离职。工商信息显示，听雨科技的法定代表人是林知远。公司称研发不受影响。接替林知"
     "远"
     "的是宋亦楠。",
     "DEPART person=林知远 organization=云岚科技 title=首席技术官\n"
     "STATEMENT speaker=云岚科技 quote=研发不受影响\n"
     "APPOINT predecessor=林知远 person=宋亦楠 title=首席技术官 organization=云岚科技\n"},
    {"AReasonEndsBeforeATime", "云岚科技总经理林知远因个人原因于7月17日离任。",
     "DEPART 2025-07-17 person=林知远 organization=云岚科技 title=总经理 reason=个人原因\n"},
    {"ThePostOfAnotherPlaceIsNotLeft",
     "听雨科技创始人林知远2020年从云岚科技离职，当时他是云岚科技的产品总监。",
     "DEPART 2020-01-01..2020-12-31 organization=云岚科技 person=林知远 title=产品总监\n"},
    {"AnEmployerWithoutANameIsNobodyElse", "云岚科技副总裁林知远离职。他将加入一家创业公司。",
     "DEPART person=林知远 organization=云岚科技 title=副总裁\n"
     "JOIN PLANNED person=林知远 from_organization=云岚科技\n"},
    {"RelievedByTheBoard", "云岚科技总经理林知远被董事会解除职务。",
     "STEP_DOWN person=林知远 organization=云岚科技 title=总经理\n"},
    {"WhoRisesIsWhereTheyWere", "2013年，林知远先后任海川大学讲师、副教授，2021年晋升为教授。",
     "APPOINT 2021-01-01..2021-12-31 person=林知远 title=教授 organization=海川大学\n"},
    {"APostIsFilled", "云岚科技首席财务官一职由副总裁林知远填补。",
     "APPOINT person=林知远 title=首席财务官 organization=云岚科技\n"},
    {"ThePartOfADottedNameIsNobodyElse",
     "青川足球俱乐部主教练若昂·佩雷拉离任。佩雷拉去年加入青川足球俱乐部。",
     "DEPART person=若昂·佩雷拉 organization=青川足球俱乐部 title=主教练\n"
     "JOIN 2024-01-01..2024-12-31 organization=青川足球俱乐部 person=若昂·佩雷拉\n"},
    {"TheSurnameIsThePerson", "云岚科技任命Elena Marlow为总裁。“我们会更快，”Marlow说。",
     "APPOINT person=Elena Marlow organization=云岚科技 title=总裁\n"
     "STATEMENT speaker=Elena Marlow quote=我们会更快，\n"},
    {"ForANewsNameOfAKindOfCompany", "全景无人机公司影翎近日迎来新高管，林知远已入职。",
     "JOIN 2025-08-21..2025-09-03 person=林知远 organization=影翎\n"},
    {"TheFieldOfADepartmentIsNoName", "听雨科技聘任原汇安银行资产管理部总经理林知远为总裁。",
     "APPOINT person=林知远 organization=听雨科技 title=总裁\n"},
    {"WhoCameFromElsewhereLeavesWhereTheyCameTo",
     "2017年，云岚科技请来前晨曦集团运营副总裁林知远出任总经理。林知远推动了标准化改革。去年10月，林知远辞职"
     "。",
     "JOIN 2017-01-01..2017-12-31 person=林知远 organization=云岚科技 title=总经理 "
     "from_organization=晨曦集团\n"
     "DEPART 2024-10-01..2024-10-31 person=林知远 organization=云岚科技\n"},
    {"AReasonWithANotInItDeniesNothing", "云岚科技首席技术官林知远因理念不合离职。",
     "DEPART person=林知远 organization=云岚科技 title=首席技术官 reason=理念不合\n"},
    {"FreedOfAPost", "云岚科技销售副总裁宋亦楠被解除职务。",
     "STEP_DOWN person=宋亦楠 organization=云岚科技 title=销售副总裁\n"},
    {"WhoTakesOverWorkBuysNothing", "云岚科技总编辑林知远将于年底卸任，职务由副总编辑宋亦楠接手。",
     "STEP_DOWN PLANNED 2025-11-01..2025-12-31 person=林知远 organization=云岚科技 title=总编辑\n"
     "APPOINT PLANNED 2025-11-01..2025-12-31 person=宋亦楠 predecessor=林知远 organization=云岚科技 "
     "title=总编辑\n"},
    {"WhomAPrepositionNamesIsNotTheNextSubject",
     "云岚科技成立了零售事业部，由林知远担任总经理，又以2亿元收购了听雨科技。",
     "REORGANIZE unit=零售事业部 organization=云岚科技 leader=林知远\n"
     "APPOINT person=林知远 title=总经理 organization=云岚科技\n"
     "ACQUIRE target=听雨科技 acquirer=云岚科技 amount=2亿元[2e+08 CNY]\n"},
    {"AHiringThatFailedWasABid", "云岚科技曾想把晨曦智能的工程师林知远挖来，被婉拒。",
     "RECRUIT FAILED person=林知远 recruiter=云岚科技\n"},
    {"ACharacterOfATimeIsNoVerb", "林知远自去年9月1日起出任云岚科技董事长。",
     "APPOINT 2024-09-01 person=林知远 title=董事长 organization=云岚科技\n"},
    {"TheCompanyBeforeAPersonIsNotTheSubject",
     "云岚科技业绩下滑。公司联合创始人林知远上月离开，随后创办了听雨科技。",
     "DEPART 2025-08-01..2025-08-31 person=林知远 organization=云岚科技 title=联合创始人\n"
     "FOUND organization=听雨科技 founder=林知远\n"},
    {"DepartTakesTitleAndEmployerFromTheNounPhrase", "9月1日，云岚科技视觉算法负责人林知远离职。",
     "DEPART 2025-09-01 person=林知远 organization=云岚科技 title=视觉算法负责人\n"},
    {"LeavingAndJoiningLearnTheOtherSide", "林知远离开云岚科技，转投晨曦智能。",
     "DEPART organization=云岚科技 person=林知远 to_organization=晨曦智能\n"
     "JOIN organization=晨曦智能 person=林知远 from_organization=云岚科技\n"},
    {"WhatIsFoundedNextIsNotWhatIsLeft", "云岚科技总裁林知远离职创办听雨科技。",
     "DEPART person=林知远 organization=云岚科技 title=总裁\nFOUND organization=听雨科技 founder=林知远\n"},
    {"WhoLeavesLeavesWhatTheyCameToLast", "林知远2014年加入云岚科技，2019年离职，创办听雨科技。",
     "JOIN 2014-01-01..2014-12-31 organization=云岚科技 person=林知远\n"
     "DEPART 2019-01-01..2019-12-31 person=林知远 organization=云岚科技\n"
     "FOUND 2019-01-01..2019-12-31 organization=听雨科技 founder=林知远\n"},
    {"WhatIsLeftMayHaveBeenFounded", "林知远离开创办十年的云岚科技。",
     "DEPART organization=云岚科技 person=林知远\n"},
    {"AChargeThatIsDeniedUndoesNothing", "云岚科技副总裁林知远被开除，林知远否认指控。",
     "DISMISS person=林知远 organization=云岚科技 title=副总裁\n"},
    {"ATimeThatOpensTheSentenceHoldsAcrossASemicolon", "6月，林知远加盟云岚科技；听雨科技裁员两成。",
     "JOIN 2025-06-01..2025-06-30 organization=云岚科技 person=林知远\n"
     "LAYOFF 2025-06-01..2025-06-30 organization=听雨科技 count=两成[0.2]\n"},
    {"WhomTheTextPointsAtByAProfession", "林知远去年离开云岚科技。这位37岁的工程师今年创办了听雨科技。",
     "DEPART 2024-01-01..2024-12-31 organization=云岚科技 person=林知远\n"
     "FOUND 2025-01-01..2025-12-31 organization=听雨科技 founder=林知远\n"},
    {"WhomTheTextPointsAtByAnOldPost", "林知远看好明年的市场。这位前谷歌科学家今年加盟听雨科技。",
     "JOIN 2025-01-01..2025-12-31 organization=听雨科技 person=林知远 from_organization=谷歌\n"},
    {"SomebodyWhoIsNamedAfterAll", "林知远看好明年的市场。这位清华大学教授顾若彤今年加盟听雨科技。",
     "JOIN 2025-01-01..2025-12-31 organization=听雨科技 person=顾若彤 from_organization=清华大学\n"},
    {"AFounderGivesUpTheOtherPost", "云岚科技董事会罢免了联合创始人、CEO林知远，由CFO顾若彤暂代其职。",
     "STEP_DOWN person=林知远 organization=云岚科技 title=CEO\n"
     "APPOINT person=顾若彤 predecessor=林知远 organization=云岚科技 title=CEO\n"},
    {"FormerlyIsNoPartOfAName", "原云岚科技副总裁林知远加入听雨科技。",
     "JOIN organization=听雨科技 person=林知远 from_organization=云岚科技\n"},
    {"WhatSomebodyLeadsIsTheUnit", "云岚科技负责视觉团队的林知远离职。",
     "DEPART person=林知远 unit=视觉团队 organization=云岚科技\n"},
    {"AReasonEndsBeforeTheDoer", "林知远因业绩不佳被云岚科技解聘。",
     "DISMISS organization=云岚科技 person=林知远 reason=业绩不佳\n"},
    {"PassiveHire", "林知远被晨曦智能挖走。", "JOIN organization=晨曦智能 person=林知远\n"},
    {"AppointmentWithTitle", "云岚科技昨日任命顾若彤为首席财务官。",
     "APPOINT 2025-09-02 person=顾若彤 organization=云岚科技 title=首席财务官\n"},
    {"SuccessorTakesThePost", "云岚科技首席财务官宋亦楠卸任，由顾若彤接任。",
     "STEP_DOWN person=宋亦楠 organization=云岚科技 title=首席财务官\n"
     "APPOINT person=顾若彤 predecessor=宋亦楠 organization=云岚科技 title=首席财务官\n"},
    {"ThePredecessorBehindTheSuccessor", "云岚科技聘任林知远为总经理，任期三年；原总经理宋亦楠退休。",
     "APPOINT person=林知远 organization=云岚科技 title=总经理 predecessor=宋亦楠\n"
     "DEPART person=宋亦楠 organization=云岚科技 title=总经理\n"},
    {"ThePostBehindAClauseOfJoining", "两年前从晨曦智能请来的首席运营官林知远昨日离开云岚科技。",
     "JOIN 2023-01-01..2023-12-31 from_organization=晨曦智能 person=林知远 title=首席运营官\n"
     "DEPART 2025-09-02 organization=云岚科技 person=林知远 title=首席运营官\n"},
    {"ACompanyLosesSomebody", "云岚科技失去了首席财务官宋亦楠。",
     "DEPART person=宋亦楠 organization=云岚科技 title=首席财务官\n"},
    {"EachClauseOfAListOfPeople", "云岚科技总裁林知远，听雨科技CEO顾若彤等一批高管，均相继离开。",
     "DEPART person=顾若彤 organization=听雨科技 title=CEO\n"
     "DEPART person=林知远 organization=云岚科技 title=总裁\n"},
    {"DismissalByTheCompany", "云岚科技解雇了产品总监宋亦楠。",
     "DISMISS person=宋亦楠 organization=云岚科技 title=产品总监\n"},
    {"ReasonOfAPassive", "宋亦楠因数据造假被开除。", "DISMISS person=宋亦楠 reason=数据造假\n"},
    {"EitherMayPart", "林知远与云岚科技和平分手。", "DEPART organization=云岚科技 person=林知远\n"},
    {"ATitleInTheTailOfTheVerb", "林知远任云岚科技总经理。",
     "APPOINT person=林知远 title=总经理 organization=云岚科技\n"},
    {"AVerbThatMayAlsoStandBeforeATitle", "宋亦楠卸任云岚科技董事长，顾若彤上任听雨科技CEO。",
     "STEP_DOWN person=宋亦楠 title=董事长 organization=云岚科技\n"
     "APPOINT person=顾若彤 title=CEO organization=听雨科技\n"},
    {"ThePostThatIsGivenUpStandsBehindItsCompany", "宋亦楠辞任云岚科技总裁。",
     "STEP_DOWN person=宋亦楠 title=总裁 organization=云岚科技\n"},
    {"WhoSignsStandsOnEitherSide", "林知远签约晨曦智能。", "JOIN organization=晨曦智能 person=林知远\n"},
    {"ACompanySignsWithSomebody", "晨曦智能与林知远签约。", "JOIN person=林知远 organization=晨曦智能\n"},
    {"AnnouncedByThePersonItself", "林知远宣布加入晨曦智能。", "JOIN organization=晨曦智能 person=林知远\n"},
    {"ACompanyBreaksWithSomebody", "云岚科技与宋亦楠解除劳动合同。",
     "DISMISS person=宋亦楠 organization=云岚科技\n"},
    {"SomebodyBreaksWithACompany", "宋亦楠与云岚科技解除劳动合同。",
     "DEPART organization=云岚科技 person=宋亦楠\n"},
    {"AUnitActsForItsCompany", "云岚科技董事会开除了宋亦楠。",
     "DISMISS person=宋亦楠 organization=云岚科技\n"},
    {"APlayersPositionGoesAlong", "海湾足球俱乐部签下中场林知远。",
     "JOIN person=林知远 organization=海湾足球俱乐部 title=中场\n"},
    {"AClubIsTheOneCalledSo", "晨曦集团旗下的海湾足球俱乐部士气低落。昨日，俱乐部签下中场林知远。",
     "JOIN 2025-09-02 person=林知远 organization=海湾足球俱乐部 title=中场\n"},
    {"WhoseItIsTakesNoPart", "听雨科技业绩下滑，其财务总监宋亦楠已经离任。",
     "DEPART person=宋亦楠 organization=听雨科技 title=财务总监\n"},
    {"ATransferToAPost", "林知远调任云岚科技总裁。",
     "APPOINT person=林知远 title=总裁 organization=云岚科技\n"},
    {"AListOfPeopleIsOneEventEach", "云岚科技的郑小川、何一帆相继离职。",
     "DEPART person=郑小川 organization=云岚科技\nDEPART person=何一帆 organization=云岚科技\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Careers, CareerSentencesTest, testing::ValuesIn(kCareers), NameOf);

}  // namespace
}  // namespace annals
