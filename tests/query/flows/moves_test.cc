#include "query/flows/moves.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr EntityNumber kAcme = 1;
constexpr EntityNumber kBolt = 2;
constexpr EntityNumber kCore = 3;

class MovesTest : public testing::Test {
 protected:
  using Roles = std::vector<std::pair<v1::Role, EntityNumber>>;

  void Add(v1::EventType type, DayNumber day, const Roles& roles, int32_t days = 1) {
    CareerEvent event{.position = {day, {++article_, 0}}, .type = type, .days = days};
    if (day == kUndatedDay) event.days = 0;
    for (const auto& [role, organization] : roles) AddOrganization(organization, role, event);
    career_.push_back(event);
  }
  void Leave(EntityNumber from, DayNumber day) {
    Add(v1::EVENT_TYPE_DEPART, day, {{v1::ROLE_ORGANIZATION, from}});
  }
  void Join(EntityNumber to, DayNumber day, int32_t days = 1) {
    Add(v1::EVENT_TYPE_JOIN, day, {{v1::ROLE_ORGANIZATION, to}}, days);
  }

  // "1 to 2 on 100 by 2 events"
  std::vector<std::string> Moves() const {
    std::vector<std::string> texts;
    for (const Move& move : FindMoves(career_)) {
      const std::string day = move.day == kUndatedDay ? "?" : absl::StrCat(move.day);
      texts.push_back(
          absl::StrCat(move.from, " to ", move.to, " on ", day, " by ", move.events.size(), " events"));
    }
    return texts;
  }

  uint64_t article_ = 0;
  std::vector<CareerEvent> career_;
};

TEST_F(MovesTest, OneEventMayNameBothEnds) {
  Add(v1::EVENT_TYPE_JOIN, 100, {{v1::ROLE_ORGANIZATION, kBolt}, {v1::ROLE_FROM_ORGANIZATION, kAcme}});
  EXPECT_THAT(Moves(), ElementsAre("1 to 2 on 100 by 1 events"));
}

// The two were merged.
TEST_F(MovesTest, ADepartureForThePlaceItselfNamesNoOther) {
  Add(v1::EVENT_TYPE_DEPART, 100, {{v1::ROLE_ORGANIZATION, kAcme}, {v1::ROLE_TO_ORGANIZATION, kAcme}});
  EXPECT_THAT(Moves(), IsEmpty());
  Join(kBolt, 120);
  EXPECT_THAT(Moves(), ElementsAre("1 to 2 on 120 by 2 events"));
}

TEST_F(MovesTest, ADepartureForAnotherPlaceCountsOnTheDayOfJoining) {
  Add(v1::EVENT_TYPE_DEPART, 100, {{v1::ROLE_ORGANIZATION, kAcme}, {v1::ROLE_TO_ORGANIZATION, kBolt}});
  EXPECT_THAT(Moves(), ElementsAre("1 to 2 on 100 by 1 events"));
  Join(kCore, 120);
  Join(kBolt, 150);
  EXPECT_THAT(Moves(), ElementsAre("1 to 2 on 150 by 2 events"));
}

TEST_F(MovesTest, LeavingAndTheNextJoiningMakeAMove) {
  Leave(kAcme, 100);
  Join(kBolt, 150);
  Join(kCore, 160);
  EXPECT_THAT(Moves(), ElementsAre("1 to 2 on 150 by 2 events"));
}

TEST_F(MovesTest, AppointmentsAndFoundationsLeadSomewhereToo) {
  Leave(kAcme, 100);
  Add(v1::EVENT_TYPE_APPOINT, 110, {{v1::ROLE_ORGANIZATION, kBolt}});
  Add(v1::EVENT_TYPE_DISMISS, 200, {{v1::ROLE_ORGANIZATION, kBolt}});
  Add(v1::EVENT_TYPE_FOUND, 220, {{v1::ROLE_ORGANIZATION, kCore}});
  EXPECT_THAT(Moves(), ElementsAre("1 to 2 on 110 by 2 events", "2 to 3 on 220 by 2 events"));
}

TEST_F(MovesTest, ComingBackIsNoMove) {
  Leave(kAcme, 100);
  Join(kAcme, 150);
  EXPECT_THAT(Moves(), IsEmpty());
}

TEST_F(MovesTest, AfterAYearItIsNoMove) {
  Leave(kAcme, 100);
  Join(kBolt, 100 + kMoveDays + 1);
  EXPECT_THAT(Moves(), IsEmpty());
  Join(kBolt, 100 + kMoveDays);
  EXPECT_THAT(Moves(), ElementsAre("1 to 2 on 465 by 2 events"));
}

TEST_F(MovesTest, WhoJoinedBeforeDidNotMoveByLeaving) {
  Join(kBolt, 90);
  Leave(kAcme, 100);
  EXPECT_THAT(Moves(), IsEmpty());
}

TEST_F(MovesTest, AVagueJoiningMayFollow) {
  Leave(kAcme, 100);
  Join(kBolt, 60, 365);
  EXPECT_THAT(Moves(), ElementsAre("1 to 2 on 60 by 2 events"));
}

TEST_F(MovesTest, WithoutADayOnlyWhatOneEventSaysCounts) {
  Leave(kAcme, kUndatedDay);
  Join(kBolt, kUndatedDay);
  EXPECT_THAT(Moves(), IsEmpty());
  Add(v1::EVENT_TYPE_JOIN, kUndatedDay,
      {{v1::ROLE_ORGANIZATION, kCore}, {v1::ROLE_FROM_ORGANIZATION, kAcme}});
  EXPECT_THAT(Moves(), ElementsAre("1 to 3 on ? by 1 events"));
}

TEST_F(MovesTest, RolesThatSayNothingOfAMoveArePassedOver) {
  Add(v1::EVENT_TYPE_APPOINT, 100, {{v1::ROLE_ORGANIZATION, kBolt}, {v1::ROLE_FROM_ORGANIZATION, kAcme}});
  EXPECT_THAT(Moves(), IsEmpty());
}

}  // namespace
}  // namespace annals::query
