// The best simple paths through a piece of the graph.
//
// Paths are compared by their oldest link, so this is a widest-path problem. A table says, for each entity
// and number of hops, how recent the oldest link of a walk from there to the target can be at best; it is
// filled from the target (Bellman, "On a routing problem", 1958, with min and max in the place of sum and
// min). Beginnings of paths are then lengthened best first, in the order of what the table promises (Hart,
// Nilsson and Raphael, "A formal basis for the heuristic determination of minimum cost paths", 1968). A
// promise is never too low, so paths come out in their order, and the k best are found without the others, as
// by Yen's algorithm, but with one search in the place of k.
#ifndef ANNALS_QUERY_GRAPH_PATH_RANKING_H_
#define ANNALS_QUERY_GRAPH_PATH_RANKING_H_

#include <vector>

#include "query/graph/link_graph.h"
#include "query/index/work_budget.h"

namespace annals::query {

enum class PathOrder { kFewestHops, kMostRecent };

struct PathWanted {
  LinkGraph::Node from = 0;
  LinkGraph::Node to = 0;  // another one
  int min_hops = 1;
  int max_hops = 1;
  size_t count = 0;
  PathOrder order = PathOrder::kFewestHops;
};

struct RankedPaths {
  std::vector<std::vector<LinkGraph::Link>> paths;  // links from `from` to `to`
  bool truncated = false;                           // the budget ended the search
};

// Best first; equals in the order of the entities on them, by number, from `from` on.
RankedPaths RankPaths(const LinkGraph& graph, const PathWanted& wanted, WorkBudget& budget);

}  // namespace annals::query

#endif  // ANNALS_QUERY_GRAPH_PATH_RANKING_H_
