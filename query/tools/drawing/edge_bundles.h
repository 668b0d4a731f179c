// The edges of a piece of the graph by the pair of entities they connect.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_EDGE_BUNDLES_H_
#define ANNALS_QUERY_TOOLS_DRAWING_EDGE_BUNDLES_H_

#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"

namespace annals {

// A line that says one edge.
struct EdgeLabel {
  std::string text;   // "→ JOIN 2025-05"
  std::string color;  // ColorOf
  bool fact = true;
};

struct EdgeBundle {
  size_t near = 0;  // indexes of nodes of the answer; the nearer to the centre, else the earlier
  size_t far = 0;
  std::vector<EdgeLabel>
      labels;           // newest first, at most kLabelsShown; the last may say how many more there are
  std::string tooltip;  // all edges, one a line
  std::string color;    // of the first fact, else of the first edge
  bool fact = false;    // at least one is
};

inline constexpr size_t kLabelsShown = 4;

// In the order in which the answer first connects them. Edges whose ends the answer does not name, and edges
// from an entity to itself, are left out.
std::vector<EdgeBundle> BundleEdges(const v1::GetNeighborhoodResponse& graph);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_EDGE_BUNDLES_H_
