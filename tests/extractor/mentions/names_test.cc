// Which stretches of a text are names, and of what.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extractor/mentions/mentions_testing.h"

namespace annals {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> People(absl::string_view text) {
  return MentionedText(text).Names(EntityType::kPerson);
}
std::vector<std::string> Organizations(absl::string_view text) {
  return MentionedText(text).Names(EntityType::kOrganization);
}

TEST(Names, FindsUnknownPeopleBesideTitlesAndTriggers) {
  EXPECT_THAT(People("研发负责人林知远昨天离职。"), ElementsAre("林知远"));
  EXPECT_THAT(People("公司任命欧阳清岚负责此事。"), ElementsAre("欧阳清岚"));
}

TEST(Names, StopsAtTriggersAndAdverbs) {
  EXPECT_THAT(People("产品总监周语桐则表示没有此事。"), ElementsAre("周语桐"));
  EXPECT_THAT(People("首席财务官徐漫加入了对手公司。"), ElementsAre("徐漫"));
}

TEST(Names, ACaseMarkerWithNothingBehindItEndsAName) {
  EXPECT_THAT(People("新任负责人是研究总监韩大为。"), ElementsAre("韩大为"));
  EXPECT_THAT(People("公司任命周景和的老搭档负责此事。"), ElementsAre("周景和"));
  EXPECT_THAT(People("研究总监韩大为公司忙了一年。"), ElementsAre("韩大"));
}

TEST(Names, ANameMayBeginLikeAVerbOrAPreposition) {
  EXPECT_THAT(Organizations("林知远从听雨科技离职。"), ElementsAre("听雨科技"));
  EXPECT_THAT(Organizations("外界关注对看山传媒的收购。"), ElementsAre("看山传媒"));
  EXPECT_THAT(Organizations("从容科技首席技术官林知远离职。"), ElementsAre("从容科技"));
  EXPECT_THAT(Organizations("由由出行联合创始人林知远离职。"), ElementsAre("由由出行"));
  EXPECT_THAT(Organizations("林知远加入跟进科技。"), ElementsAre("跟进科技"));
  EXPECT_THAT(Organizations("林知远加入向日葵医疗。"), ElementsAre("向日葵医疗"));
  EXPECT_THAT(Organizations("林知远加入青川市第一人民医院。"), ElementsAre("青川市第一人民医院"));
}

TEST(Names, WhatSaysWhichOfAKindBeginsNoName) {
  EXPECT_THAT(Organizations("公司看好对新能源的投资。"), IsEmpty());
  EXPECT_THAT(Organizations("国有资本CEO林知远离职。"), IsEmpty());
  EXPECT_THAT(Organizations("他和研究所同学林知远共事。"), IsEmpty());
  EXPECT_THAT(Organizations("多款游戏于9月1日上线。"), IsEmpty());
  EXPECT_THAT(Organizations("跨国食品CEO林知远离职。"), IsEmpty());
}

TEST(Names, WhoTeachesIsAPerson) {
  EXPECT_THAT(People("产品总监程岚师承秦望山，谈起往事。"), ElementsAre("程岚", "秦望山"));
}

TEST(Names, WhatIsDescribedWithItsFieldIsAUnit) {
  EXPECT_THAT(MentionedText("备受期待的智能驾驶研究院已经停摆。").Names(EntityType::kUnit),
              ElementsAre("智能驾驶研究院"));
  EXPECT_THAT(MentionedText("备受期待的研究院已经停摆。").Names(EntityType::kUnit), IsEmpty());
}

TEST(Names, AWordOfTheDictionaryBehindItsOwnerIsAUnit) {
  EXPECT_THAT(MentionedText("他离开东山医院护理部。").Names(EntityType::kUnit), ElementsAre("护理部"));
  EXPECT_THAT(MentionedText("他离开东山大学力学系。").Names(EntityType::kUnit), ElementsAre("力学系"));
  EXPECT_THAT(MentionedText("他去了医院的护理部。").Names(EntityType::kUnit), IsEmpty());
}

TEST(Names, AnOrdinaryWordBehindItsModifierIsNoClub) {
  EXPECT_THAT(Organizations("公司发布可回收火箭“山海”，液体火箭昨天被采用。"), Not(Contains("休斯敦火箭")));
  EXPECT_THAT(Organizations("林知远加盟火箭，火箭主帅宋亦楠表示欢迎。"), Contains("休斯敦火箭"));
}

TEST(Names, LeavesEverydayWordsAlone) {
  EXPECT_THAT(People("这件事的方向和时间都没有变，马上就会有结果。"), IsEmpty());
}

TEST(Names, ReadsDottedNamesWhole) {
  EXPECT_THAT(People("联合创始人道格拉斯·韩加入谷歌。"), ElementsAre("道格拉斯·韩"));
  EXPECT_THAT(People("首席科学家伊利亚·莫罗佐夫离开了实验室。"), ElementsAre("伊利亚·莫罗佐夫"));
}

// 灵 alone begins words and companies.
TEST(Names, ReadsCharactersThatSoundOnlyTogether) {
  EXPECT_THAT(People("财务主管凯文·哈灵顿离职。"), ElementsAre("凯文·哈灵顿"));
}

TEST(Names, SeparatesTitlesFromLatinNames) {
  const MentionedText text("新任CEO Karen Whitfield表示，公司会继续投入。");
  EXPECT_THAT(text.Names(EntityType::kPerson), ElementsAre("Karen Whitfield"));
}

TEST(Names, LeavesLatinTermsAlone) { EXPECT_THAT(Organizations("他们做AI和App，也做GPU。"), IsEmpty()); }

TEST(Names, VersionsMakeProducts) {
  EXPECT_THAT(MentionedText("公司发布了Corvus-7B。").Names(EntityType::kProduct), ElementsAre("Corvus-7B"));
}

TEST(Names, FindsOrganizationsBySuffixAndByTrigger) {
  EXPECT_THAT(Organizations("他离开沐岚科技，加入了穗野资本。"), ElementsAre("沐岚科技", "穗野资本"));
}

TEST(Names, TwoOrdinaryWordsMakeANameWhereTheTextSaysSo) {
  EXPECT_THAT(Organizations("10月，无尽基金收购了对手。"), ElementsAre("无尽基金"));
  EXPECT_THAT(Organizations("白鹭半夏表示，公司不会裁员。他去年加入白鹭半夏，今年离开白鹭半夏。"),
              ElementsAre("白鹭半夏"));
}

TEST(Names, AnUnlistedNameMayBeginWithAKnownOne) {
  EXPECT_THAT(Organizations("他们由上汽砺川、穗野资本领投。上汽砺川表示不予置评。"),
              ElementsAre("上汽砺川", "穗野资本"));
}

TEST(Names, OrdinaryWordsInASlotOfNamesStayWords) {
  EXPECT_THAT(Organizations("短视频公司高管表示没有此事。内容平台运营人员离职。"), IsEmpty());
}

TEST(Names, AKindOfOrganizationIsNoName) {
  EXPECT_THAT(Organizations("他加入了一家互联网公司。"), IsEmpty());
}

TEST(Names, ReadsTheLegalFormAsTheSameCompany) {
  const MentionedText text("京东集团表示不予置评。京东随后发布了公告。");
  EXPECT_EQ(text.Names(EntityType::kOrganization).size(), 1u);
}

TEST(Names, QuotedWordsNeedSomethingThatVouches) {
  EXPECT_THAT(MentionedText("他们的语音模型“回廊”没有发布。").Names(EntityType::kProduct),
              ElementsAre("回廊"));
  EXPECT_THAT(MentionedText("这被称作一场安静的“地震”。").Names(EntityType::kOrganization), IsEmpty());
}

TEST(Names, AReportedPaperIsAnOrganization) {
  EXPECT_THAT(Organizations("据《临江晚讯》报道，此事属实。"), ElementsAre("临江晚讯"));
}

TEST(Names, WhoWroteTheArticleIsNotInIt) {
  EXPECT_THAT(People("记者 林小满\n公司昨天宣布裁员。"), Not(Contains("林小满")));
}

TEST(Names, SeveralEndingsAreOneName) {
  EXPECT_THAT(Organizations("米罗餐饮集团任命林知远为总裁。"), ElementsAre("米罗餐饮集团"));
}

TEST(Names, NamesWrittenBySoundNeedNoDot) {
  EXPECT_THAT(People("首席执行官多尔西加入谷歌。"), ElementsAre("多尔西"));
}

TEST(Names, ChineseAndLatinLettersMixed) {
  EXPECT_THAT(MentionedText("公司发布了屿芯X1。").Names(EntityType::kProduct), ElementsAre("屿芯X1"));
  EXPECT_THAT(Organizations("柏科AI发布了新模型。"), ElementsAre("柏科AI"));
  EXPECT_THAT(Organizations("前江城FC主帅离开。"), ElementsAre("江城FC"));
}

TEST(Names, UnitsTakeWhatStandsBeforeThem) {
  const MentionedText text("谷歌的语音识别团队负责人林知远离职。");
  EXPECT_THAT(text.Names(EntityType::kUnit), ElementsAre("语音识别团队"));
}

TEST(Names, NeverOverlap) {
  const MentionedText text(
      "前谷歌语音识别团队负责人、沐岚科技创始人林知远和首席科学家伊利亚·莫罗佐夫加入了穗野资本旗下的Corvus "
      "Labs。");
  int end = 0;
  for (const Mention& mention : text.set.mentions) {
    if (mention.kind != Mention::Kind::kName) continue;
    EXPECT_GE(mention.span.begin, end) << text.Words(mention.span);
    EXPECT_TRUE(mention.chain.Contains(mention.span)) << text.Words(mention.span);
    end = mention.span.end;
  }
}

TEST(Names, OddTextsAreReadWithoutHarm) {
  for (const char* odd : {"", " ", "·", "林·", "·林", "“”", "《》", "(", "CEO", "的的的的的",
                          "A B C D E 1 2 3", "\n\n\n", "、、和和"}) {
    EXPECT_THAT(People(odd), IsEmpty()) << odd;
  }
}

TEST(Names, LoadRefusesAMissingDirectoryFile) {
  const absl::StatusOr<DataDirectory> empty = DataDirectory::Open(::testing::TempDir());
  if (!empty.ok()) GTEST_SKIP() << "the temporary directory holds tables that are broken";
  EXPECT_FALSE(NameLexicon::Load(*empty).ok());
}

TEST(Names, AQuotedNameIsWhatTheNounBeforeItSays) {
  EXPECT_THAT(MentionedText("青禾大学把仿真软件“FlameKit”开源。").Names(EntityType::kProduct),
              Contains("FlameKit"));
  EXPECT_THAT(Organizations("编曲公司“栗壳之声”宣布完成融资。"), Contains("栗壳之声"));
}

TEST(Names, AQuotedNameIsWhatItsOwnEndingSays) {
  EXPECT_THAT(MentionedText("公司另建“运动康复部”。").Names(EntityType::kUnit), Contains("运动康复部"));
}

TEST(Names, AKindOfCompanyBeforeANameIsNone) {
  EXPECT_THAT(Organizations("他加入了视效公司Birch Digital。"), ElementsAre("Birch Digital"));
}

TEST(Names, WordsOfTheNewsAreNoCompanies) {
  EXPECT_THAT(Organizations("公司换帅，高管招人。"), Not(Contains("换帅")));
}

TEST(Names, APrepositionalPhraseDoesNotHideTheVerb) {
  EXPECT_THAT(People("顾晚秋从蓝鲸科技离职。"), ElementsAre("顾晚秋"));
  EXPECT_THAT(People("顾晚秋从事多年这一行。"), IsEmpty());
  EXPECT_THAT(Organizations("万泽集团将对松果游戏表示支持。"), ElementsAre("万泽集团", "松果游戏"));
  EXPECT_THAT(Organizations("南屿控股刚向员工表示不会裁员。"), ElementsAre("南屿控股"));
}

TEST(Names, WhatActsStandsBehindItsMark) {
  EXPECT_THAT(People("这个消息由祝正道先表示确认。"), ElementsAre("祝正道"));
}

TEST(Names, AStageNameStandsBetweenATitleAndAVerb) {
  EXPECT_THAT(People("辅助选手梓墨加入了新队。"), ElementsAre("梓墨"));
  EXPECT_THAT(People("负责人新近加入了公司。"), IsEmpty());
}

TEST(Names, WhoHasAPostAndActsIsAPerson) {
  EXPECT_THAT(People("店长白玉兰被公司任命。"), ElementsAre("白玉兰"));
}

TEST(Names, JapaneseNamesAreLonger) {
  EXPECT_THAT(People("首席顾问小野寺健二离职。"), ElementsAre("小野寺健二"));
  EXPECT_THAT(People("研发总监石田慎太郎离职。"), ElementsAre("石田慎太郎"));
  EXPECT_THAT(People("产品总监张前川离职。"), ElementsAre("张前川"));
}

TEST(Names, AMadeUpNameBehindAKindOfProductIsOne) {
  EXPECT_THAT(MentionedText("他们关掉了聊天机器人暖暖。").Names(EntityType::kProduct), ElementsAre("暖暖"));
  EXPECT_THAT(MentionedText("公司发布云助手。").Names(EntityType::kProduct), ElementsAre("云助手"));
  EXPECT_THAT(MentionedText("公司发布新款头显。").Names(EntityType::kProduct), IsEmpty());
}

TEST(Names, StudiosAndPlantsAreUnitsOfTheirOwnersAndPlaces) {
  const auto units = [](absl::string_view text) { return MentionedText(text).Names(EntityType::kUnit); };
  EXPECT_THAT(units("他离开网易盘古工作室。"), ElementsAre("盘古工作室"));
  EXPECT_THAT(units("他上月加入成都工作室。"), ElementsAre("成都工作室"));
  EXPECT_THAT(units("松果汽车离开南通二厂。"), ElementsAre("南通二厂"));
  EXPECT_THAT(units("气象探测队队长何千帆离职。"), ElementsAre("气象探测队"));
  EXPECT_THAT(Organizations("他加入松江足球俱乐部。"), ElementsAre("松江足球俱乐部"));
}

TEST(Names, WhatHasATitleIsAWork) {
  const MentionedText text("解谜游戏《海上来信》终于定档，首批用户超过《旅人》杂志的订户。");
  EXPECT_THAT(text.Names(EntityType::kProduct), ElementsAre("海上来信", "旅人"));
}

TEST(Names, SchoolsAndTeamsByTheirNumberOrSport) {
  EXPECT_THAT(Organizations("她离开永嘉一中。"), ElementsAre("永嘉一中"));
  EXPECT_THAT(Organizations("她加入云南田径队。"), ElementsAre("云南田径队"));
}

TEST(Names, AWordForAKindIsNoPartOfTheName) {
  EXPECT_THAT(Organizations("测试设备厂川弘精密表示不会涨价。"), ElementsAre("川弘精密"));
}

TEST(Names, WhoIsNotNamedInFullIsStillAPerson) {
  EXPECT_THAT(People("教师冀某离职后没有回应。"), ElementsAre("冀某"));
}

TEST(Names, KnownNamesMayMixScripts) {
  EXPECT_THAT(Organizations("他加入成都AG，又离开广州TTG。"), ElementsAre("AG超玩会", "TTG战队"));
  EXPECT_THAT(Organizations("他试驾了小米SU7。"), ElementsAre("小米"));
}

TEST(Names, ABrandThatActsIsACompany) {
  EXPECT_THAT(Organizations("甜品品牌“糖小满”表示不会涨价。"), ElementsAre("糖小满"));
}

TEST(Names, AVerbOfOrganizationsReachesANameBehindItsDescription) {
  EXPECT_THAT(Organizations("他上月加入做端侧模型的“山石边界”。"), ElementsAre("山石边界"));
  EXPECT_THAT(Organizations("他上月加入心目中的“天堂”。"), IsEmpty());
}

TEST(Names, VersionsOfKnownProductsGoOnWithinTheirWord) {
  EXPECT_THAT(MentionedText("它发布Grok 2.5。").Names(EntityType::kProduct), ElementsAre("Grok 2.5"));
  EXPECT_THAT(MentionedText("它发布Qwen3-Max-Preview。").Names(EntityType::kProduct),
              ElementsAre("Qwen3-Max-Preview"));
  EXPECT_THAT(MentionedText("它发布Mavic 4 Pro。").Names(EntityType::kProduct), ElementsAre("Mavic 4 Pro"));
}

TEST(Names, DottedNamesOfRarerSounds) {
  EXPECT_THAT(People("马特乌斯·佩肖托离开了。"), ElementsAre("马特乌斯·佩肖托"));
}

}  // namespace
}  // namespace annals
