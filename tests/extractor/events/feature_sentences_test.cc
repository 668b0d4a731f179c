// How feature articles, columns and interviews tell of careers, successions, offers and foundations, and whom
// they let speak. The names are invented.
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class FeatureSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(FeatureSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kSentences[] = {
    {"AStayBeginsAtTheTimeBeforeIt", "林知远2014年博士毕业后在听雨制药待了九年，去年加入云岚医疗。",
     "JOIN 2014-01-01..2014-12-31 organization=听雨制药 person=林知远\nJOIN 2024-01-01..2024-12-31 "
     "organization=云岚医疗 person=林知远 from_organization=听雨制药\n"},
    {"AStayWithoutABeginning", "林知远在听雨制药待了九年。", ""},
    {"AStayThatSaysWhichOne", "2024年，在听雨制药待了九年的林知远加入云岚医疗。",
     "JOIN 2024-01-01..2024-12-31 organization=云岚医疗 person=林知远\n"},
    {"ATalkIsNoStay", "2024年，林知远在云岚科技做了一场演讲。", ""},
    {"GoneThereForAWhile", "2019年，林知远先到云岚家居干了一年半产品经理。",
     "JOIN 2019-01-01..2019-12-31 organization=云岚家居 person=林知远 title=产品经理\n"},
    {"AFirstJob", "林知远的第一份工作是在云岚科技做算法工程师。",
     "JOIN organization=云岚科技 person=林知远 title=算法工程师\n"},
    {"APostThatIsOver", "林知远在红蓝资本做了四年投资经理，2022年出来单干。",
     "DEPART 2022-01-01..2022-12-31 person=林知远 organization=红蓝资本 title=投资经理\n"},
    {"ThePostOfACompanyWithOf", "林知远去年当上了云岚科技的总经理。",
     "APPOINT 2024-01-01..2024-12-31 person=林知远 title=总经理 organization=云岚科技\n"},
    {"TheFirstToGo", "第一个走的是云岚科技首席风险官林知远。",
     "DEPART person=林知远 organization=云岚科技 title=首席风险官\n"},
    {"WhoElseWent", "云岚科技这半年走掉的还有品牌副总裁林知远。",
     "DEPART person=林知远 organization=云岚科技 title=品牌副总裁\n"},
    {"TheThirdToGo", "林知远是云岚科技今年走掉的第三位高管。",
     "DEPART 2025-01-01..2025-12-31 organization=云岚科技 person=林知远\n"},
    {"CountedLeavers", "云岚科技走了三位副总裁：林知远、苏白、沈星河。",
     "DEPART person=林知远 organization=云岚科技 title=副总裁\nDEPART person=苏白 organization=云岚科技 "
     "title=副总裁\nDEPART person=沈星河 organization=云岚科技 title=副总裁\n"},
    {"AContractIsNotRenewed", "云岚科技没有与林知远续约。", "DEPART person=林知远 organization=云岚科技\n"},
    {"ThePostOfACleft", "许多人没想到，接任云岚科技总裁的会是林知远。",
     "APPOINT person=林知远 title=总裁 organization=云岚科技\n"},
    {"TakenOnBySomebody", "苏白辞去云岚科技总裁，总裁一职由林知远接下。",
     "STEP_DOWN person=苏白 title=总裁 organization=云岚科技\nAPPOINT person=林知远 title=总裁 "
     "predecessor=苏白 organization=云岚科技\n"},
    {"TheReinsAreNoCompany", "三月，林知远从苏白手中接过云岚科技的帅印。",
     "APPOINT 2025-03-01..2025-03-31 predecessor=苏白 person=林知远 organization=云岚科技\n"},
    {"ThePersonWhoReplaces", "云岚科技总裁苏白退休，接任者叫林知远。",
     "DEPART person=苏白 organization=云岚科技 title=总裁\nAPPOINT person=林知远 organization=云岚科技 "
     "predecessor=苏白 title=总裁\n"},
    {"AnOfferThatIsDeclined", "云岚科技以三倍薪水相邀，林知远婉拒。",
     "RECRUIT FAILED recruiter=云岚科技 person=林知远\n"},
    {"APaidOfferThatIsDeclined", "云岚科技开出500万元年薪招揽林知远，他推却了。",
     "RECRUIT FAILED person=林知远 recruiter=云岚科技 organization=云岚科技\n"},
    {"PoachingUnderWay", "云岚科技正在挖听雨科技的引擎负责人林知远。",
     "RECRUIT ONGOING person=林知远 recruiter=云岚科技\n"},
    {"LeavesToStartWhatTheNextClauseNames", "去年，林知远离职创业，公司名为“棱镜智能”。",
     "DEPART 2024-01-01..2024-12-31 person=林知远\nFOUND 2024-01-01..2024-12-31 founder=林知远 "
     "organization=棱镜智能\n"},
    {"ABrandOfOnesOwn", "林知远自己做了一个香氛品牌，叫“山岚”。",
     "FOUND founder=林知远 organization=山岚 topic=香氛\n"},
    {"AShopOfOnesOwn", "林知远創業開了棱鏡智能，第一年就虧光本金。",
     "FOUND organization=棱镜智能 founder=林知远\n"},
    {"ASpokesmanNobodyNames", "“预算砍了一半。”云岚科技的一位高管告诉记者。",
     "STATEMENT speaker=云岚科技 quote=预算砍了一半。\n"},
    {"ASpokesmanInTheVerb", "云岚科技的一位发言人回应称，“不评论个人去留”。",
     "STATEMENT speaker=云岚科技 quote=不评论个人去留\n"},
    {"SomebodyOfTheStaff", "“预算砍了一半。”云岚科技的一名员工说。", ""},
    {"TheReportersQuestion", "“那你们靠什么活着？”记者问。“靠利息。”林知远回答得很干脆。",
     "STATEMENT speaker=林知远 quote=靠利息。\n"},
    {"HowSomebodySpeaks", "林知远叹了口气，“钱烧完了就关门。”",
     "STATEMENT speaker=林知远 quote=钱烧完了就关门。\n"},
    {"TheOtherSideInQuotes", "林知遠指對方「出爾反爾」。", "STATEMENT speaker=林知远 quote=出爾反爾\n"},
    {"AVerbInsideTheQuotes", "云岚科技回复查询时指，“不评论个别员工”。",
     "STATEMENT speaker=云岚科技 quote=不评论个别员工\n"},
    {"TheLastLineOfAnAccount", "上周五，云岚科技公众号发出最后一条推文：“谢谢你们来过。”",
     "STATEMENT 2025-08-29 speaker=云岚科技 quote=谢谢你们来过。\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Sentences, FeatureSentencesTest, testing::ValuesIn(kSentences), NameOf);

}  // namespace
}  // namespace annals
