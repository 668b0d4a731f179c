// The piece of the graph that a search for paths has looked at: which entities are linked, and by which edge.
#ifndef ANNALS_QUERY_GRAPH_LINK_GRAPH_H_
#define ANNALS_QUERY_GRAPH_LINK_GRAPH_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "query/graph/graph_edge.h"
#include "query/index/event_header.h"
#include "query/index/index_keys.h"
#include "query/index/index_view.h"

namespace annals::query {

// Entities and links have small numbers of their own, from 0 in the order in which they came: tables over
// them are vectors. A link is the newest edge between two entities (NewerEdge); both ends know it. For one
// thread.
class LinkGraph {
 public:
  using Node = uint32_t;
  using Link = uint32_t;
  struct Neighbour {
    Node node = 0;
    Link link = 0;
  };

  Node Add(EntityNumber entity);
  // An edge as the rows of `self` show it. One to itself is no link.
  void Add(EntityNumber self, const EventPosition& position, const EventMarks& header,
           const HeaderEdge& edge);
  void Add(StoredRelation relation);

  size_t size() const { return entities_.size(); }
  EntityNumber EntityOf(Node node) const { return entities_[node]; }
  const std::vector<Neighbour>& Neighbours(Node node) const { return neighbours_[node]; }
  // How recent a link is: its first day, -1 where it has none.
  DayNumber Recency(Link link) const;
  GraphEdge EdgeOf(Link link) const;

 private:
  // Small: a search looks at tens of thousands.
  struct Seen {
    EntityNumber self = kNoEntity;
    HeaderEdge edge;
    EventPosition position;
    EventMarks header;
    int32_t relation = -1;  // place in relations_; -1: an event
  };

  void Put(EntityNumber other, Seen seen);
  DayNumber DayOf(const Seen& seen) const;
  GraphEdge EdgeOf(const Seen& seen) const;
  bool Newer(const Seen& a, const Seen& b) const;

  absl::flat_hash_map<EntityNumber, Node> nodes_;
  std::vector<EntityNumber> entities_;
  std::vector<std::vector<Neighbour>> neighbours_;
  absl::flat_hash_map<std::pair<Node, Node>, Link> links_;  // smaller node first
  std::vector<Seen> seen_;                                  // by Link
  std::vector<StoredRelation> relations_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_GRAPH_LINK_GRAPH_H_
