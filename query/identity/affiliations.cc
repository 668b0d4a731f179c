#include "query/identity/affiliations.h"

namespace annals::query {

bool IsAffiliation(v1::EventType type) {
  switch (type) {
    case v1::EVENT_TYPE_JOIN:
    case v1::EVENT_TYPE_DEPART:
    case v1::EVENT_TYPE_DISMISS:
    case v1::EVENT_TYPE_APPOINT:
    case v1::EVENT_TYPE_STEP_DOWN:
    case v1::EVENT_TYPE_RECRUIT:
    case v1::EVENT_TYPE_FOUND:
      return true;
    default:
      return false;
  }
}

bool IsAffiliation(v1::RelationType type) {
  return type == v1::RELATION_TYPE_POSITION || type == v1::RELATION_TYPE_FOUNDER_OF;
}

void AddAffiliations(const std::vector<Participant>& together, Affiliations& affiliations) {
  for (const Participant& person : together) {
    if (person.type != v1::ENTITY_TYPE_PERSON) continue;
    for (const Participant& other : together) {
      if (other.type == v1::ENTITY_TYPE_ORGANIZATION) affiliations[person.entity].insert(other.entity);
    }
  }
}

}  // namespace annals::query
