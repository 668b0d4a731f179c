// An entity as a card for people.
#ifndef ANNALS_QUERY_TOOLS_ENTITY_VIEW_H_
#define ANNALS_QUERY_TOOLS_ENTITY_VIEW_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// Name, type, id, forms of the name, numbers of articles and events, why its mentions are held for one, and a
// line a relation.
std::string RenderEntity(const v1::GetEntityResponse& response);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_ENTITY_VIEW_H_
