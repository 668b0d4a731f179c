// Headlines of portals about people: who comes and goes, who may, and who is but called so. The names are
// invented.
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class HeadlineSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(HeadlineSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kSentences[] = {
    {"WhoIsHiredIsNoPartOfACut", "云岚科技裁员1200人，同时继续招聘2500人",
     "LAYOFF organization=云岚科技 count=1200人[1200 人]\n"},
    {"WhoStaysIsNoPartOfACut", "云岚科技裁员500人，另有300人转岗",
     "LAYOFF organization=云岚科技 count=500人[500 人]\n"},
    {"ACutBehindAMeasure", "云岚科技关闭30家门店并裁员900人",
     "LAYOFF organization=云岚科技 count=900人[900 人]\n"},
    {"ToLeadATeamIsNoPost", "林知远带领云岚科技研发团队，一跃成了第一阵容", ""},
    {"APassiveInsideTheObject", "云岚科技解聘了被举报的副总裁林知远",
     "DISMISS person=林知远 organization=云岚科技 title=副总裁\n"},
    {"WhoFollowsBehindASteppingDown", "顾若彤卸任后，林知远接任云岚科技CEO",
     "STEP_DOWN person=顾若彤 organization=云岚科技\n"
     "APPOINT person=林知远 title=CEO organization=云岚科技 predecessor=顾若彤\n"},
    {"WhatIsCalledBehindAShortName", "苏白博士加入云岚科技", "JOIN organization=云岚科技 person=苏白\n"},
    {"WhoSpeaksForSomebody", "林知远方回应解约：已协商一致",
     "STATEMENT speaker=林知远 quote=已协商一致 topic=解约\n"},
    {"ACandidateHasNoPost", "林知远成为云岚科技CEO最热门人选", ""},
    {"SharesAreNoWork", "林知远退出云岚科技股东行列", ""},
    {"ADemandIsNoDismissal", "顾若彤要求云岚科技开除林知远", ""},
    {"WhatIsCalledForIsNotDone", "多名股东呼吁罢免云岚科技董事长林知远", ""},
    {"ARumourBehindTheVerb", "云岚科技总裁林知远回应下课传闻：服从安排",
     "STATEMENT speaker=林知远 quote=服从安排 topic=下课传闻\n"
     "DISMISS RUMORED person=林知远 organization=云岚科技 title=总裁\n"},
    {"ATeamWithItsPlace", "林知远与上海星海队解约", "DEPART organization=上海星海队 person=林知远\n"},
    {"OfficiallyIsNoPartOfATeam", "山海队官方：主教练林知远下课",
     "DISMISS person=林知远 organization=山海队 title=主教练\n"},
    {"WhatIsHopedForIsNotDone", "球迷希望林知远能够加入云岚队", ""},
    {"ABandBehindItsKind", "林知远退出男团“星轨少年”", "DEPART organization=星轨少年 person=林知远\n"},
    {"TheCompanyBeforeWhoSpeaks", "云岚科技林知远：我们不想卷",
     "STATEMENT speaker=林知远 quote=我们不想卷\n"},
    {"ATermThatEndsNamesNoNewPost", "云岚科技：林知远任期届满",
     "STEP_DOWN person=林知远 organization=云岚科技\n"},
    {"WhatIsAnsweredIsNotSaid", "云岚科技回应“限电停产”：不属实",
     "STATEMENT speaker=云岚科技 quote=不属实 topic=“限电停产”\n"},
    {"WhomItWasSaidToIsNotSaid", "林知远怒怼云岚科技", ""},
    {"ACutToASizeHasNoCount", "云岚科技裁员至80人", "LAYOFF organization=云岚科技\n"},
    {"AWordOfTheNumberInTheVerb", "云岚科技裁员超5000人",
     "LAYOFF organization=云岚科技 count=超5000人[5000 人]\n"},
    {"ACompanyLikeAnEverydayWord", "绿洲科技裁员500人", "LAYOFF organization=绿洲科技 count=500人[500 人]\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Sentences, HeadlineSentencesTest, testing::ValuesIn(kSentences), NameOf);

}  // namespace
}  // namespace annals
