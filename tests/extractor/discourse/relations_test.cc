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
        RelationSentence{"WhatIsKeptIsAPost", "云岚科技创始人宋亦楠不再担任CEO，只保留董事长一职。",
                         "FOUNDER_OF 宋亦楠 -> 云岚科技\nPOSITION 宋亦楠 -> 云岚科技 CEO (former)\n"
                         "POSITION 宋亦楠 -> 云岚科技 董事长\n"},
        RelationSentence{"WhoseCompanyItIs", "听雨科技是云岚科技的全资子公司。",
                         "PART_OF 听雨科技 -> 云岚科技\n"},
        RelationSentence{"WhatIsOwnedIsAList", "云岚科技旗下有听雨科技、晨曦智能两家公司。",
                         "PART_OF 听雨科技 -> 云岚科技\nPART_OF 晨曦智能 -> 云岚科技\n"},
        RelationSentence{"WhatAnInstituteIsPartOf", "隶属于云岚科技的听雨研究院昨天发布报告。",
                         "PART_OF 听雨研究院 -> 云岚科技\n"},
        RelationSentence{"ABrandIsOfWhoBringsItOut", "云岚科技推出新品牌“晚安家居”，由林知远负责。",
                         "PART_OF 晚安家居 -> 云岚科技\n"},
        RelationSentence{"ADepartmentWithAnEverydayName", "云岚科技撤销审计部。",
                         "PART_OF 审计部 -> 云岚科技\n"},
        RelationSentence{"WhatBelongsToTheOrganisationSpokenOf",
                         "云岚科技昨日发布财报，旗下网站“山海问答”同日关停。",
                         "PART_OF 山海问答 -> 云岚科技\n"},
        RelationSentence{"ATeacherBehindTheirPupil", "林知远读博时的导师、听雨大学教授顾若彤加入了云岚科技。",
                         "MENTOR_OF 顾若彤 -> 林知远\nPOSITION 顾若彤 -> 听雨大学 教授 (former)\n"},
        RelationSentence{"WhoTaughtBoth", "云岚科技的林知远和宋亦楠是同门，两人都师从听雨大学教授顾若彤。",
                         "MENTOR_OF 顾若彤 -> 宋亦楠\nMENTOR_OF 顾若彤 -> 林知远\n"
                         "POSITION 顾若彤 -> 听雨大学 教授\n"},
        RelationSentence{"ATeacherOfTheSubjectBefore",
                         "林知远和宋亦楠是室友，导师都是听雨团队的早期成员顾若彤。",
                         "MENTOR_OF 顾若彤 -> 宋亦楠\nMENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"FromOneSchool", "林知远与宋亦楠在苏州创办云岚科技，两人都出自顾若彤门下。",
                         "FOUNDER_OF 宋亦楠 -> 云岚科技\nFOUNDER_OF 林知远 -> 云岚科技\n"
                         "MENTOR_OF 顾若彤 -> 宋亦楠\nMENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"PupilsOfOneTeacher", "林知远和宋亦楠都很年轻，两个人都是顾若彤的学生。",
                         "MENTOR_OF 顾若彤 -> 宋亦楠\nMENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"VersionsAreOfOneMaker", "云岚科技推出“玄鹿1”。去年8月，玄鹿2停产。",
                         "PART_OF 玄鹿1 -> 云岚科技\nPART_OF 玄鹿2 -> 云岚科技\n"},
        RelationSentence{"AModelNamedAfterItsMaker", "云岚科技发布云岚16至尊版。",
                         "PART_OF 云岚16至尊版 -> 云岚科技\n"},
        RelationSentence{"AModelOfAListedProduct", "大疆发布Mavic 4 Pro。", "PART_OF Mavic 4 Pro -> 大疆\n"},
        RelationSentence{"ADepartmentThatNothingHappensTo", "云岚科技公关部对此否认。", ""},
        RelationSentence{"WhoJoinsAnotherHoldsThePostNoMore", "云岚科技副总裁林知远加入听雨科技。",
                         "POSITION 林知远 -> 云岚科技 副总裁 (former)\n"},
        RelationSentence{"TheTitleOfThePlaceBefore", "内容总监林知远转战云岚科技。", ""},
        RelationSentence{"APupilBehindTheirTeacher", "韦德·汉森退休，实验室交给弟子林知远。",
                         "MENTOR_OF 韦德·汉森 -> 林知远\n"},
        RelationSentence{"ARestEndsNoPost", "云岚科技首席技术官林知远9月1日起休长假。",
                         "POSITION 林知远 -> 云岚科技 首席技术官\n"},
        RelationSentence{"ASuspensionEndsAPost", "云岚科技首席技术官林知远9月1日被停职。",
                         "POSITION 林知远 -> 云岚科技 首席技术官 (former)\n"},
        RelationSentence{"WhatIsBoughtWasNotTheBuyersBefore", "9月1日，字节跳动以40亿美元收购沐瞳科技。", ""},
        RelationSentence{"AVersionOfAListedName", "DeepSeek否认裁员。9月1日，DeepSeek V9.9正式发布。",
                         "PART_OF DeepSeek V9.9 -> DeepSeek\n"},
        RelationSentence{"ThePostSomebodyHad", "接任者林知远此前是晨曦智能的产品总监。",
                         "POSITION 林知远 -> 晨曦智能 产品总监 (former)\n"},
        RelationSentence{"ThePostSomebodyHas", "林知远如今是晨曦智能的首席科学家。",
                         "POSITION 林知远 -> 晨曦智能 首席科学家\n"},
        RelationSentence{"ThePostTheLatterHad", "林知远师从顾若彤，后者曾是清华大学的讲席教授。",
                         "MENTOR_OF 顾若彤 -> 林知远\nPOSITION 顾若彤 -> 清华大学 讲席教授 (former)\n"},
        RelationSentence{"ThePostBehindAComma", "云岚科技首席执行官顾若彤，此前在晨曦智能担任研发总监。",
                         "POSITION 顾若彤 -> 云岚科技 首席执行官\n"
                         "POSITION 顾若彤 -> 晨曦智能 研发总监 (former)\n"},
        RelationSentence{"WhoHoldsThePost", "云岚科技的首席技术官是前微软产品总监林知远。",
                         "POSITION 林知远 -> 云岚科技 首席技术官\n"
                         "POSITION 林知远 -> 微软 产品总监 (former)\n"},
        RelationSentence{"WhoIsToHoldAPostHoldsItNot", "林知远将是晨曦智能的首席科学家。", ""},
        RelationSentence{"WhoseTeacherSomebodyIs", "顾若彤是林知远的博士导师。",
                         "MENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"WhosePupilSomebodyIs", "白景行创办了听雨科技，他是图灵奖得主顾若彤的学生。",
                         "FOUNDER_OF 白景行 -> 听雨科技\nMENTOR_OF 顾若彤 -> 白景行\n"},
        RelationSentence{"WhoTheTeacherIs", "林知远的导师是清华大学教授顾若彤。",
                         "MENTOR_OF 顾若彤 -> 林知远\nPOSITION 顾若彤 -> 清华大学 教授\n"},
        RelationSentence{"AUnitIsNoEmployer", "云岚科技昨日发布财报。原深海增长部总监林知远离职。",
                         "POSITION 林知远 -> 云岚科技 深海增长部总监 (former)\n"},
        RelationSentence{"ThePostOfLongAgo", "林知远，是微软早年的产品经理。",
                         "POSITION 林知远 -> 微软 产品经理 (former)\n"},
        RelationSentence{"ThePostBehindARelativeClause", "曾在微软做研究员的林知远创办了听雨科技。",
                         "FOUNDER_OF 林知远 -> 听雨科技\nPOSITION 林知远 -> 微软 研究员 (former)\n"},
        RelationSentence{"OnePostInTwoLengths", "云岚科技独立董事林知远辞去独董职务。",
                         "POSITION 林知远 -> 云岚科技 独董 (former)\n"},
        RelationSentence{"WhoDismissesWasTheEmployer", "云岚科技昨日发布财报。晨曦智能解雇了副总裁林知远。",
                         "POSITION 林知远 -> 晨曦智能 副总裁 (former)\n"},
        RelationSentence{"TheUnitsOwnerIsTheEmployer", "云岚科技昨日发布财报。百度投行部主管林知远离职。",
                         "PART_OF 投行部 -> 百度\nPOSITION 林知远 -> 百度 投行部主管 (former)\n"},
        RelationSentence{"AHonourIsNoPost", "云岚科技昨日发布财报。诺奖得主顾若彤到场祝贺。", ""},
        RelationSentence{"WhosePupilSomebodyIsOpensNoTitle", "林知远早年师从声学领域顶尖学者顾若彤。",
                         "MENTOR_OF 顾若彤 -> 林知远\n"}),
    [](const testing::TestParamInfo<RelationSentence>& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    TellingClauses, RelationsTest,
    testing::Values(
        RelationSentence{"AClauseWithoutItsHolder", "林知远现年46岁，曾任听雨科技总监，2021年加入云岚科技。",
                         "POSITION 林知远 -> 听雨科技 总监 (former)\n"},
        RelationSentence{"AListOfPosts", "林知远曾先后担任听雨科技总监、晨曦集团副总裁。",
                         "POSITION 林知远 -> 听雨科技 总监 (former)\n"
                         "POSITION 林知远 -> 晨曦集团 副总裁 (former)\n"},
        RelationSentence{"WhatAPlaceIs", "林知远此前在跨国药企晨曦集团担任副总裁。",
                         "POSITION 林知远 -> 晨曦集团 副总裁 (former)\n"},
        RelationSentence{"BeforeSomethingElse", "在加入晨曦集团之前，林知远是云岚制药的产品总监。",
                         "POSITION 林知远 -> 云岚制药 产品总监 (former)\n"},
        RelationSentence{"AtThatTime", "彼时，林知远还是云岚制药的产品总监。",
                         "POSITION 林知远 -> 云岚制药 产品总监 (former)\n"},
        RelationSentence{"NowIsNotBefore", "目前，林知远是云岚制药的产品总监。",
                         "POSITION 林知远 -> 云岚制药 产品总监\n"},
        RelationSentence{"AsAFounder", "作为云岚科技的创始人，林知远仍持有公司三成股份。",
                         "FOUNDER_OF 林知远 -> 云岚科技\n"},
        RelationSentence{"BetweenCommas", "林知远，云岚科技创始人、董事长。",
                         "FOUNDER_OF 林知远 -> 云岚科技\nPOSITION 林知远 -> 云岚科技 董事长\n"},
        RelationSentence{"AllFounders", "林知远和宋亦楠是云岚科技的创始人。",
                         "FOUNDER_OF 宋亦楠 -> 云岚科技\nFOUNDER_OF 林知远 -> 云岚科技\n"},
        RelationSentence{"AFounderBesidesAChairman", "节目由云岚科技创办人暨董事长林知远主持。",
                         "FOUNDER_OF 林知远 -> 云岚科技\nPOSITION 林知远 -> 云岚科技 董事长\n"},
        RelationSentence{"APostIsNoHome", "云岚俱乐部的葡萄牙籍主教练林知远辞职。",
                         "POSITION 林知远 -> 云岚俱乐部 主教练 (former)\n"},
        RelationSentence{"WhereSomebodyWorked", "林知远曾在听雨科技任职八年，官至副总裁。",
                         "POSITION 林知远 -> 听雨科技 副总裁 (former)\n"},
        RelationSentence{"WhatThePostIs", "林知远的职务是云岚科技副总裁。",
                         "POSITION 林知远 -> 云岚科技 副总裁\n"},
        RelationSentence{"AllPostsBeforeTheName", "云岚科技执行董事、副总裁林知远辞任。",
                         "POSITION 林知远 -> 云岚科技 执行董事 (former)\n"},
        RelationSentence{"ADegreeIsNoPost", "林知远是清华大学博士。", ""},
        RelationSentence{"WhereThePostIs", "晨曦出版社今年并入云岚集团，社长由云岚集团副总编辑林知远兼任。",
                         "POSITION 林知远 -> 云岚集团 副总编辑\nPOSITION 林知远 -> 晨曦出版社 社长\n"},
        RelationSentence{"TheNextPlaceOfACareer",
                         "林知远2012年加入晨曦智能，任高级研究员，2016年进入云岚科技。",
                         "POSITION 林知远 -> 晨曦智能 高级研究员 (former)\n"}),
    [](const testing::TestParamInfo<RelationSentence>& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    PartsAndPupils, RelationsTest,
    testing::Values(
        RelationSentence{"AKindOfThingBetween", "云岚科技的会议软件“回声”昨天出现故障。",
                         "PART_OF 回声 -> 云岚科技\n"},
        RelationSentence{"ARivalIsNobodysOwn", "云岚科技的竞品“回声”昨天出现故障。", ""},
        RelationSentence{"TwoKindsOfThings", "云岚科技旗下产品包括“听雨”语音助手和会议软件“回声”。",
                         "PART_OF 听雨 -> 云岚科技\nPART_OF 回声 -> 云岚科技\n"},
        RelationSentence{"TheOtherSideIsNoPart", "云岚集团旗下全资子公司听雨科技与晨曦智能达成合作。",
                         "PART_OF 听雨科技 -> 云岚集团\n"},
        RelationSentence{"AnOwnerInBrackets", "听雨科技（云岚集团子公司）今日宣布裁员。",
                         "PART_OF 听雨科技 -> 云岚集团\n"},
        RelationSentence{"WhoIsToldApart",
                         "林知远毕业于清华大学，导师是声学专家顾若彤。毕业后他加入云岚科技，任研究员。",
                         "MENTOR_OF 顾若彤 -> 林知远\nPOSITION 林知远 -> 云岚科技 研究员\n"},
        RelationSentence{"AnApprentice", "林知远2016年赴日，拜陶艺名匠小林泰三为师。",
                         "MENTOR_OF 小林泰三 -> 林知远\n"},
        RelationSentence{"WhoWasTaught", "顾若彤指导过的博士林知远、宋亦楠先后创业。",
                         "MENTOR_OF 顾若彤 -> 宋亦楠\nMENTOR_OF 顾若彤 -> 林知远\n"}),
    [](const testing::TestParamInfo<RelationSentence>& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Posts, RelationsTest,
    testing::Values(
        RelationSentence{"TwoPostsAreNoUnit", "云岚银行副总经理兼数位金融处处长林知远离职。",
                         "PART_OF 数位金融处 -> 云岚银行\n"
                         "POSITION 林知远 -> 云岚银行 副总经理 (former)\n"},
        RelationSentence{"OfOwnerAndPartThePartIsLeft", "腾讯旗下阅文集团CEO林知远离职。",
                         "PART_OF 阅文集团 -> 腾讯\nPOSITION 林知远 -> 阅文集团 CEO (former)\n"},
        RelationSentence{"AFounderWithAPostNow", "云岚科技创始人、现任公司董事长林知远到场。",
                         "FOUNDER_OF 林知远 -> 云岚科技\nPOSITION 林知远 -> 云岚科技 董事长\n"},
        RelationSentence{"APupilOfTwoSentencesAgo",
                         "林知远坐了六天。他很累。这个年轻人师从清华大学教授顾若彤。",
                         "MENTOR_OF 顾若彤 -> 林知远\nPOSITION 顾若彤 -> 清华大学 教授\n"},
        RelationSentence{"APostIsHeldUntilItIsLeft", "云岚科技创始人林知远将于年底卸任CEO。",
                         "FOUNDER_OF 林知远 -> 云岚科技\nPOSITION 林知远 -> 云岚科技 CEO\n"},
        RelationSentence{"ADeputysPostIsAnother", "云岚科技昨日公告，林知远卸任董事长，转任副董事长。",
                         "POSITION 林知远 -> 云岚科技 副董事长\n"
                         "POSITION 林知远 -> 云岚科技 董事长 (former)\n"},
        RelationSentence{"TwoPostsOfOneClause", "云岚科技的林知远8月卸下执行长、转任董事会顾问。",
                         "POSITION 林知远 -> 云岚科技 执行长 (former)\n"
                         "POSITION 林知远 -> 云岚科技 董事会顾问\n"},
        RelationSentence{"ThePostInTheTrigger", "云岚科技创始人林知远卸下CEO职务。",
                         "FOUNDER_OF 林知远 -> 云岚科技\nPOSITION 林知远 -> 云岚科技 CEO (former)\n"},
        RelationSentence{"TheOneBefore", "云岚科技选举林知远为董事长，前任顾若彤届龄退休。",
                         "POSITION 林知远 -> 云岚科技 董事长\n"
                         "POSITION 顾若彤 -> 云岚科技 董事长 (former)\n"},
        RelationSentence{"ThePostTakenUp", "云岚科技新任总经理林知远上月走马上任。",
                         "POSITION 林知远 -> 云岚科技 总经理\n"},
        RelationSentence{"AMoveEndsAPost", "百度副总裁林知远调任云岚科技总裁。",
                         "POSITION 林知远 -> 云岚科技 总裁\n"
                         "POSITION 林知远 -> 百度 副总裁 (former)\n"},
        RelationSentence{"ARiseEndsNoPost", "百度副总裁林知远升任云岚科技总裁。",
                         "POSITION 林知远 -> 云岚科技 总裁\nPOSITION 林知远 -> 百度 副总裁\n"},
        RelationSentence{"ThePostWasNotAtWhatIsJoined", "美术总监林知远被云岚科技挖走。", ""},
        RelationSentence{"AnEverydayPost", "云岚科技解雇亚洲业务主管林知远。",
                         "POSITION 林知远 -> 云岚科技 亚洲业务主管 (former)\n"},
        RelationSentence{"TwoRegionsOfOnePost", "云岚科技北美及欧洲业务主管林知远离职。",
                         "POSITION 林知远 -> 云岚科技 北美及欧洲业务主管 (former)\n"},
        RelationSentence{"ADirectorOfAFieldIsTheTopics", "云岚科技昨日发布财报。产品总监林知远到场。",
                         "POSITION 林知远 -> 云岚科技 产品总监\n"}),
    [](const testing::TestParamInfo<RelationSentence>& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Teachers, RelationsTest,
    testing::Values(
        RelationSentence{"APupilWithAnAge", "总设计师一职由顾若彤的学生、31岁的林知远代理。",
                         "MENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"ATeachersDoctoralStudent",
                         "听雨科技由云岚大学教授顾若彤创办，CEO是她的博士生林知远。",
                         "FOUNDER_OF 顾若彤 -> 听雨科技\n"
                         "MENTOR_OF 顾若彤 -> 林知远\n"
                         "POSITION 林知远 -> 听雨科技 CEO\n"
                         "POSITION 顾若彤 -> 云岚大学 教授\n"},
        RelationSentence{"ADoctoralStudentOfASchoolHasNoTeacherHere",
                         "宋亦楠没有说话，清华大学博士生林知远加入云岚科技。",
                         "POSITION 林知远 -> 清华大学 博士生 (former)\n"},
        RelationSentence{"WhoIsAddressed", "林知远博士现任云岚研究院院长。",
                         "POSITION 林知远 -> 云岚研究院 院长\n"},
        RelationSentence{"WhatIsOwnedDoesNotOwnWhatItTakesIn", "云岚科技宣布旗下产品接入DeepSeek。", ""},
        RelationSentence{"ACountOpensNoName", "晨曦智能发布首款AI眼镜“晨光”。", "PART_OF 晨光 -> 晨曦智能\n"},
        RelationSentence{"WhomAProfessorTaught", "林知远和宋亦楠都是顾若彤教授的博士。",
                         "MENTOR_OF 顾若彤 -> 宋亦楠\n"
                         "MENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"WhomSomebodyGuided", "云岚科技创始人林知远是顾若彤指导的博士。",
                         "FOUNDER_OF 林知远 -> 云岚科技\n"
                         "MENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"WhoWasBroughtUp", "最年轻的林知远，则是在实习时由顾若彤一手带出来的徒弟。",
                         "MENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"ATeacherBehindAComma", "林知远攻读博士时的指导教授，正是当年在交大兼课的顾若彤。",
                         "MENTOR_OF 顾若彤 -> 林知远\n"},
        RelationSentence{"ATeacherClausesLater",
                         "林知远2014年突然辞职，先休息了一年，又跑去丹麦读书，导师是业内元老韦德·汉森。",
                         "MENTOR_OF 韦德·汉森 -> 林知远\n"},
        RelationSentence{"WhoAreTwoInOneSentence",
                         "白景行和顾若彤没有说话。林知远是宋亦楠的师弟，二人同出韦德·汉森门下。",
                         "MENTOR_OF 韦德·汉森 -> 宋亦楠\n"
                         "MENTOR_OF 韦德·汉森 -> 林知远\n"},
        RelationSentence{"PupilsInAList", "顾若彤与学生林知远、宋亦楠在苏州创办了云岚科技。",
                         "FOUNDER_OF 宋亦楠 -> 云岚科技\n"
                         "FOUNDER_OF 林知远 -> 云岚科技\n"
                         "FOUNDER_OF 顾若彤 -> 云岚科技\n"
                         "MENTOR_OF 顾若彤 -> 宋亦楠\n"
                         "MENTOR_OF 顾若彤 -> 林知远\n"}),
    [](const testing::TestParamInfo<RelationSentence>& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Units, RelationsTest,
    testing::Values(
        RelationSentence{"ThreeUnitsOfOneHead", "云岚科技昨日改组，设立政企、互联网、出海三个事业部。",
                         "PART_OF 互联网事业部 -> 云岚科技\n"
                         "PART_OF 出海事业部 -> 云岚科技\n"
                         "PART_OF 政企事业部 -> 云岚科技\n"},
        RelationSentence{"WorkshopsInQuotes", "云岚科技解散“画影”与“拾光”两家工作室。",
                         "PART_OF 拾光 -> 云岚科技\n"
                         "PART_OF 画影 -> 云岚科技\n"},
        RelationSentence{"AListOfAnotherNumberIsNone", "云岚科技裁撤感知、规控三个部门。", ""},
        RelationSentence{"AUnitWithANameBehind", "云岚科技解散电竞分部“浪尖”。",
                         "PART_OF 浪尖 -> 云岚科技\n"},
        RelationSentence{"AVerbInTheNameOfAUnit", "云岚科技成立集成视觉中心。",
                         "PART_OF 集成视觉中心 -> 云岚科技\n"},
        RelationSentence{"ASmallWordInTheNameOfAUnit", "云岚科技撤销小分子部。",
                         "PART_OF 小分子部 -> 云岚科技\n"},
        RelationSentence{"ADepartmentCalledLikeAMinistry", "云岚银行把零售部、商业部合而为一。",
                         "PART_OF 商业部 -> 云岚银行\n"
                         "PART_OF 零售部 -> 云岚银行\n"},
        RelationSentence{"TheInstituteOfAGroup", "林知远离开云岚集团的研究院。",
                         "PART_OF 研究院 -> 云岚集团\n"},
        RelationSentence{"ThePostOfAnUnnamedDivision",
                         "云岚科技昨日发布财报，由原电商事业部总经理林知远负责新业务。",
                         "POSITION 林知远 -> 云岚科技 电商事业部总经理 (former)\n"},
        RelationSentence{"WhoMakesAWork",
                         "云岚科技昨日发布财报。《山海行》制作人林知远在微博上写道，他随后离开了公司。",
                         "POSITION 林知远 -> 云岚科技 《山海行》制作人 (former)\n"},
        RelationSentence{
            "ThePostsUnitIsNearerThanACompany",
            "云岚科技昨日发布财报。公司改与听雨科技合作；自动化业务部将扩大，其负责人林知远去留未定。",
            "POSITION 林知远 -> 云岚科技 负责人\n"},
        RelationSentence{
            "WhatWasReleasedInQuotes",
            "云岚科技昨日发布财报。去年12月发布的“山海2号”把价格压到9.9万元。员工很多。公司不大。",
            "PART_OF 山海2号 -> 云岚科技\n"},
        RelationSentence{"ListedNamesFarApart",
                         "高德昨日发布财报。林知远没有说话。宋亦楠也没有。顾若彤说了一句。阿里巴巴沉默。",
                         ""},
        RelationSentence{"WhoWasHiredHeldThePostElsewhere",
                         "云岚科技昨日发布财报。上月，公司从听雨科技请来产品总监林知远担任总裁。",
                         "POSITION 林知远 -> 云岚科技 总裁\n"
                         "POSITION 林知远 -> 听雨科技 产品总监 (former)\n"},
        RelationSentence{"AStayToldByItsLengthIsOver", "此前，林知远在云岚科技做了三年副总裁，分管司机运营。",
                         "POSITION 林知远 -> 云岚科技 副总裁 (former)\n"},
        RelationSentence{"CountedFounders", "棱镜智能的创始人三位：林知远、宋亦楠和顾若彤。",
                         "FOUNDER_OF 宋亦楠 -> 棱镜智能\nFOUNDER_OF 林知远 -> 棱镜智能\n"
                         "FOUNDER_OF 顾若彤 -> 棱镜智能\n"},
        RelationSentence{"FoundersCountedBefore", "棱镜智能有三位创始人：林知远、宋亦楠、顾若彤。",
                         "FOUNDER_OF 宋亦楠 -> 棱镜智能\nFOUNDER_OF 林知远 -> 棱镜智能\n"
                         "FOUNDER_OF 顾若彤 -> 棱镜智能\n"}),
    [](const testing::TestParamInfo<RelationSentence>& test) { return test.param.name; });

}  // namespace
}  // namespace annals
