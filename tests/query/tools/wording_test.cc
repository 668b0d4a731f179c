#include "query/tools/wording.h"

#include <gtest/gtest.h>

#include "tests/support/text_proto.h"

namespace annals {
namespace {

struct TimeCase {
  const char* time;
  const char* words;
};

class TimeWordsTest : public testing::TestWithParam<TimeCase> {};

TEST_P(TimeWordsTest, SaysTheShortestExactForm) {
  EXPECT_EQ(TimeWords(FromText<v1::EventTime>(GetParam().time)), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Times, TimeWordsTest,
    testing::Values(TimeCase{"", ""},  //
                    TimeCase{"text: '未来几个月内'", "(未来几个月内)"},
                    TimeCase{"start: '2025-08-25' end: '2025-08-25'", "2025-08-25"},
                    TimeCase{"start: '2024-02-01' end: '2024-02-29'", "2024-02"},
                    TimeCase{"start: '2024-12-01' end: '2024-12-31'", "2024-12"},
                    TimeCase{"start: '2025-07-01' end: '2025-09-30'", "2025-Q3"},
                    TimeCase{"start: '2025-02-01' end: '2025-04-30'", "2025-02-01 … 2025-04-30"},
                    TimeCase{"start: '2025-01-01' end: '2025-12-31'", "2025"},
                    TimeCase{"start: '2025-03-05' end: '2025-03-18'", "2025-03-05 … 2025-03-18"},
                    TimeCase{"start: '2017-06-01'", "2017-06-01 …"},
                    TimeCase{"end: '2017-06-01'", "… 2017-06-01"}));

Names TestNames() {
  Names names;
  names.Add(FromText<v1::Entity>("id: 'p' name: '林知远'"));
  names.Add(FromText<v1::Entity>("id: 'o' name: '星河智能'"));
  names.Add(FromText<v1::Entity>("id: 'q' name: '云桥科技'"));
  return names;
}

TEST(EventWordsTest, APersonJoins) {
  const auto event = FromText<v1::Event>(R"pb(
    type: EVENT_TYPE_JOIN
    arguments { role: ROLE_ORGANIZATION entity_id: "o" }
    arguments { role: ROLE_PERSON entity_id: "p" }
    arguments {
      role: ROLE_TITLE
      value { text: "首席科学家" }
    }
    arguments { role: ROLE_FROM_ORGANIZATION entity_id: "q" }
  )pb");
  EXPECT_EQ(WhoWords(event, TestNames()), "林知远");
  EXPECT_EQ(WhatWords(event, TestNames()), "星河智能 from 云桥科技 as 首席科学家");
}

TEST(EventWordsTest, TheOneWhoActsIsWho) {
  const auto recruit = FromText<v1::Event>(R"pb(
    type: EVENT_TYPE_RECRUIT
    arguments { role: ROLE_PERSON entity_id: "p" }
    arguments { role: ROLE_RECRUITER entity_id: "q" }
  )pb");
  EXPECT_EQ(WhoWords(recruit, TestNames()), "云桥科技");
  EXPECT_EQ(WhatWords(recruit, TestNames()), "林知远");
  const auto dismiss = FromText<v1::Event>(R"pb(
    type: EVENT_TYPE_DISMISS
    arguments { role: ROLE_PERSON entity_id: "p" }
    arguments {
      role: ROLE_TITLE
      value { text: "总监" }
    }
  )pb");
  EXPECT_EQ(WhoWords(dismiss, TestNames()), "林知远");
  EXPECT_EQ(WhatWords(dismiss, TestNames()), "as 总监");
}

TEST(EventWordsTest, ListsAndUnknownIds) {
  const auto partner = FromText<v1::Event>(R"pb(
    type: EVENT_TYPE_PARTNER
    arguments { role: ROLE_ORGANIZATION entity_id: "o" }
    arguments { role: ROLE_ORGANIZATION entity_id: "x7" }
    arguments { role: ROLE_ORGANIZATION entity_id: "o" }
  )pb");
  EXPECT_EQ(WhoWords(partner, TestNames()), "星河智能, x7");
  EXPECT_EQ(WhatWords(partner, TestNames()), "");
}

TEST(EventWordsTest, AQuoteIsQuotedAndShortened) {
  v1::Event statement = FromText<v1::Event>(R"pb(
    type: EVENT_TYPE_STATEMENT
    arguments { role: ROLE_SPEAKER entity_id: "p" }
    arguments {
      role: ROLE_QUOTE
      value { text: "我们不急" }
    }
  )pb");
  EXPECT_EQ(WhatWords(statement, TestNames()), "“我们不急”");
  std::string longer;
  for (int i = 0; i < 40; ++i) longer += "长";
  statement.mutable_arguments(1)->mutable_value()->set_text(longer);
  EXPECT_EQ(WhatWords(statement, TestNames()), "“" + longer.substr(0, 23 * 3) + "…”");
}

TEST(EnumWordsTest, WithoutTheirPrefixes) {
  EXPECT_EQ(TypeWord(v1::EVENT_TYPE_STEP_DOWN), "STEP_DOWN");
  EXPECT_EQ(TypeWord(v1::ENTITY_TYPE_UNIT), "UNIT");
  EXPECT_EQ(TypeWord(v1::RELATION_TYPE_PART_OF), "PART_OF");
  EXPECT_EQ(StatusWord(v1::EVENT_STATUS_FAILED), "failed");
  EXPECT_EQ(CertaintyWord(v1::CERTAINTY_RUMORED), "rumored");
  EXPECT_EQ(RoleWord(v1::ROLE_FROM_ORGANIZATION), "from_organization");
}

}  // namespace
}  // namespace annals
