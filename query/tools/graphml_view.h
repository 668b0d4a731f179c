// A piece of the graph as GraphML (graphml.graphdrawing.org), for Gephi, yEd, NetworkX and the like.
#ifndef ANNALS_QUERY_TOOLS_GRAPHML_VIEW_H_
#define ANNALS_QUERY_TOOLS_GRAPHML_VIEW_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// Nodes have the ids of their entities, and name, type, distance and degree; edges kind, roles, first and
// last day, status, certainty, title and whether they are over. An edge whose ends are not among the nodes is
// left out, as GraphML demands.
std::string RenderGraphml(const v1::GetNeighborhoodResponse& graph);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_GRAPHML_VIEW_H_
