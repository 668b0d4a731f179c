// How two entities are connected: the best simple paths between them.
//
// The search meets in the middle. The edges of both ends are read; for three hops those of the neighbours of
// the end whose neighbours have fewer; for four those of the other end's neighbours, too. Only the rows of
// timelines are read, never events. What has been read is one LinkGraph, and RankPaths finds the paths in it.
#ifndef ANNALS_QUERY_GRAPH_PATHS_H_
#define ANNALS_QUERY_GRAPH_PATHS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "query/graph/edge_selection.h"
#include "query/graph/graph_edge.h"
#include "query/graph/path_ranking.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"

namespace annals::query {

inline constexpr int kMaxPathHops = 4;

struct PathQuery {
  EdgeSelection selection;
  int max_hops = kMaxPathHops;  // at most kMaxPathHops
  size_t max_paths = 0;
  size_t max_fanout = 0;  // edges looked at from one entity, newest first
  PathOrder order = PathOrder::kFewestHops;
};

struct FoundPaths {
  std::vector<std::vector<GraphEdge>> paths;  // best first; each in order from the first entity to the second
  bool truncated = false;                     // a limit left edges out: there may be other or better paths
};

// Of an entity at most kRowsPerEdge * max_fanout rows are read to find its edges. Neighbours with few edges
// are looked at first, so a super-node among them takes nothing from the others.
inline constexpr size_t kRowsPerEdge = 8;
// Rows that a search reads around its two ends: 50 ms.
inline constexpr size_t kPathRows = 50000;
absl::StatusOr<FoundPaths> FindPaths(const IndexView& view, const EntityRecord& from, const EntityRecord& to,
                                     const PathQuery& query, WorkBudget& budget);

}  // namespace annals::query

#endif  // ANNALS_QUERY_GRAPH_PATHS_H_
