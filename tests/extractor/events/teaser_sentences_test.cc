// Short news of portals and social media: a headline glued to its lead, clickbait before the name, clubs,
// bands and shops. The names are invented, but where the lexicon's own are meant.
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class TeaserSentencesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(TeaserSentencesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kSentences[] = {
    {"AQuestionBeforeTheCompany", "裁员30%？云岚科技回应：不实",
     "LAYOFF NEGATED organization=云岚科技 count=30%[0.3]\n"},
    {"ARumourBeforeTheCompany", "被曝大规模裁员，云岚科技回应", "LAYOFF RUMORED organization=云岚科技\n"},
    {"AnExclamationBeforeThePerson", "突然宣布退役！中国女排名将林知远发声",
     "DEPART person=林知远 organization=中国国家女子排球队\n"},
    {"AnotherSubjectOfItsOwn", "多家企业裁员！云岚科技发布年报", ""},
    {"ADenialByTheStudio", "云岚娱乐与林知远解约？工作室：不实",
     "DEPART NEGATED person=林知远 organization=云岚娱乐\n"},
    {"ADenialWithoutASubject", "云岚科技收购听雨科技？假消息",
     "ACQUIRE NEGATED target=听雨科技 acquirer=云岚科技\n"},
    {"ABandDissolves", "小黄鸭乐队宣布解散", "REORGANIZE organization=小黄鸭乐队\n"},
    {"AUnitThatDissolves", "云岚科技解散硬件团队。", "REORGANIZE unit=硬件团队 organization=云岚科技\n"},
    {"TheFussAboutDissolving", "云岚科技解散风波", ""},
    {"ARecall", "听雨食品紧急召回3.3万瓶果汁", "DISCONTINUE organization=听雨食品\n"},
    {"ARecallOfSomebody", "云岚队召回林知远", "JOIN person=林知远 organization=云岚队\n"},
    {"ATrade", "林知远被交易至云岚队", "JOIN organization=云岚队 person=林知远\n"},
    {"AFarewellToATrade", "艺人林知远宣布退出演艺圈", "DEPART person=林知远 title=艺人\n"},
    {"APlatformInQuotesThatFiles", "互联网保险平台“水滴保”向港交所递交招股书",
     "LIST organization=水滴保 exchange=港交所\n"},
    {"ANameInQuotesHeldInShares", "云岚科技拿下“小厨娘”40%股权",
     "ACQUIRE target=小厨娘 acquirer=云岚科技 stake=40%[0.4]\n"},
    {"ANameInQuotesThatIsTaken", "国民奶粉“贝恩美”被云岚科技收购",
     "ACQUIRE acquirer=云岚科技 target=贝恩美\n"},
    {"AGameInQuotesIsNoCompany", "云岚科技手游“山海长歌”今日上线",
     "RELEASE 2025-09-03 product=山海长歌 organization=云岚科技\n"},
    {"APlaceAndAPost", "滨江市副市长林知远辞去职务",
     "STEP_DOWN person=林知远 organization=滨江市 title=副市长\n"},
    {"ASoundMoreThanTheKnownName", "相机厂商雷诺斯宣布裁员400人",
     "LAYOFF organization=雷诺斯 count=400人[400 人]\n"},
    {"AHyphenInAForeignName", "云岚科技任命让-皮埃尔·杜兰德为总裁",
     "APPOINT person=让-皮埃尔·杜兰德 organization=云岚科技 title=总裁\n"},
    {"AForeignNameThatIsACompany", "云岚队解雇主教练瓦格纳",
     "DISMISS person=瓦格纳 organization=云岚队 title=主教练\n"},
    {"AClubsOfficialWord", "山城雄狮官方：外援卡洛斯离队",
     "DEPART person=卡洛斯 organization=山城雄狮 title=外援\n"},
    {"ARenewedContract", "云岚队与林知远续约4年", ""},
    {"StillItsOwnCompany", "云岚科技收购听雨科技，后者将保持独立运营",
     "ACQUIRE target=听雨科技 acquirer=云岚科技\n"},
    {"AContractOfYears", "云岚队签下听雨队前锋林知远，双方签约5年",
     "JOIN person=林知远 organization=云岚队 from_organization=听雨队 title=前锋\n"},
    {"ACompanyEndsTheContractOfAnArtist", "听雨娱乐发布公告，与成员林知远解除合约",
     "DEPART person=林知远 organization=听雨娱乐\n"},
    {"WhoLeavesAGroup", "林知远宣布退出听雨乐队", "DEPART organization=听雨乐队 person=林知远\n"},
    {"ASumWithoutACurrency", "云岚科技48亿收购听雨科技80%股份",
     "ACQUIRE target=听雨科技 acquirer=云岚科技 amount=48亿[4.8e+09 CNY] stake=80%[0.8]\n"},
    {"AnOrderOfMagnitudeBeforeTheRound", "云岚科技获千万级A轮融资",
     "FUND organization=云岚科技 amount=千万级 round=A轮\n"},
    {"WhoLeadsARoundInsideAGap", "云岚科技获星河创投领投C轮融资，晨曦资本跟投",
     "FUND investor=星河创投 organization=云岚科技 round=C轮 investor=晨曦资本\n"},
    {"SinceItWasSetUpIsNoNews", "云岚科技自成立以来已完成3亿元融资",
     "FUND organization=云岚科技 amount=3亿元[3e+08 CNY]\n"},
    {"WhoIsAllowedTo", "欧盟批准云岚科技收购听雨科技", "ACQUIRE target=听雨科技 acquirer=云岚科技\n"},
    {"ABidThatFailed", "云岚科技竞购晨曦智能失败", "ACQUIRE FAILED target=晨曦智能 acquirer=云岚科技\n"},
    {"AnAgreementWithWhoIsBought", "云岚科技与晨曦智能达成收购协议",
     "ACQUIRE acquirer=云岚科技 target=晨曦智能\n"},
    {"AVersionBehindWhatIsAnnounced", "云岚科技宣布星澜2.0正式上线",
     "RELEASE product=星澜2.0 organization=云岚科技\n"},
    {"AVersionBehindAHyphen", "云岚科技开源星澜-7B", "OPEN_SOURCE product=星澜-7B organization=云岚科技\n"},
    {"LettersBehindTheNounForIt", "云岚科技推出折叠屏手机星澜Fold",
     "RELEASE product=星澜Fold organization=云岚科技\n"},
    {"APlainOfANameIsNothingFormer", "林知远加入曦原科技", "JOIN organization=曦原科技 person=林知远\n"},
    {"NorIsOneThatOpensIt", "林知远加入原青科技", "JOIN organization=原青科技 person=林知远\n"},
    {"APlanToCut", "云岚科技取消裁员计划", "LAYOFF FAILED organization=云岚科技\n"},
    {"ASumBehindWhatIsPaid", "作价48亿，云岚科技收购听雨科技",
     "ACQUIRE target=听雨科技 acquirer=云岚科技 amount=48亿[4.8e+09 CNY]\n"},
    {"UsersAreNoMoney", "云岚科技获得1亿用户", ""},
    {"AFormerChairman", "云岚科技原董事长林知远辞任",
     "STEP_DOWN person=林知远 organization=云岚科技 title=董事长\n"},
    {"AClubWithLatinLetters", "前滨江FC主帅林知远加盟青山FC",
     "JOIN organization=青山FC person=林知远 from_organization=滨江FC\n"},
    {"ItCanReplace", "云岚科技发布云岚浏览器，林知远：可以取代安卓",
     "RELEASE product=云岚浏览器 organization=云岚科技\nSTATEMENT speaker=林知远 quote=可以取代安卓\n"},
    {"AnUnlistedProductBeforeItsVerb", "听雨大模型正式发布", "RELEASE product=听雨大模型\n"},
    {"AnUnlistedProductBehindItsVerb", "云岚科技推出听雨大模型",
     "RELEASE product=听雨大模型 organization=云岚科技\n"},
    {"AnUnlistedProductThatEnds", "沐光浏览器宣布停止服务", "DISCONTINUE product=沐光浏览器\n"},
    {"WhatAThingIsForIsNoName", "云岚科技发布国产芯片", "RELEASE organization=云岚科技\n"},
    {"AKindOfThingIsNoName", "国产大模型正式发布", ""},
    {"IntoAdministration", "跑车品牌诺威克进入破产管理", ""},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Sentences, TeaserSentencesTest, testing::ValuesIn(kSentences), NameOf);

}  // namespace
}  // namespace annals
