// The standing facts that sentences leave behind. The names are invented.
#include <string>

#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

struct RelationSentence {
  const char* name;
  const char* text;
  const char* lines;  // as RelationLines() writes its relations
};

class RelationsTest : public testing::TestWithParam<RelationSentence> {};

TEST_P(RelationsTest, ReadsTheFacts) {
  v1::Article article;
  article.set_text(GetParam().text);
  article.set_published_at("2025-09-03");
  EXPECT_EQ(RelationLines(SharedExtractor().Extract(article, {}).value()), GetParam().lines);
}

INSTANTIATE_TEST_SUITE_P(
    Facts, RelationsTest,
    testing::Values(
        RelationSentence{"ThePostLeftBeforeJoining", "林知远加入云岚科技，此前在晨曦智能做产品总监。",
                         "POSITION 林知远 -> 晨曦智能 产品总监 (former)\n"},
        RelationSentence{"WhatBelongsToTheOrganisationSpokenOf",
                         "云岚科技昨日发布财报，旗下网站“山海问答”同日关停。",
                         "PART_OF 山海问答 -> 云岚科技\n"},
        RelationSentence{"ATeacherBehindTheirPupil", "林知远读博时的导师、听雨大学教授顾若彤加入了云岚科技。",
                         "MENTOR_OF 顾若彤 -> 林知远\nPOSITION 顾若彤 -> 听雨大学 教授 (former)\n"},
        RelationSentence{"APupilBehindTheirTeacher", "韦德·汉森退休，实验室交给弟子林知远。",
                         "MENTOR_OF 韦德·汉森 -> 林知远\n"},
        RelationSentence{"ARestEndsNoPost", "云岚科技首席技术官林知远9月1日起休长假。",
                         "POSITION 林知远 -> 云岚科技 首席技术官\n"},
        RelationSentence{"ASuspensionEndsAPost", "云岚科技首席技术官林知远9月1日被停职。",
                         "POSITION 林知远 -> 云岚科技 首席技术官 (former)\n"},
        RelationSentence{"WhatIsBoughtWasNotTheBuyersBefore", "9月1日，字节跳动以40亿美元收购沐瞳科技。", ""},
        RelationSentence{"AVersionOfAListedName", "DeepSeek否认裁员。9月1日，DeepSeek V9.9正式发布。",
                         "PART_OF DeepSeek V9.9 -> DeepSeek\n"},
        RelationSentence{"WhosePupilSomebodyIsOpensNoTitle", "林知远早年师从声学领域顶尖学者顾若彤。",
                         "MENTOR_OF 顾若彤 -> 林知远\n"}),
    [](const testing::TestParamInfo<RelationSentence>& test) { return test.param.name; });

}  // namespace
}  // namespace annals
