// What noun phrases say of their heads, and whom short forms and pronouns mean.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extractor/mentions/mentions_testing.h"

namespace annals {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

TEST(Chains, TheNameIsTheHead) {
  const MentionedText text("微软语音识别团队负责人林知远离职。");
  const Mention* person = text.Find("林知远");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(text.Words(person->chain), "微软语音识别团队负责人林知远");
  EXPECT_EQ(text.Words(person->title), "语音识别团队负责人");
  ASSERT_GE(person->organization, 0);
  EXPECT_EQ(text.Words(text.set.mentions[person->organization].span), "微软");
  EXPECT_FALSE(text.set.mentions[person->organization].head);
  ASSERT_GE(person->unit, 0);
  EXPECT_EQ(text.Words(text.set.mentions[person->unit].span), "语音识别团队");
}

TEST(Chains, FormerPosts) {
  EXPECT_THAT(MentionedText("前微软研究员林知远离职。").Facts(),
              ElementsAre("POSITION 林知远 > 微软 研究员 former"));
}

TEST(Chains, AFounderIsNoPost) {
  EXPECT_THAT(MentionedText("沐岚科技创始人兼CEO林知远表示会继续。").Facts(),
              UnorderedElementsAre("FOUNDER_OF 林知远 > 沐岚科技", "POSITION 林知远 > 沐岚科技 CEO"));
}

TEST(Chains, SeveralPostsOfOnePerson) {
  const MentionedText text("前微软研究员、沐岚科技首席架构师林知远离职。");
  EXPECT_THAT(text.Facts(), UnorderedElementsAre("POSITION 林知远 > 微软 研究员 former",
                                                 "POSITION 林知远 > 沐岚科技 首席架构师"));
  EXPECT_EQ(text.Words(text.Find("林知远")->title), "首席架构师");
}

TEST(Chains, APostWithoutOrganizationInheritsIt) {
  EXPECT_THAT(MentionedText("微软副总裁、首席科学家林知远离职。").Facts(),
              UnorderedElementsAre("POSITION 林知远 > 微软 副总裁", "POSITION 林知远 > 微软 首席科学家"));
}

TEST(Chains, TheTitleHoldsForTheList) {
  const MentionedText text("微软研究员林知远、周语桐离职。");
  EXPECT_THAT(text.Facts(),
              UnorderedElementsAre("POSITION 林知远 > 微软 研究员", "POSITION 周语桐 > 微软 研究员"));
  EXPECT_GE(text.Find("林知远")->list, 0);
  EXPECT_EQ(text.Find("林知远")->list, text.Find("周语桐")->list);
}

TEST(Chains, TeachersAndFoundersInPassing) {
  EXPECT_THAT(MentionedText("首席科学家林知远师从韦德·汉森。").Facts(),
              Contains("MENTOR_OF 韦德·汉森 > 林知远"));
}

TEST(Chains, ShortFormsAreTheSamePerson) {
  const MentionedText text("首席架构师林知远离职。三天后，知远加入微软。");
  ASSERT_NE(text.Find("知远"), nullptr);
  EXPECT_EQ(text.Find("知远")->entity, text.Find("林知远")->entity);
}

TEST(Chains, LastPartsOfDottedNames) {
  const MentionedText text("首席执行官韦德·汉森离职。汉森表示，他会休息一阵。");
  ASSERT_NE(text.Find("汉森"), nullptr);
  EXPECT_EQ(text.Find("汉森")->entity, text.Find("韦德·汉森")->entity);
}

TEST(Chains, NamesInBracketsAreTheSame) {
  const MentionedText text("首席执行官韦德·汉森(Wade Hansen)离职。");
  EXPECT_THAT(text.Names(EntityType::kPerson), ElementsAre("韦德·汉森"));
}

TEST(Chains, NamesInBracketsHaveTheNounPhrase) {
  const MentionedText text("微软语音识别团队负责人韦德·汉森(Wade Hansen)离职。");
  const Mention* alias = text.Find("Wade Hansen");
  ASSERT_NE(alias, nullptr);
  EXPECT_EQ(text.Words(alias->title), "语音识别团队负责人");
  ASSERT_GE(alias->organization, 0);
  EXPECT_EQ(text.Words(text.set.mentions[alias->organization].span), "微软");
}

TEST(Chains, AUnitIsNoEmployer) {
  const MentionedText text("微软发布财报。海外增长部总监林知远离职。");
  const Mention* person = text.Find("林知远");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(text.Words(person->title), "海外增长部总监");
  EXPECT_LT(person->organization, 0);
}

TEST(Chains, PronounsTakeTheLastSubject) {
  const MentionedText text("首席架构师林知远离职。他加入了微软。");
  ASSERT_NE(text.Find("他"), nullptr);
  EXPECT_EQ(text.Find("他")->entity, text.Find("林知远")->entity);
}

TEST(Chains, GroupsStayOpen) {
  const MentionedText text("微软收购了沐岚科技。双方没有表示。");
  ASSERT_NE(text.Find("双方"), nullptr);
  EXPECT_EQ(text.Find("双方")->entity, -1);
  EXPECT_TRUE(text.Find("双方")->plural);
}

TEST(Chains, ATitleMayStandForItsHolder) {
  const MentionedText text("沐岚科技创始人林知远离职。创始人表示，公司会继续。");
  const Mention* holder = nullptr;
  for (const Mention& mention : text.set.mentions) {
    if (mention.kind == Mention::Kind::kTitle) holder = &mention;
  }
  ASSERT_NE(holder, nullptr);
  EXPECT_EQ(holder->entity, text.Find("林知远")->entity);
}

TEST(Chains, TheSameTextGivesTheSameMentions) {
  const char* const kText = "前微软研究员、沐岚科技首席架构师林知远和周语桐加入了穗野资本。他们没有表示。";
  const MentionedText first(kText), second(kText);
  ASSERT_EQ(first.set.mentions.size(), second.set.mentions.size());
  EXPECT_EQ(first.Facts(), second.Facts());
}

}  // namespace
}  // namespace annals
