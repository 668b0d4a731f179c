// Who takes part in an event where the words around the verb do not say it plainly: passives, clefts,
// pronouns, a post in the place of a company, names behind a colon or in the next clause. The names are
// invented.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class ParticipantsTest : public testing::TestWithParam<EventSentence> {};

TEST_P(ParticipantsTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kParticipants[] = {
    {"WhoWantedToLeaveAndDidNot", "云岚科技CTO林知远想走，却没走成。",
     "DEPART FAILED person=林知远 organization=云岚科技 title=CTO\n"},
    {"WhoWantsToGoOn", "林知远想走自己的路。", ""},
    {"BehindWhatOnlyPeopleDoComesWhoDidIt", "顾若彤表扬离职的周启航。", "DEPART person=周启航\n"},
    {"AnAuxiliaryOpensNoName", "关于昆桐光电拟单独赴港上市的消息，公司没有回应。",
     "LIST PLANNED organization=昆桐光电\n"},
    {"NorDoesWhatOpensARumour", "坊间还传云岚科技筹备科创板上市。",
     "LIST PLANNED RUMORED organization=云岚科技 exchange=科创板\n"},
    {"TermsAreTakenInByNobody", "云岚科技将大模型“山海”开源，采用Apache 2.0协议。",
     "OPEN_SOURCE product=山海 organization=云岚科技\n"},
    {"WhomACompanyActsOnInAPassive", "林知远被云岚科技暂停职务。",
     "STEP_DOWN organization=云岚科技 person=林知远\n"},
    {"WhoIsAllowedToLeave", "云岚科技总裁林知远获准提早卸任。",
     "STEP_DOWN person=林知远 organization=云岚科技 title=总裁\n"},
    {"WhoIsPutBeforeTheVerb", "云岚科技把林知远提拔为高级副总裁。",
     "APPOINT person=林知远 organization=云岚科技 title=高级副总裁\n"},
    {"ASurnameThatIsAPreposition", "据悉，向明远已于7月底从云岚科技离职。",
     "DEPART RUMORED 2025-07-21..2025-07-31 organization=云岚科技 person=向明远\n"},
    {"WhoIsTraded", "林知远被交易至浙江队。", "JOIN organization=浙江队 person=林知远\n"},
    {"WhomAClubTrades", "林知远被浙江队租借到青川队。",
     "JOIN from_organization=浙江队 organization=青川队 person=林知远\n"},
    {"WhomAnAppointmentIsAbout", "林知远的任命将于10月1日生效。",
     "APPOINT PLANNED 2025-10-01 person=林知远\n"},
    {"APostThatGoesFromOneToAnother", "云岚科技法定代表人由林知远变更为顾若彤。",
     "APPOINT predecessor=林知远 person=顾若彤 title=法定代表人 organization=云岚科技\n"},
    {"ACareerBehindAColonIsNoStatement", "林知远：1998年入职云岚科技，2020年退休。",
     "JOIN 1998-01-01..1998-12-31 organization=云岚科技 person=林知远\n"
     "DEPART 2020-01-01..2020-12-31 person=林知远 organization=云岚科技\n"},
    {"WhatWasLeftFoundsNothing",
     "林知远2012年加入云岚科技，2016年跳槽至晨曦智能，三年后离开晨曦智能创办小满科技。",
     "JOIN 2012-01-01..2012-12-31 organization=云岚科技 person=林知远\n"
     "JOIN 2016-01-01..2016-12-31 organization=晨曦智能 person=林知远 from_organization=云岚科技\n"
     "DEPART 2019-01-01..2019-12-31 organization=晨曦智能 person=林知远\n"
     "FOUND 2019-01-01..2019-12-31 organization=小满科技 founder=林知远\n"},
    {"TheEndingOfACompanyBehindAProduct", "林知远加入Helix Labs。",
     "JOIN organization=Helix Labs person=林知远\n"},
    {"ATeamBeforeATitle", "青川队解雇主教练林知远。",
     "DISMISS person=林知远 organization=青川队 title=主教练\n"},
    {"ATeamWhoseNameHoldsAnother", "林知远加盟苍狼队。", "JOIN organization=苍狼队 person=林知远\n"},
    {"NamesOfOneSound", "云岚科技解雇了亚当·李和本·金。",
     "DISMISS person=亚当·李 organization=云岚科技\nDISMISS person=本·金 organization=云岚科技\n"},
    {"WhoIsIncludedInANumber", "包括财务总监林知远在内的五名高管已离开云岚科技。",
     "DEPART organization=云岚科技 person=林知远 title=财务总监\n"},
    {"ACommitteesVoteIsNoPlan", "经人大常委会表决，云岚科技任命林知远为总裁。",
     "APPOINT person=林知远 organization=云岚科技 title=总裁\n"},
    {"WhereTheNounPhraseSaysSomebodyIsFrom", "来自晨曦智能的工程师林知远加入云岚科技。",
     "JOIN organization=云岚科技 person=林知远 from_organization=晨曦智能\n"},
    {"WhoRisesWasThereBefore", "林知远30岁加入云岚科技，40岁升任总裁。",
     "JOIN organization=云岚科技 person=林知远\nAPPOINT person=林知远 title=总裁 organization=云岚科技\n"},
    {"APostBeforeLeaving", "林知远离职前担任云岚科技总裁。", "DEPART person=林知远 organization=云岚科技\n"},
    {"InSomebodysWords", "用林知远的话说，云岚科技还缺一口气。",
     "STATEMENT speaker=林知远 quote=云岚科技还缺一口气\n"},
    {"InSomebodysView", "在云岚科技总裁林知远看来，行业刚过半场。",
     "STATEMENT speaker=林知远 quote=行业刚过半场\n"},
    {"AClaimBeforeItsVerb", "需求很快会回暖，林知远说。", "STATEMENT speaker=林知远 quote=需求很快会回暖\n"},
    {"AWeakVerbBeforeAComma", "林知远预言，五年后手机会消失。",
     "STATEMENT speaker=林知远 quote=五年后手机会消失\n"},
    {"DecliningEndsNoClaim", "云岚科技拒绝上市，公司不予置评。", "LIST FAILED organization=云岚科技\n"},
    {"NamedBehindAColon", "云岚科技招来两名谷歌研究员：林知远和顾若彤。",
     "JOIN person=林知远 organization=云岚科技 from_organization=谷歌\n"
     "JOIN person=顾若彤 organization=云岚科技 from_organization=谷歌\n"},
    {"APostInThePlaceOfACompany", "议员林知远昨天请辞党团总召。",
     "STEP_DOWN 2025-09-02 person=林知远 title=党团总召\n"},
    {"APostBeforeTheVerb", "总裁一职由林知远接过。", "APPOINT person=林知远 title=总裁\n"},
    {"WhomACleftIsAbout", "云岚科技财务总监林知远则是从晨曦智能挖来的。",
     "JOIN from_organization=晨曦智能 person=林知远 organization=云岚科技\n"},
    {"APronounReadAsTheCompany", "云岚科技对主帅林知远失去耐心，将其解职。",
     "DISMISS person=林知远 organization=云岚科技 title=主帅\n"},
    {"WhoSaysI", "“我没有辞去队长一职”，浙江队后卫林知远说。",
     "STEP_DOWN NEGATED person=林知远 title=队长 organization=浙江队\n"
     "STATEMENT speaker=林知远 quote=我没有辞去队长一职\n"},
    {"WhoSaysWe", "“我们已经收购了晨曦科技公司”，云岚科技总裁林知远说。",
     "ACQUIRE target=晨曦科技公司 acquirer=云岚科技\n"
     "STATEMENT speaker=林知远 quote=我们已经收购了晨曦科技公司\n"},
    {"OneClauseForEachOfAList", "9月以来，先是投放总监林知远，再是法务总监顾若彤，接连有人从云岚科技出走。",
     "DEPART 2025-09-01..2025-09-03 person=顾若彤 organization=云岚科技 title=法务总监\n"
     "DEPART 2025-09-01..2025-09-03 person=林知远 organization=云岚科技 title=投放总监\n"},
    {"AnAnnouncedPostIsNoAppointment", "浙江队官宣主帅林知远下课。",
     "DISMISS person=林知远 organization=浙江队\n"},
    {"WhatOthersDemandIsNoEvent", "球迷呼吁浙江队主帅林知远辞职。", ""},
    {"AReasonIsNoOutcome", "林知远称自己去年因拒绝加班遭解雇。",
     "STATEMENT speaker=林知远 quote=自己去年因拒绝加班遭解雇\n"
     "DISMISS 2024-01-01..2024-12-31 person=林知远 reason=拒绝加班\n"},
    {"AWishIsABid", "云岚科技想撬走晨曦智能工程师林知远。",
     "RECRUIT person=林知远 organization=云岚科技 recruiter=云岚科技\n"},
    {"AnIntentionIsNoMereModifier", "林知远自立门户的念头没能实现。", "FOUND FAILED founder=林知远\n"},
    {"ANameInTheNextClause", "林知远合伙开了一家公司，取名“听雨”。",
     "FOUND founder=林知远 organization=听雨\n"},
    {"AnAgeIsNoFoundation", "云岚科技成立三十八周年庆典昨天举行。", ""},
    {"AShareOfACalling", "《听雨日报》裁掉三分之一编辑。",
     "LAYOFF organization=听雨日报 count=三分之一[0.333333]\n"},
    {"ARelativeSucceeds", "云岚科技董事长方岫云退休，其子方若成接班。",
     "DEPART person=方岫云 organization=云岚科技 title=董事长\n"
     "APPOINT person=方若成 predecessor=方岫云 organization=云岚科技 title=董事长\n"},
    {"AFounderIsNotWhatWasLeft", "林知远离开晨曦智能创办云岚科技。",
     "DEPART organization=晨曦智能 person=林知远\n"
     "FOUND organization=云岚科技 founder=林知远\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(All, ParticipantsTest, testing::ValuesIn(kParticipants), NameOf);

}  // namespace
}  // namespace annals
