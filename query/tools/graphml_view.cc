#include "query/tools/graphml_view.h"

#include <array>
#include <set>

#include "absl/strings/str_cat.h"
#include "query/markup/quoting.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

struct Key {
  const char* name;
  const char* domain;
  const char* type;
};

constexpr std::array kKeys = {
    Key{"name", "node", "string"},      Key{"entity_type", "node", "string"},
    Key{"distance", "node", "int"},     Key{"degree", "node", "long"},
    Key{"kind", "edge", "string"},      Key{"from_role", "edge", "string"},
    Key{"to_role", "edge", "string"},   Key{"start", "edge", "string"},
    Key{"end", "edge", "string"},       Key{"status", "edge", "string"},
    Key{"certainty", "edge", "string"}, Key{"title", "edge", "string"},
    Key{"former", "edge", "boolean"},   Key{"event_id", "edge", "string"},
};

// Nothing where the value is empty.
std::string Data(const char* key, const std::string& value) {
  if (value.empty()) return "";
  return absl::StrCat("<data key=\"", key, "\">", XmlText(value), "</data>");
}

std::string NodeElement(const v1::NeighborhoodNode& node) {
  return absl::StrCat("    <node id=\"", XmlText(node.entity().id()), "\">",
                      Data("name", node.entity().name()), Data("entity_type", TypeWord(node.entity().type())),
                      Data("distance", absl::StrCat(node.distance())),
                      Data("degree", absl::StrCat(node.degree())), "</node>\n");
}

std::string EventData(const v1::Edge& edge) {
  return absl::StrCat(Data("from_role", RoleWord(edge.from_role())),
                      Data("to_role", RoleWord(edge.to_role())), Data("status", StatusWord(edge.status())),
                      Data("certainty", CertaintyWord(edge.certainty())), Data("event_id", edge.event_id()));
}

std::string EdgeElement(const v1::Edge& edge) {
  return absl::StrCat(
      "    <edge source=\"", XmlText(edge.from_entity_id()), "\" target=\"", XmlText(edge.to_entity_id()),
      "\">", Data("kind", EdgeKind(edge)), Data("start", edge.time().start()), Data("end", edge.time().end()),
      Data("title", edge.title()),
      edge.has_relation_type() ? Data("former", edge.former() ? "true" : "false") : EventData(edge),
      "</edge>\n");
}

}  // namespace

std::string RenderGraphml(const v1::GetNeighborhoodResponse& graph) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
      "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  for (const Key& key : kKeys) {
    absl::StrAppend(&text, "  <key id=\"", key.name, "\" for=\"", key.domain, "\" attr.name=\"", key.name,
                    "\" attr.type=\"", key.type, "\"/>\n");
  }
  text += "  <graph edgedefault=\"directed\">\n";
  std::set<std::string> ids;
  for (const v1::NeighborhoodNode& node : graph.nodes()) {
    if (ids.insert(node.entity().id()).second) text += NodeElement(node);
  }
  for (const v1::Edge& edge : graph.edges()) {
    if (ids.count(edge.from_entity_id()) > 0 && ids.count(edge.to_entity_id()) > 0) text += EdgeElement(edge);
  }
  return text + "  </graph>\n</graphml>\n";
}

}  // namespace annals
