#include "query/graph/edge_selection.h"

namespace annals::query {

bool EdgeSelection::Accepts(const StoredRelation& relation) const {
  return relation_types.none() || relation_types[relation.relation.type];
}

bool EdgeSelection::AcceptsRoles(const HeaderEdge& edge) const {
  const auto listed = [&](v1::Role role) { return role >= 0 && role < 256 && events.roles[role]; };
  return events.roles.none() || listed(edge.own_role) || listed(edge.other_role);
}

}  // namespace annals::query
