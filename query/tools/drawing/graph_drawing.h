// A piece of the graph as a drawing: columns by distance, one curve between two entities, beside it what
// connects them.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_GRAPH_DRAWING_H_
#define ANNALS_QUERY_TOOLS_DRAWING_GRAPH_DRAWING_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// An SVG document `width` pixels wide. People have round ends. The arrow of a line says which way its edge
// points, from the nearer entity (→) or to it (←); edges that are no fact (IsFact) are grey, and a curve is
// dashed that has no other. Of many edges between two the first few are written out, the tooltip has all.
std::string RenderGraphSvg(const v1::GetNeighborhoodResponse& graph, int width);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_GRAPH_DRAWING_H_
