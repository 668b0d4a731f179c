#include "query/tools/graph_view.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

struct Neighbour {
  std::string id;
  std::vector<const v1::Edge*> edges;
};

// Draws the tree, depth first.
class GraphRenderer {
 public:
  explicit GraphRenderer(const v1::GetNeighborhoodResponse& graph) : graph_(graph) {
    for (const v1::NeighborhoodNode& node : graph.nodes()) nodes_[node.entity().id()] = &node;
  }

  std::string Render() {
    opened_.insert(graph_.entity().id());
    text_ = EntityTitle(graph_.entity()) + "\n";
    RenderNeighbours(graph_.entity().id(), "");
    if (graph_.truncated()) text_ += "… and more than can be shown\n";
    return std::move(text_);
  }

 private:
  void RenderNeighbours(const std::string& id, const std::string& indent) {
    const std::vector<Neighbour> neighbours = TakeNeighbours(id);
    for (size_t i = 0; i < neighbours.size(); ++i) {
      const bool last = i + 1 == neighbours.size();
      text_ += indent + (last ? "└─ " : "├─ ");
      RenderNeighbour(id, neighbours[i], indent + (last ? "   " : "│  "));
    }
  }

  void RenderNeighbour(const std::string& id, const Neighbour& neighbour, const std::string& indent) {
    const bool opens = Distance(neighbour.id) >= Distance(id) && opened_.insert(neighbour.id).second;
    absl::StrAppend(&text_, Title(neighbour.id), "\n");
    for (const v1::Edge* edge : neighbour.edges)
      absl::StrAppend(&text_, indent, "· ", EdgeWords(*edge), "\n");
    if (opens) RenderNeighbours(neighbour.id, indent);
  }

  // The edges of an entity that are not drawn yet, by their other end, in the order of the nodes; they count
  // as drawn.
  std::vector<Neighbour> TakeNeighbours(const std::string& id) {
    std::map<std::string, std::vector<const v1::Edge*>> by_end;
    for (const v1::Edge& edge : graph_.edges()) {
      if (edge.from_entity_id() != id && edge.to_entity_id() != id) continue;
      if (!drawn_.insert(&edge).second) continue;
      by_end[edge.from_entity_id() == id ? edge.to_entity_id() : edge.from_entity_id()].push_back(&edge);
    }
    std::vector<Neighbour> neighbours;
    for (const v1::NeighborhoodNode& node : graph_.nodes()) {
      const auto found = by_end.find(node.entity().id());
      if (found == by_end.end()) continue;
      SortByDay(found->second);
      neighbours.push_back({node.entity().id(), std::move(found->second)});
    }
    return neighbours;
  }

  // Relations first, then events by first day, undated ones last.
  static void SortByDay(std::vector<const v1::Edge*>& edges) {
    const auto key = [](const v1::Edge* edge) {
      return std::make_pair(edge->has_event_type(),
                            edge->time().start().empty() ? "~" : edge->time().start());
    };
    std::stable_sort(edges.begin(), edges.end(),
                     [&](const v1::Edge* a, const v1::Edge* b) { return key(a) < key(b); });
  }

  int Distance(const std::string& id) const {
    const auto found = nodes_.find(id);
    return found == nodes_.end() ? 0 : found->second->distance();
  }

  std::string Title(const std::string& id) const { return EntityTitle(nodes_.at(id)->entity()); }

  const v1::GetNeighborhoodResponse& graph_;
  std::map<std::string, const v1::NeighborhoodNode*> nodes_;
  std::set<std::string> opened_;
  std::set<const v1::Edge*> drawn_;
  std::string text_;
};

}  // namespace

std::string RenderGraph(const v1::GetNeighborhoodResponse& graph) { return GraphRenderer(graph).Render(); }

}  // namespace annals
