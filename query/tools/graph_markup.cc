#include "query/tools/graph_markup.h"

#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "query/tools/graph_view.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

bool IsFact(const v1::Edge& edge) {
  if (edge.has_relation_type()) return !edge.former();
  return edge.status() == v1::EVENT_STATUS_OCCURRED && edge.certainty() != v1::CERTAINTY_RUMORED;
}

// Short names for the nodes: ids may hold characters that the languages do not take.
std::map<std::string, std::string> NodeNames(const v1::GetNeighborhoodResponse& graph) {
  std::map<std::string, std::string> names;
  for (const v1::NeighborhoodNode& node : graph.nodes())
    names.emplace(node.entity().id(), absl::StrCat("n", names.size()));
  return names;
}

std::string DotString(const std::string& text) {
  return absl::StrCat("\"", absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"\"", "\\\""}, {"\n", " "}}), "\"");
}

std::string MermaidString(const std::string& text) {
  return absl::StrCat(
      "\"", absl::StrReplaceAll(text, {{"\"", "#quot;"}, {"\n", " "}, {"<", "#lt;"}, {">", "#gt;"}}), "\"");
}

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

std::string RenderDot(const v1::GetNeighborhoodResponse& graph) {
  const auto names = NodeNames(graph);
  std::string text = "digraph annals {\n  rankdir=LR;\n";
  for (const v1::NeighborhoodNode& node : graph.nodes()) {
    const bool center = node.entity().id() == graph.entity().id();
    absl::StrAppend(&text, "  ", names.at(node.entity().id()), " [label=", DotString(node.entity().name()),
                    " shape=", DotShape(node.entity().type()), center ? " penwidth=2" : "", "];\n");
  }
  for (const v1::Edge& edge : graph.edges()) {
    const auto from = names.find(edge.from_entity_id());
    const auto to = names.find(edge.to_entity_id());
    if (from == names.end() || to == names.end()) continue;
    absl::StrAppend(&text, "  ", from->second, " -> ", to->second, " [label=", DotString(EdgeWords(edge)),
                    IsFact(edge) ? "" : " style=dashed", "];\n");
  }
  return text + "}\n";
}

std::string RenderMermaid(const v1::GetNeighborhoodResponse& graph) {
  const auto names = NodeNames(graph);
  std::string text = "graph LR\n";
  for (const v1::NeighborhoodNode& node : graph.nodes()) {
    const bool person = node.entity().type() == v1::ENTITY_TYPE_PERSON;
    absl::StrAppend(&text, "  ", names.at(node.entity().id()), person ? "([" : "[",
                    MermaidString(node.entity().name()), person ? "])" : "]", "\n");
  }
  for (const v1::Edge& edge : graph.edges()) {
    const auto from = names.find(edge.from_entity_id());
    const auto to = names.find(edge.to_entity_id());
    if (from == names.end() || to == names.end()) continue;
    absl::StrAppend(&text, "  ", from->second, IsFact(edge) ? " -->|" : " -.->|",
                    MermaidString(EdgeWords(edge)), "| ", to->second, "\n");
  }
  return text;
}

}  // namespace annals
