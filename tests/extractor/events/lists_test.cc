// Several people or things told of at once, and what parentheses tell of one of them. The names are invented.
#include "extractor/extractor.h"
#include "gtest/gtest.h"
#include "tests/support/event_sentences.h"

namespace annals {
namespace {

class ListsTest : public testing::TestWithParam<EventSentence> {};

TEST_P(ListsTest, ReadsTheSentence) { EXPECT_EQ(EventsIn(GetParam()), GetParam().lines); }

const EventSentence kLists[] = {
    {"EachWithAPostOfItsOwn", "前云岚科技COO周启航、前北港智能副总裁许知行先后加入拾光科技。",
     "JOIN person=周启航 organization=拾光科技 from_organization=云岚科技\n"
     "JOIN person=许知行 organization=拾光科技 from_organization=北港智能\n"},
    {"NamesAloneThatSpeakForEachOther", "今年离职的高管包括周启航、许知行和陆闻笙。",
     "DEPART 2025-01-01..2025-12-31 person=周启航\nDEPART 2025-01-01..2025-12-31 person=许知行\nDEPART "
     "2025-01-01..2025-12-31 person=陆闻笙\n"},
    {"WhoElseCame", "加入云岚科技的还有周启航、许知行。",
     "JOIN person=周启航 organization=云岚科技\nJOIN person=许知行 organization=云岚科技\n"},
};

const EventSentence kThings[] = {
    {"UnitsThatAreMerged", "云岚科技将视频部、直播部合并。",
     "REORGANIZE unit=视频部 unit=直播部 organization=云岚科技\n"},
    {"UnitsThatBecomeANewOne", "云岚科技将视频部、直播部合并为内容事业群。",
     "REORGANIZE unit=内容事业群 organization=云岚科技\n"},
    {"UnitsOfAField", "云岚科技解散视频团队和直播团队。",
     "REORGANIZE unit=视频团队 unit=直播团队 organization=云岚科技\n"},
    {"NamesInQuotationMarks", "云岚科技发布“听雨”与“青柚”两款产品。",
     "RELEASE product=听雨 product=青柚 organization=云岚科技\n"},
    {"WordsInQuotationMarksAreNoNames", "云岚科技看重“质量”和“安全”，推出“听雨”。",
     "RELEASE product=听雨 organization=云岚科技\n"},
};

const EventSentence kParentheses[] = {
    {"TheLastOfAListStays", "离开的人还包括前云岚科技COO周启航、前拾光科技产品负责人陆闻笙（尚未离职）。",
     "DEPART person=周启航 organization=云岚科技 title=COO\n"
     "DEPART NEGATED person=陆闻笙 organization=拾光科技 title=产品负责人\n"},
    {"WhoStaysGivesUpThePostAllTheSame", "拾光科技产品负责人陆闻笙（尚未离职，转任顾问）。",
     "DEPART NEGATED person=陆闻笙 organization=拾光科技 title=产品负责人\n"
     "STEP_DOWN person=陆闻笙 new_title=顾问 organization=拾光科技 title=产品负责人\n"},
    {"WhoStandsInsideDoesNotSpeakOutside", "拾光科技总裁陆闻笙（现已加入云岚科技）表示，“行业太卷”。",
     "JOIN organization=云岚科技 person=陆闻笙 from_organization=拾光科技\nSTATEMENT speaker=陆闻笙 "
     "quote=行业太卷\n"},
};

const EventSentence kCrowds[] = {
    {"PeopleWhomOnlyANumberNamesAreLaidOff", "云岚科技算法团队40人被“毕业”。",
     "LAYOFF organization=云岚科技 count=40人[40 人]\n"},
    {"OneOfMany", "又一位主帅下课。", ""},
    {"WhatTheyGot", "云岚科技约两成员工收到了解约通知。", "LAYOFF organization=云岚科技 count=约两成[0.2]\n"},
};

const EventSentence kMarks[] = {
    {"APartOfANameMarksNothing", "云岚科技副总裁方以宁因个人原因辞职。",
     "DEPART person=方以宁 organization=云岚科技 title=副总裁 reason=个人原因\n"},
};

std::string NameOf(const testing::TestParamInfo<EventSentence>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Lists, ListsTest, testing::ValuesIn(kLists), NameOf);
INSTANTIATE_TEST_SUITE_P(Things, ListsTest, testing::ValuesIn(kThings), NameOf);
INSTANTIATE_TEST_SUITE_P(Parentheses, ListsTest, testing::ValuesIn(kParentheses), NameOf);
INSTANTIATE_TEST_SUITE_P(Crowds, ListsTest, testing::ValuesIn(kCrowds), NameOf);
INSTANTIATE_TEST_SUITE_P(Marks, ListsTest, testing::ValuesIn(kMarks), NameOf);

}  // namespace
}  // namespace annals
