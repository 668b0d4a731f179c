// A piece of the graph as an indented picture for people.
#ifndef ANNALS_QUERY_TOOLS_GRAPH_VIEW_H_
#define ANNALS_QUERY_TOOLS_GRAPH_VIEW_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// The entity, below it each neighbour with what connects the two (one line an edge, oldest first), below a
// neighbour its own further neighbours. Every edge is shown once, every entity opened once.
std::string RenderGraph(const v1::GetNeighborhoodResponse& graph);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_GRAPH_VIEW_H_
