// An edge of the graph: what an event or a relation says of two entities.
#ifndef ANNALS_QUERY_GRAPH_GRAPH_EDGE_H_
#define ANNALS_QUERY_GRAPH_GRAPH_EDGE_H_

#include <memory>
#include <string>
#include <tuple>

#include "query/index/event_header.h"
#include "query/index/index_keys.h"
#include "query/index/index_view.h"

namespace annals::query {

// Cheap to copy: a walk holds thousands.
struct GraphEdge {
  EntityNumber from = kNoEntity;
  EntityNumber to = kNoEntity;
  DayNumber day = kUndatedDay;  // first day

  // Of an event; `relation` is empty.
  EventPosition event;
  EventMarks header;
  v1::Role from_role = v1::ROLE_UNSPECIFIED;
  v1::Role to_role = v1::ROLE_UNSPECIFIED;

  std::shared_ptr<const StoredRelation> relation;

  // The same for an edge from whichever end it is seen.
  std::tuple<EntityNumber, EntityNumber, ReportRef, int, std::string> Identity() const;
};

// An edge goes out from the role that acts, or whom the event is about; between equals from the smaller
// number.
GraphEdge EdgeOfEvent(EntityNumber self, const EventPosition& position, const EventMarks& header,
                      const HeaderEdge& edge);
GraphEdge EdgeOfRelation(StoredRelation relation);

// Newest first; undated ones last; then by identity.
bool NewerEdge(const GraphEdge& a, const GraphEdge& b);

}  // namespace annals::query

#endif  // ANNALS_QUERY_GRAPH_GRAPH_EDGE_H_
