#include "query/identity/affiliations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

constexpr Participant kPerson{1, v1::ENTITY_TYPE_PERSON};
constexpr Participant kColleague{2, v1::ENTITY_TYPE_PERSON};
constexpr Participant kOldCompany{3, v1::ENTITY_TYPE_ORGANIZATION};
constexpr Participant kNewCompany{4, v1::ENTITY_TYPE_ORGANIZATION};
constexpr Participant kTeam{5, v1::ENTITY_TYPE_UNIT};

TEST(AffiliationsTest, EveryOrganisationOfAnEventStandsWithEveryPersonOfIt) {
  Affiliations affiliations;
  AddAffiliations({kOldCompany, kPerson, kTeam, kNewCompany, kColleague}, affiliations);
  EXPECT_THAT(affiliations, ElementsAre(Pair(1, ElementsAre(3, 4)), Pair(2, ElementsAre(3, 4))));
  AddAffiliations({kPerson, kColleague}, affiliations);
  AddAffiliations({kPerson, kNewCompany}, affiliations);
  EXPECT_THAT(affiliations, ElementsAre(Pair(1, ElementsAre(3, 4)), Pair(2, ElementsAre(3, 4))));
}

TEST(AffiliationsTest, OnlySomeEventsAndRelationsSayWhereSomebodyIs) {
  for (v1::EventType type :
       {v1::EVENT_TYPE_JOIN, v1::EVENT_TYPE_DEPART, v1::EVENT_TYPE_DISMISS, v1::EVENT_TYPE_APPOINT,
        v1::EVENT_TYPE_STEP_DOWN, v1::EVENT_TYPE_RECRUIT, v1::EVENT_TYPE_FOUND}) {
    EXPECT_TRUE(IsAffiliation(type)) << type;
  }
  for (v1::EventType type : {v1::EVENT_TYPE_UNSPECIFIED, v1::EVENT_TYPE_STATEMENT, v1::EVENT_TYPE_ACQUIRE})
    EXPECT_FALSE(IsAffiliation(type)) << type;
  EXPECT_TRUE(IsAffiliation(v1::RELATION_TYPE_POSITION));
  EXPECT_TRUE(IsAffiliation(v1::RELATION_TYPE_FOUNDER_OF));
  EXPECT_FALSE(IsAffiliation(v1::RELATION_TYPE_PART_OF));
  EXPECT_FALSE(IsAffiliation(v1::RELATION_TYPE_MENTOR_OF));
}

}  // namespace
}  // namespace annals::query
