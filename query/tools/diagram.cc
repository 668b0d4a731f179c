#include "query/tools/diagram.h"

#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "query/tools/flow_view.h"
#include "query/tools/names.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

// Nodes by Entity.id, and edges between those that are there.
class DiagramBuilder {
 public:
  void AddNode(const v1::Entity& entity, bool emphasised) {
    if (!numbers_.emplace(entity.id(), diagram_.nodes.size()).second) return;
    diagram_.nodes.push_back({entity.name(), entity.type(), emphasised});
  }

  void AddEdge(const std::string& from, const std::string& to, const std::string& label, bool fact) {
    const auto from_number = numbers_.find(from);
    const auto to_number = numbers_.find(to);
    if (from_number == numbers_.end() || to_number == numbers_.end()) return;
    diagram_.edges.push_back({from_number->second, to_number->second, label, fact});
  }

  void AddEdge(const v1::Edge& edge) {
    AddEdge(edge.from_entity_id(), edge.to_entity_id(), EdgeWords(edge), IsFact(edge));
  }

  Diagram Take() { return std::move(diagram_); }

 private:
  Diagram diagram_;
  std::map<std::string, size_t> numbers_;
};

}  // namespace

Diagram ToDiagram(const v1::GetNeighborhoodResponse& graph) {
  DiagramBuilder builder;
  for (const v1::NeighborhoodNode& node : graph.nodes())
    builder.AddNode(node.entity(), node.entity().id() == graph.entity().id());
  for (const v1::Edge& edge : graph.edges()) builder.AddEdge(edge);
  return builder.Take();
}

Diagram ToDiagram(const v1::FindPathsResponse& paths) {
  DiagramBuilder builder;
  for (const v1::Entity& entity : paths.entities()) builder.AddNode(entity, false);
  std::set<std::string> seen;
  for (const v1::Path& path : paths.paths()) {
    for (const v1::Edge& edge : path.edges()) {
      if (seen.insert(edge.SerializeAsString()).second) builder.AddEdge(edge);
    }
  }
  return builder.Take();
}

Diagram ToDiagram(const v1::GetFlowsResponse& flows, v1::TimelineBucket bucket) {
  const Names names(flows.entities());
  std::set<std::string> ends;
  for (const v1::Flow& flow : flows.flows()) {
    ends.insert(flow.from_entity_id());
    ends.insert(flow.to_entity_id());
  }
  DiagramBuilder builder;
  for (const v1::Entity& entity : flows.entities()) {
    if (ends.count(entity.id()) > 0) builder.AddNode(entity, false);
  }
  for (const v1::Flow& flow : flows.flows())
    builder.AddEdge(flow.from_entity_id(), flow.to_entity_id(), FlowWords(flow, bucket, names), true);
  return builder.Take();
}

}  // namespace annals
