// A piece of the graph as an indented picture for people.
#ifndef ANNALS_QUERY_TOOLS_GRAPH_VIEW_H_
#define ANNALS_QUERY_TOOLS_GRAPH_VIEW_H_

#include <string>

#include "annals/v1/query_service.pb.h"
#include "query/tools/names.h"

namespace annals {

// The entity, below it each neighbour with what connects the two (one line an edge, oldest first), below a
// neighbour its own further neighbours. Every edge is shown once, every entity opened once.
std::string RenderGraph(const v1::GetNeighborhoodResponse& graph);

// One edge as said from the side of its first end: "2025-07  JOIN (person → organization)", "POSITION
// 首席科学家 (former)".
std::string EdgeWords(const v1::Edge& edge);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_GRAPH_VIEW_H_
