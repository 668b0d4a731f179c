#include "query/export/graph_writer.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "common/json/proto_json.h"
#include "query/markup/quoting.h"

namespace annals::query {
namespace {

// "JOIN", "POSITION".
std::string KindOf(const v1::Edge& edge) {
  if (edge.has_relation_type())
    return std::string(absl::StripPrefix(v1::RelationType_Name(edge.relation_type()), "RELATION_TYPE_"));
  return std::string(absl::StripPrefix(v1::EventType_Name(edge.event_type()), "EVENT_TYPE_"));
}

std::string LabelOf(const v1::Edge& edge) {
  std::string label = KindOf(edge);
  if (!edge.title().empty()) absl::StrAppend(&label, " ", edge.title());
  if (!edge.time().start().empty()) absl::StrAppend(&label, " ", edge.time().start());
  return label;
}

std::string TypeOf(const v1::Entity& entity) {
  return std::string(absl::StripPrefix(v1::EntityType_Name(entity.type()), "ENTITY_TYPE_"));
}

std::string RoleOf(v1::Role role) {
  if (role == v1::ROLE_UNSPECIFIED) return "";
  return std::string(absl::StripPrefix(v1::Role_Name(role), "ROLE_"));
}

// What the tables say of an edge beside its ends.
struct Field {
  const char* name;
  std::string value;
};
std::vector<Field> FieldsOf(const v1::Edge& edge) {
  const bool event = !edge.has_relation_type();
  return {{"kind", KindOf(edge)},
          {"from_role", RoleOf(edge.from_role())},
          {"to_role", RoleOf(edge.to_role())},
          {"status",
           event ? std::string(absl::StripPrefix(v1::EventStatus_Name(edge.status()), "EVENT_STATUS_")) : ""},
          {"certainty",
           event ? std::string(absl::StripPrefix(v1::Certainty_Name(edge.certainty()), "CERTAINTY_")) : ""},
          {"start", edge.time().start()},
          {"end", edge.time().end()},
          {"title", edge.title()},
          {"former", edge.former() ? "true" : ""},
          {"event_id", edge.event_id()},
          {"articles", absl::StrJoin(edge.article_ids(), " ")}};
}

class JsonLinesWriter final : public GraphWriter {
 public:
  void Node(const GraphNode& node, std::string& out) override { Append("node", node.entity, out); }
  void Edge(const v1::Edge& edge, const GraphNode&, const GraphNode&, std::string& out) override {
    Append("edge", edge, out);
  }

 private:
  static void Append(const char* what, const google::protobuf::Message& message, std::string& out) {
    absl::StrAppend(&out, "{\"", what, "\":", ToJsonLine(message), "}\n");
  }
};

class GraphMlWriter final : public GraphWriter {
 public:
  void Begin(std::string& out) override {
    absl::StrAppend(&out, R"(<?xml version="1.0" encoding="UTF-8"?>)", "\n",
                    R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns">)", "\n");
    for (const char* name : {"id", "type", "name"}) Key(name, "node", out);
    for (const Field& field : FieldsOf({})) Key(field.name, "edge", out);
    absl::StrAppend(&out, "<graph edgedefault=\"directed\">\n");
  }
  void Node(const GraphNode& node, std::string& out) override {
    absl::StrAppend(&out, "<node id=\"n", node.number, "\">");
    Data("id", node.entity.id(), out);
    Data("type", TypeOf(node.entity), out);
    Data("name", node.entity.name(), out);
    absl::StrAppend(&out, "</node>\n");
  }
  void Edge(const v1::Edge& edge, const GraphNode& from, const GraphNode& to, std::string& out) override {
    absl::StrAppend(&out, "<edge source=\"n", from.number, "\" target=\"n", to.number, "\">");
    for (const Field& field : FieldsOf(edge)) {
      if (!field.value.empty()) Data(field.name, field.value, out);
    }
    absl::StrAppend(&out, "</edge>\n");
  }
  void End(std::string& out) override { absl::StrAppend(&out, "</graph>\n</graphml>\n"); }

 private:
  static void Key(const char* name, const char* domain, std::string& out) {
    absl::StrAppend(&out, "<key id=\"", name, "\" for=\"", domain, "\" attr.name=\"", name,
                    "\" attr.type=\"string\"/>\n");
  }
  static void Data(const char* key, const std::string& value, std::string& out) {
    absl::StrAppend(&out, "<data key=\"", key, "\">", XmlText(value), "</data>");
  }
};

class DotWriter final : public GraphWriter {
 public:
  void Begin(std::string& out) override { absl::StrAppend(&out, "digraph annals {\n"); }
  void Node(const GraphNode& node, std::string& out) override {
    const bool person = node.entity.type() == v1::ENTITY_TYPE_PERSON;
    absl::StrAppend(&out, "  n", node.number, " [label=", DotString(node.entity.name()),
                    person ? "" : " shape=box", "];\n");
  }
  void Edge(const v1::Edge& edge, const GraphNode& from, const GraphNode& to, std::string& out) override {
    absl::StrAppend(&out, "  n", from.number, " -> n", to.number, " [label=", DotString(LabelOf(edge)),
                    "];\n");
  }
  void End(std::string& out) override { absl::StrAppend(&out, "}\n"); }
};

class MermaidWriter final : public GraphWriter {
 public:
  void Begin(std::string& out) override { absl::StrAppend(&out, "graph LR\n"); }
  void Node(const GraphNode& node, std::string& out) override {
    const bool person = node.entity.type() == v1::ENTITY_TYPE_PERSON;
    absl::StrAppend(&out, "  n", node.number, person ? "([" : "[", MermaidString(node.entity.name()),
                    person ? "])" : "]", "\n");
  }
  void Edge(const v1::Edge& edge, const GraphNode& from, const GraphNode& to, std::string& out) override {
    absl::StrAppend(&out, "  n", from.number, " -->|", MermaidString(LabelOf(edge)), "| n", to.number, "\n");
  }
};

class CsvWriter final : public GraphWriter {
 public:
  void Begin(std::string& out) override {
    std::vector<std::string> names = {"from_id", "from_name", "to_id", "to_name"};
    for (const Field& field : FieldsOf({})) names.push_back(field.name);
    absl::StrAppend(&out, CsvLine(names));
  }
  void Node(const GraphNode&, std::string&) override {}
  void Edge(const v1::Edge& edge, const GraphNode& from, const GraphNode& to, std::string& out) override {
    std::vector<std::string> values = {from.entity.id(), from.entity.name(), to.entity.id(),
                                       to.entity.name()};
    for (Field& field : FieldsOf(edge)) values.push_back(std::move(field.value));
    absl::StrAppend(&out, CsvLine(values));
  }
};

}  // namespace

std::unique_ptr<GraphWriter> MakeGraphWriter(v1::ExportFormat format) {
  switch (format) {
    case v1::EXPORT_FORMAT_GRAPHML:
      return std::make_unique<GraphMlWriter>();
    case v1::EXPORT_FORMAT_DOT:
      return std::make_unique<DotWriter>();
    case v1::EXPORT_FORMAT_MERMAID:
      return std::make_unique<MermaidWriter>();
    case v1::EXPORT_FORMAT_CSV:
      return std::make_unique<CsvWriter>();
    default:
      return std::make_unique<JsonLinesWriter>();
  }
}

}  // namespace annals::query
