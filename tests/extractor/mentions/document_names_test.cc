// What the other places of a text say about a name.
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extractor/mentions/mentions_testing.h"

namespace annals {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> Named(absl::string_view text, EntityType type) {
  return MentionedText(text).Names(type);
}

TEST(DocumentNames, AnUnlistedNameOfFourCharactersIsShortenedToTwo) {
  EXPECT_THAT(
      Named("林知远创办了云岫智曜。三年后，云岫宣布裁员。周语桐加入云岫智曜。", EntityType::kOrganization),
      ElementsAre("云岫智曜"));
  EXPECT_THAT(Named("今年3月，衡芜宣布裁员。电池公司衡芜纪事获得融资，林知远加入衡芜纪事。",
                    EntityType::kOrganization),
              ElementsAre("衡芜纪事"));
}

TEST(DocumentNames, ARarePlaceMayBeAShortFormACityMayNot) {
  EXPECT_THAT(Named("林知远加入岭东银行。岭东表示欢迎。", EntityType::kOrganization),
              ElementsAre("岭东银行"));
  EXPECT_THAT(Named("林知远加入苏州银行。苏州表示欢迎。", EntityType::kOrganization),
              ElementsAre("苏州银行"));
}

TEST(DocumentNames, ACompanyDoesNotRunIntoTheVerb) {
  EXPECT_THAT(Named("林知远加入恒芷生物。他们想收购恒芷展开谈判。", EntityType::kOrganization),
              ElementsAre("恒芷生物"));
}

TEST(DocumentNames, AListedProductGivesWayToTheCompanyOfTheText) {
  const char* const text = "林知远离开天枢航宇。公司收购天枢航宇。天枢与蓝箭航天合作。";
  EXPECT_THAT(Named(text, EntityType::kOrganization), Contains("天枢航宇"));
  EXPECT_THAT(Named(text, EntityType::kProduct), IsEmpty());
}

TEST(DocumentNames, WhatIsBoughtAndFundedIsNobodyThoughItSoundsSo) {
  const char* const text = "周语桐创办了简橙。简橙获得3000万元融资。有人想收购简橙。林知远加入简橙。";
  EXPECT_THAT(Named(text, EntityType::kOrganization), ElementsAre("简橙"));
  EXPECT_THAT(Named("简橙离职。林知远与简橙共事。公司任命简橙为总裁。", EntityType::kOrganization),
              IsEmpty());
}

TEST(DocumentNames, SomebodyNamedMoreOftenDoesNotRunIntoTheVerb) {
  const char* const text = "负责人柏舟表示不走。柏舟刚辞去总监一职。总裁柏舟离职。";
  EXPECT_THAT(Named(text, EntityType::kPerson), Not(Contains("柏舟刚")));
  EXPECT_THAT(Named("负责人王志刚辞去总监一职。总裁王志刚离职。", EntityType::kPerson),
              ElementsAre("王志刚"));
}

}  // namespace
}  // namespace annals
