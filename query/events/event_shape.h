// How events of a type are told apart: the roles by which two reports are known to tell of the same one.
#ifndef ANNALS_QUERY_EVENTS_EVENT_SHAPE_H_
#define ANNALS_QUERY_EVENTS_EVENT_SHAPE_H_

#include <vector>

#include "annals/v1/event.pb.h"

namespace annals::query {

struct EventShape {
  // Roles whose entities must agree, where both reports fill them. The first filled one is the block: only
  // reports with the same entity there are compared at all.
  std::vector<v1::Role> identity;
  // Values that part blocks: a speaker says many things. Both reports have the same text (folded), or both
  // have none.
  std::vector<v1::Role> discriminators;
  // Values that must be equal where both reports give them: a round A is not a round B.
  std::vector<v1::Role> agreeing;
  // The entities of identity.front() must be the same set: a partnership of three is not one of two of them.
  bool whole_set = false;
};

// Of a type outside the enumeration: a shape without roles, whose events are never merged.
const EventShape& ShapeOf(v1::EventType type);

// Order of roles within an event, subject first: an edge goes out from the smaller rank.
int RoleRank(v1::EventType type, v1::Role role);

}  // namespace annals::query

#endif  // ANNALS_QUERY_EVENTS_EVENT_SHAPE_H_
