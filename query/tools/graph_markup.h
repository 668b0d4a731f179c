// A piece of the graph in the languages of drawing programs.
#ifndef ANNALS_QUERY_TOOLS_GRAPH_MARKUP_H_
#define ANNALS_QUERY_TOOLS_GRAPH_MARKUP_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// Graphviz: `annals-view graph … --format=dot | dot -Tsvg`. Edges that are not a fact yet (rumoured, planned,
// failed) are dashed.
std::string RenderDot(const v1::GetNeighborhoodResponse& graph);

// Mermaid, for Markdown pages; the same, with dotted arrows.
std::string RenderMermaid(const v1::GetNeighborhoodResponse& graph);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_GRAPH_MARKUP_H_
