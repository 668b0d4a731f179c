// Where the nodes of a piece of the graph stand: in columns by their distance, as Sugiyama, Tagawa and Toda
// ("Methods for visual understanding of hierarchical system structures", 1981) draw hierarchies. The same
// input gives the same layout.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_GRAPH_LAYOUT_H_
#define ANNALS_QUERY_TOOLS_DRAWING_GRAPH_LAYOUT_H_

#include <cstddef>
#include <vector>

namespace annals {

struct LayoutNode {
  int layer = 0;      // 0 and up
  double height = 0;  // room it needs, distances to its neighbours included
};

// Between two nodes, whichever way.
struct LayoutLink {
  size_t a = 0;
  size_t b = 0;
};

struct GraphLayout {
  std::vector<double> top;                  // of each node; the topmost is 0
  std::vector<std::vector<size_t>> layers;  // the nodes of each layer from top to bottom
  double height = 0;
};

// Orders each layer by the mean position of what its nodes are linked with in the layers beside it (a few
// sweeps; equal ones stay in the order given), then moves the nodes as near to those means as the room that
// each needs allows.
GraphLayout LayOutGraph(const std::vector<LayoutNode>& nodes, const std::vector<LayoutLink>& links);

// Positions in order and at least `distance[i]` between i and i + 1 that are nearest (least squares) to the
// `wanted` ones: isotonic regression by pooling adjacent violators. distance.size() + 1 == wanted.size(), or
// both are empty.
std::vector<double> NearestInOrder(const std::vector<double>& wanted, const std::vector<double>& distance);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_GRAPH_LAYOUT_H_
