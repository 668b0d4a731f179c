// Which edges of the graph count: those of some events and of some relations.
#ifndef ANNALS_QUERY_GRAPH_EDGE_SELECTION_H_
#define ANNALS_QUERY_GRAPH_EDGE_SELECTION_H_

#include <bitset>

#include "query/index/index_view.h"
#include "query/timeline/event_selection.h"

namespace annals::query {

struct EdgeSelection {
  EventSelection events;
  std::bitset<256> relation_types;  // none: all

  bool Accepts(const StoredRelation& relation) const;
  // An edge is the same from both its ends: `events.roles` asks whether either plays one of them. To be asked
  // beside EventSelection::Accepts without roles.
  bool AcceptsRoles(const HeaderEdge& edge) const;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_GRAPH_EDGE_SELECTION_H_
