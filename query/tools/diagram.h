// What the languages of drawing programs have in common: named nodes and labelled arrows.
#ifndef ANNALS_QUERY_TOOLS_DIAGRAM_H_
#define ANNALS_QUERY_TOOLS_DIAGRAM_H_

#include <cstddef>
#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"

namespace annals {

struct DiagramNode {
  std::string label;  // as the answer has it; the renderers quote
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  bool emphasised = false;
};

struct DiagramEdge {
  size_t from = 0;  // indexes of nodes
  size_t to = 0;
  std::string label;
  bool fact = true;  // drawn as a whole line; otherwise dashed
};

struct Diagram {
  std::vector<DiagramNode> nodes;
  std::vector<DiagramEdge> edges;
};

// Nodes in the order of the answer; edges whose ends the answer does not name are left out. Of paths an edge
// that several share is there once. Of flows the organisations are nodes, and a flow is an edge with its
// people.
Diagram ToDiagram(const v1::GetNeighborhoodResponse& graph);
Diagram ToDiagram(const v1::FindPathsResponse& paths);
Diagram ToDiagram(const v1::GetFlowsResponse& flows, v1::TimelineBucket bucket);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DIAGRAM_H_
