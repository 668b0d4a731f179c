#include "query/tools/diagram_markup.h"

#include "absl/strings/str_cat.h"
#include "query/markup/quoting.h"

namespace annals {
namespace {

const char* DotShape(v1::EntityType type) {
  switch (type) {
    case v1::ENTITY_TYPE_PERSON:
      return "ellipse";
    case v1::ENTITY_TYPE_ORGANIZATION:
      return "box";
    case v1::ENTITY_TYPE_UNIT:
      return "folder";
    default:
      return "component";
  }
}

}  // namespace

// Nodes are n0, n1, …: ids may hold characters that the languages do not take.
std::string RenderDot(const Diagram& diagram) {
  std::string text = "digraph annals {\n  rankdir=LR;\n";
  for (size_t i = 0; i < diagram.nodes.size(); ++i) {
    const DiagramNode& node = diagram.nodes[i];
    absl::StrAppend(&text, "  n", i, " [label=", DotString(node.label), " shape=", DotShape(node.type),
                    node.emphasised ? " penwidth=2" : "", "];\n");
  }
  for (const DiagramEdge& edge : diagram.edges) {
    absl::StrAppend(&text, "  n", edge.from, " -> n", edge.to, " [label=", DotString(edge.label),
                    edge.fact ? "" : " style=dashed", "];\n");
  }
  return text + "}\n";
}

std::string RenderMermaid(const Diagram& diagram) {
  std::string text = "graph LR\n";
  for (size_t i = 0; i < diagram.nodes.size(); ++i) {
    const bool person = diagram.nodes[i].type == v1::ENTITY_TYPE_PERSON;
    absl::StrAppend(&text, "  n", i, person ? "([" : "[", MermaidString(diagram.nodes[i].label),
                    person ? "])" : "]", "\n");
  }
  for (const DiagramEdge& edge : diagram.edges) {
    absl::StrAppend(&text, "  n", edge.from, edge.fact ? " -->|" : " -.->|", MermaidString(edge.label), "| n",
                    edge.to, "\n");
  }
  return text;
}

}  // namespace annals
