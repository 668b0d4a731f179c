// Sentences as feature articles tell them: of cuts, units, turns, listings, deals and figures. The names are
// invented.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class CompanyFeaturesTest : public testing::TestWithParam<EventSentence> {};

TEST_P(CompanyFeaturesTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kCuts[] = {
    {"PeopleOfACallingCutNobody", "云岚科技的120名工程师拿补偿走人。",
     "LAYOFF organization=云岚科技 count=120名[120 人]\n"},
    {"APartOfThoseCounted", "云岚科技裁员200人，其中40人来自总部。",
     "LAYOFF organization=云岚科技 count=200人[200 人]\n"},
    {"WhoSpeaksIsNotCounted", "云岚科技的一名前员工说，云岚科技去年裁员57人。",
     "LAYOFF 2024-01-01..2024-12-31 organization=云岚科技 count=57人[57 人]\n"},
    {"TheSizeAfterACutWithAnAspect", "云岚科技从两千人缩到了六百人。",
     "LAYOFF organization=云岚科技 count=从两千人缩到了六百人[1400 人]\n"},
    {"WhoWillBeCut", "云岚科技约六百名员工会被裁撤。",
     "LAYOFF PLANNED organization=云岚科技 count=约六百名[600 人]\n"},
};

const EventSentence kUnits[] = {
    {"WhereAUnitIsSaysWhichOne", "云岚科技在深圳的研发中心已于7月关闭。",
     "REORGANIZE 2025-07-01..2025-07-31 unit=研发中心 organization=云岚科技\n"},
    {"AModelTeam", "云岚科技的大模型团队被解散。", "REORGANIZE unit=大模型团队 organization=云岚科技\n"},
};

const EventSentence kTurns[] = {
    {"WhatIsTakenUpInTheClauseBehind", "云岚科技放弃安防，专注车用芯片。",
     "PIVOT organization=云岚科技 from_topic=安防 to_topic=车用芯片\n"},
    {"WhatACompanyBecomesBehindWhatItLeaves", "云岚科技宣布告别大模型，成了一家具身智能公司。",
     "PIVOT organization=云岚科技 from_topic=大模型 to_topic=具身智能公司\n"},
    {"WhatKindOfCompanyItBecomes", "云岚科技从硬件厂商变成了一家软件公司。",
     "PIVOT organization=云岚科技 to_topic=软件公司 from_topic=硬件厂商\n"},
    {"AnExchangeIsNoTopic", "云岚科技的下一站是港交所。",
     "LIST PLANNED organization=云岚科技 exchange=港交所\n"},
    {"AFieldThatIsAttackedIsNobody", "云嵐科技全力搶攻伺服器市場。",
     "PIVOT organization=云岚科技 to_topic=伺服器市場\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Cuts, CompanyFeaturesTest, testing::ValuesIn(kCuts), NameOf);
INSTANTIATE_TEST_SUITE_P(Turns, CompanyFeaturesTest, testing::ValuesIn(kTurns), NameOf);
INSTANTIATE_TEST_SUITE_P(Units, CompanyFeaturesTest, testing::ValuesIn(kUnits), NameOf);

}  // namespace
}  // namespace annals
