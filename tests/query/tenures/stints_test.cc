#include "query/tenures/stints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr DayNumber kYear = 365;

StintEvidence Start(DayNumber first, DayNumber last) { return {StintSign::kStart, {first, last}}; }
StintEvidence Start(DayNumber day) { return Start(day, day); }
StintEvidence Rumour(DayNumber day) { return {StintSign::kRumouredStart, {day, day}}; }
StintEvidence HeadedFor(DayNumber day) { return {StintSign::kHeadedFor, {day, day}}; }
StintEvidence Present(DayNumber day) { return {StintSign::kPresent, {day, day}}; }
StintEvidence Former(DayNumber day) { return {StintSign::kFormer, {kLongAgo, day}}; }
StintEvidence MovedOn(DayNumber day) { return {StintSign::kMovedOn, {kLongAgo, day}}; }
StintEvidence End(DayNumber first, DayNumber last) { return {StintSign::kEnd, {first, last}}; }
StintEvidence End(DayNumber day) { return End(day, day); }

std::string Text(const DayBounds& bounds) {
  if (bounds.first == bounds.last) return absl::StrCat(bounds.first);
  return absl::StrCat(bounds.first == kLongAgo ? "" : absl::StrCat(bounds.first), "..",
                      bounds.last == kNotYet ? "" : absl::StrCat(bounds.last));
}

// "100 to 200": exact ends. "by ..100 to open": bounded. "?" before what is only possible.
std::vector<std::string> Stints(std::vector<StintEvidence> evidence) {
  std::vector<std::string> texts;
  for (const Stint& stint : FindStints(std::move(evidence))) {
    const char* end_mark = stint.end_exact ? "" : "by ";
    texts.push_back(absl::StrCat(stint.start_certain ? "" : "?", stint.start_exact ? "" : "by ",
                                 Text(stint.start), " to ",
                                 stint.ended ? absl::StrCat(end_mark, Text(stint.end)) : "open"));
  }
  return texts;
}

TEST(StintsTest, NothingKnownIsNoStint) { EXPECT_THAT(Stints({}), IsEmpty()); }

TEST(StintsTest, AStartAndAnEndMeet) {
  EXPECT_THAT(Stints({End(200), Start(100)}), ElementsAre("100 to 200"));
  EXPECT_THAT(Stints({Start(100)}), ElementsAre("100 to open"));
  EXPECT_THAT(Stints({End(200)}), ElementsAre("by ..200 to 200"));
}

TEST(StintsTest, TwoStintsStayTwo) {
  EXPECT_THAT(Stints({Start(100), End(200), Start(300), End(400)}), ElementsAre("100 to 200", "300 to 400"));
  EXPECT_THAT(Stints({End(200), Start(300)}), ElementsAre("by ..200 to 200", "300 to open"));
}

TEST(StintsTest, AVagueEndClosesTheStintItCanClose) {
  // Joined in the middle of the year in which he left.
  EXPECT_THAT(Stints({Start(500), End(365, 729)}), ElementsAre("500 to 501..729"));
  // Left in the year in which he came back.
  EXPECT_THAT(Stints({Start(0), Start(600), End(365, 729)}), ElementsAre("0 to 365..729", "600 to open"));
}

TEST(StintsTest, ASecondAccountOfTheSameStartIsNoOtherStint) {
  EXPECT_THAT(Stints({Start(100), Start(130), End(400)}), ElementsAre("100 to 400"));
  EXPECT_THAT(Stints({Start(100), Start(100 + 2 * kYear)}), ElementsAre("100 to by 100..830", "830 to open"));
}

TEST(StintsTest, ASecondAccountOfTheSameEndIsNoOtherStint) {
  EXPECT_THAT(Stints({Start(100), End(400), End(420)}), ElementsAre("100 to 400"));
  EXPECT_THAT(Stints({Start(100), End(400), End(400 + kYear)}),
              ElementsAre("100 to 400", "by 400..765 to 765"));
}

TEST(StintsTest, PresenceBoundsAStint) {
  EXPECT_THAT(Stints({Present(150)}), ElementsAre("by ..150 to open"));
  EXPECT_THAT(Stints({Present(150), Present(170), End(100, 400)}), ElementsAre("by ..150 to 171..400"));
}

TEST(StintsTest, PresenceLongBeforeAStartIsAStintOfItsOwn) {
  EXPECT_THAT(Stints({Present(100), Start(300)}), ElementsAre("by ..100 to by 100..300", "300 to open"));
  EXPECT_THAT(Stints({Present(100), Start(130)}), ElementsAre("130 to open"));
}

TEST(StintsTest, APostIsNamedCarelesslyAfterAnEnd) {
  EXPECT_THAT(Stints({Start(100), End(200), Present(210)}), ElementsAre("100 to 200"));
  EXPECT_THAT(Stints({Start(100), End(200), Present(300)}), ElementsAre("100 to 200", "by 200..300 to open"));
}

TEST(StintsTest, AFormerPostEndsAStintUnlessPresenceFollows) {
  EXPECT_THAT(Stints({Start(100), Former(300)}), ElementsAre("100 to by 101..300"));
  EXPECT_THAT(Stints({Former(300)}), ElementsAre("by ..300 to by ..300"));
  EXPECT_THAT(Stints({Start(100), Former(300), Former(310), Present(310)}), ElementsAre("100 to open"));
  EXPECT_THAT(Stints({Former(300), Present(300 + kYear)}),
              ElementsAre("by ..300 to by ..300", "by ..665 to open"));
}

TEST(StintsTest, AnExactEndReplacesABound) {
  EXPECT_THAT(Stints({Start(100), MovedOn(300), End(310)}), ElementsAre("100 to 310"));
  EXPECT_THAT(Stints({Start(100), End(300), MovedOn(310), Former(900)}), ElementsAre("100 to 300"));
}

TEST(StintsTest, WhoWasHeadedForAPlaceCameLater) {
  EXPECT_THAT(Stints({HeadedFor(100)}), ElementsAre("?by 100.. to open"));
  EXPECT_THAT(Stints({HeadedFor(100), Start(160)}), ElementsAre("160 to open"));
  EXPECT_THAT(Stints({Start(90), HeadedFor(100)}), ElementsAre("90 to open"));
  EXPECT_THAT(Stints({HeadedFor(100), Present(160)}), ElementsAre("by 100..160 to open"));
}

TEST(StintsTest, ARumouredStartIsOnlyPossible) {
  EXPECT_THAT(Stints({Rumour(100)}), ElementsAre("?by 100 to open"));
  EXPECT_THAT(Stints({Rumour(100), Start(120)}), ElementsAre("120 to open"));
  EXPECT_THAT(Stints({Start(100), Rumour(120)}), ElementsAre("100 to open"));
  EXPECT_THAT(Stints({Rumour(100), Present(160)}), ElementsAre("by ..160 to open"));
}

TEST(StintsTest, TheOrderOfTheEvidenceDoesNotMatter) {
  const std::vector<StintEvidence> evidence = {Start(100), End(200), Present(150), Former(210), Start(400)};
  std::vector<StintEvidence> backwards(evidence.rbegin(), evidence.rend());
  EXPECT_EQ(Stints(evidence), Stints(backwards));
}

TEST(StintsTest, SourcesStayWithTheirStint) {
  std::vector<StintEvidence> evidence = {Start(100), Start(110), Present(150), End(200), MovedOn(195)};
  for (size_t i = 0; i < evidence.size(); ++i) evidence[i].source = i;
  const std::vector<Stint> stints = FindStints(evidence);
  ASSERT_EQ(stints.size(), 1u);
  EXPECT_THAT(stints[0].start_sources, ElementsAre(0, 1));
  EXPECT_THAT(stints[0].presence_sources, ElementsAre(2));
  EXPECT_THAT(stints[0].end_sources, ElementsAre(3, 4));
}

TEST(PresenceOnTest, DefinitelyBetweenTheLastStartAndTheFirstEnd) {
  const Stint stint = FindStints({Start(100, 110), End(200, 210)})[0];
  EXPECT_EQ(PresenceOn(stint, 99), Presence::kNot);
  EXPECT_EQ(PresenceOn(stint, 100), Presence::kPossibly);
  EXPECT_EQ(PresenceOn(stint, 110), Presence::kDefinitely);
  EXPECT_EQ(PresenceOn(stint, 199), Presence::kDefinitely);
  EXPECT_EQ(PresenceOn(stint, 200), Presence::kPossibly);
  EXPECT_EQ(PresenceOn(stint, 209), Presence::kPossibly);
  EXPECT_EQ(PresenceOn(stint, 210), Presence::kNot);
}

TEST(PresenceOnTest, WithoutAnEndPresenceIsKnownUpToTheLastSign) {
  const Stint stint = FindStints({Start(100), Present(150)})[0];
  EXPECT_EQ(PresenceOn(stint, 150), Presence::kDefinitely);
  EXPECT_EQ(PresenceOn(stint, 151), Presence::kPossibly);
  EXPECT_EQ(PresenceOn(stint, kLastDay), Presence::kPossibly);
}

TEST(PresenceOnTest, ARumourIsNeverDefinite) {
  const Stint stint = FindStints({Rumour(100), End(200)})[0];
  EXPECT_EQ(PresenceOn(stint, 99), Presence::kNot);
  EXPECT_EQ(PresenceOn(stint, 150), Presence::kPossibly);
  EXPECT_EQ(PresenceOn(stint, 200), Presence::kNot);
}

TEST(MayMeetTest, OpenEndsReachAsFarAsTheyMay) {
  const Stint stint = FindStints({Start(100), End(200)})[0];
  EXPECT_TRUE(MayMeet(stint, {kLongAgo, kNotYet}));
  EXPECT_TRUE(MayMeet(stint, {200, 300}));
  EXPECT_FALSE(MayMeet(stint, {201, 300}));
  EXPECT_TRUE(MayMeet(stint, {0, 100}));
  EXPECT_FALSE(MayMeet(stint, {0, 99}));
  EXPECT_TRUE(MayMeet(FindStints({Start(100)})[0], {5000, 6000}));
}

}  // namespace
}  // namespace annals::query
