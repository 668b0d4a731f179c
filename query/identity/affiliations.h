// By which organisations people of one name are told apart: those an article puts them at.
#ifndef ANNALS_QUERY_IDENTITY_AFFILIATIONS_H_
#define ANNALS_QUERY_IDENTITY_AFFILIATIONS_H_

#include <map>
#include <set>
#include <vector>

#include "annals/v1/entity.pb.h"
#include "annals/v1/event.pb.h"
#include "query/events/report_facts.h"

namespace annals::query {

// Events and relations that say where somebody is, was or will be: JOIN, DEPART, DISMISS, APPOINT, STEP_DOWN,
// RECRUIT, FOUND; POSITION, FOUNDER_OF.
bool IsAffiliation(v1::EventType type);
bool IsAffiliation(v1::RelationType type);

struct Participant {
  EntityNumber entity = kNoEntity;
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
};

// Of each person the organisations that stand with them in an article.
using Affiliations = std::map<EntityNumber, std::set<EntityNumber>>;

// The participants of one such event or relation, in any role and whatever its status: also a company that
// somebody did not join tells them from their namesakes.
void AddAffiliations(const std::vector<Participant>& together, Affiliations& affiliations);

}  // namespace annals::query

#endif  // ANNALS_QUERY_IDENTITY_AFFILIATIONS_H_
