// The entities around an entity: a walk in breadth, with budgets.
#ifndef ANNALS_QUERY_GRAPH_NEIGHBORHOOD_H_
#define ANNALS_QUERY_GRAPH_NEIGHBORHOOD_H_

#include <vector>

#include "absl/status/statusor.h"
#include "query/graph/edge_selection.h"
#include "query/graph/graph_edge.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"

namespace annals::query {

struct NeighborhoodQuery {
  EdgeSelection selection;
  int depth = 1;
  size_t max_edges = 0;
  size_t max_fanout = 0;  // edges from one entity
};

struct NeighborhoodNode {
  EntityNumber number = kNoEntity;
  int distance = 0;
  SharedEntity entity;  // null of the farthest ones after WalkNeighborhood
};

struct Neighborhood {
  std::vector<NeighborhoodNode> nodes;  // nearest first
  std::vector<GraphEdge> edges;         // newest first, each once
  bool truncated = false;               // a limit left something out
};

// `centre`: the entity and, where they count, its parts; all at distance 0. Of an entity with more edges than
// `max_fanout` the newest are taken, relations up to half of them. A nearer entity's edges are taken before a
// farther one's, and the walk ends with the first edge beyond `max_edges`.
//
// WalkNeighborhood leaves out who the farthest entities are: it looks at their edges' other ends only.
absl::StatusOr<Neighborhood> WalkNeighborhood(const IndexView& view, const std::vector<EntityRecord>& centre,
                                              const NeighborhoodQuery& query, WorkBudget& budget);
absl::StatusOr<Neighborhood> ReadNeighborhood(const IndexView& view, const std::vector<EntityRecord>& centre,
                                              const NeighborhoodQuery& query, WorkBudget& budget);

}  // namespace annals::query

#endif  // ANNALS_QUERY_GRAPH_NEIGHBORHOOD_H_
