#include "query/graph/neighborhood.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "common/status_macros.h"
#include "query/index/event_scan.h"
#include "query/timeline/part_filter.h"
#include "query/timeline/timeline.h"

namespace annals::query {
namespace {

// One walk.
class Walk {
 public:
  Walk(const IndexView& view, const std::vector<EntityRecord>& centre, const NeighborhoodQuery& query,
       WorkBudget& budget)
      : view_(view),
        centre_(centre),
        parts_(centre),
        query_(query),
        either_role_(query.selection.events),
        budget_(budget) {
    either_role_.roles.reset();
  }

  absl::StatusOr<Neighborhood> Run() {
    std::vector<SharedEntity> level;
    for (const EntityRecord& entity : centre_) {
      distances_.emplace(entity.number, 0);
      level.push_back(std::make_shared<const EntityRecord>(entity));
    }
    for (int distance = 0; !level.empty(); ++distance) {
      for (const SharedEntity& entity : level) result_.nodes.push_back({entity->number, distance, entity});
      ANNALS_ASSIGN_OR_RETURN(const std::vector<EntityNumber> reached, Expand(level, distance + 1));
      if (distance + 1 == query_.depth || ended_) {
        for (EntityNumber entity : reached) result_.nodes.push_back({entity, distance + 1});
        break;
      }
      ANNALS_ASSIGN_OR_RETURN(level, view_.ShareEntities(reached));
    }
    SortEdges();
    return std::move(result_);
  }

 private:
  // The entities of the next level.
  absl::StatusOr<std::vector<EntityNumber>> Expand(const std::vector<SharedEntity>& level, int distance) {
    std::vector<EntityNumber> reached;
    MakeRoom(level);
    for (size_t i = 0; i < level.size() && !ended_; ++i) {
      const EntityRecord& entity = *level[i];
      ANNALS_ASSIGN_OR_RETURN(std::vector<GraphEdge> edges, EdgesOf(entity));
      for (GraphEdge& edge : edges) {
        const EntityNumber other = edge.from == entity.number ? edge.to : edge.from;
        const auto [known, fresh] = distances_.try_emplace(other, distance);
        // Who is met first here, and from whom the walk does not go on, shows no edge again.
        const bool seen_once = fresh && distance == query_.depth;
        if (!seen_once && !IsNew(edge)) continue;
        if (result_.edges.size() == query_.max_edges) {
          if (fresh) distances_.erase(known);
          End();
          break;
        }
        if (fresh) reached.push_back(other);
        result_.edges.push_back(std::move(edge));
      }
    }
    return reached;
  }

  // A walk of a thousand edges would lay its tables out anew ten times.
  void MakeRoom(const std::vector<SharedEntity>& level) {
    size_t edges = 0;
    for (const SharedEntity& entity : level) edges += std::min<size_t>(entity->edge_count, query_.max_fanout);
    edges = std::min(edges, query_.max_edges - result_.edges.size());
    distances_.reserve(distances_.size() + edges);
    result_.edges.reserve(result_.edges.size() + edges);
  }

  // By place, for edges are large; and their days, which tell most of them apart, lie beside each other.
  void SortEdges() {
    std::vector<std::pair<DayNumber, GraphEdge*>> order;
    order.reserve(result_.edges.size());
    for (GraphEdge& edge : result_.edges) order.emplace_back(edge.day == kUndatedDay ? -1 : edge.day, &edge);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : NewerEdge(*a.second, *b.second);
    });
    std::vector<GraphEdge> sorted;
    sorted.reserve(order.size());
    for (const auto& [day, edge] : order) sorted.push_back(std::move(*edge));
    result_.edges = std::move(sorted);
  }

  // Each edge is seen from both its ends.
  bool IsNew(const GraphEdge& edge) {
    if (edge.relation) return relations_.insert(edge.Identity()).second;
    const ReportRef event = edge.event.event;
    return events_.emplace(edge.from, edge.to, event.article, event.ordinal).second;
  }

  // At most max_fanout, newest first, relations up to half of them unless events leave room.
  absl::StatusOr<std::vector<GraphEdge>> EdgesOf(const EntityRecord& entity) {
    ANNALS_ASSIGN_OR_RETURN(std::vector<GraphEdge> relations, RelationEdges(entity));
    const size_t reserved = std::min(relations.size(), query_.max_fanout / 2);
    ANNALS_ASSIGN_OR_RETURN(std::vector<GraphEdge> edges, EventEdges(entity, query_.max_fanout - reserved));
    const size_t room = query_.max_fanout - edges.size();
    if (relations.size() > room) {
      result_.truncated = true;
      relations.resize(room);
    }
    std::move(relations.begin(), relations.end(), std::back_inserter(edges));
    return edges;
  }

  absl::StatusOr<std::vector<GraphEdge>> RelationEdges(const EntityRecord& entity) {
    if (view_.HasNoRelations(entity)) return std::vector<GraphEdge>();
    ANNALS_ASSIGN_OR_RETURN(auto relations,
                            view_.ReadRelations(entity.number, std::nullopt, query_.max_fanout + 1,
                                                query_.selection.events.true_on));
    if (relations.size() > query_.max_fanout) result_.truncated = true;
    std::vector<GraphEdge> edges;
    for (StoredRelation& relation : relations) {
      if (!budget_.Spend()) {
        End();
        break;
      }
      if (!query_.selection.Accepts(relation)) continue;
      edges.push_back(EdgeOfRelation(std::move(relation)));
    }
    ANNALS_RETURN_IF_ERROR(budget_.status());
    std::sort(edges.begin(), edges.end(), NewerEdge);
    return edges;
  }

  absl::StatusOr<std::vector<GraphEdge>> EventEdges(const EntityRecord& entity, size_t limit) {
    std::vector<GraphEdge> edges;
    edges.reserve(std::min<size_t>(limit, entity.edge_count));
    EventScan scan(view_, entity, RangeOf(either_role_, ScanOrder::kNewestFirst, std::nullopt), budget_);
    while (scan.Next()) {
      if (!either_role_.Accepts(scan.position(), scan.header()) ||
          !parts_.Admits(entity.number, scan.header()))
        continue;
      for (const HeaderEdge& edge : scan.header().edges) {
        if (!query_.selection.AcceptsRoles(edge)) continue;
        if (edges.size() == limit) {
          result_.truncated = true;
          return edges;
        }
        edges.push_back(EdgeOfEvent(entity.number, scan.position(), scan.header(), edge));
      }
    }
    ANNALS_RETURN_IF_ERROR(scan.status());
    if (scan.truncated()) End();
    return edges;
  }

  // There is no room for more, or no work left.
  void End() {
    ended_ = true;
    result_.truncated = true;
  }

  const IndexView& view_;
  const std::vector<EntityRecord>& centre_;
  const PartFilter parts_;
  const NeighborhoodQuery& query_;
  EventSelection either_role_;  // AcceptsRoles asks for them
  WorkBudget& budget_;
  bool ended_ = false;
  Neighborhood result_;
  absl::flat_hash_map<EntityNumber, int> distances_;
  std::set<decltype(GraphEdge().Identity())> relations_;
  absl::flat_hash_set<std::tuple<EntityNumber, EntityNumber, uint64_t, uint64_t>> events_;
};

// Whoever is nobody at the view's past is left out.
absl::Status ReadNodes(const IndexView& view, std::vector<NeighborhoodNode>& nodes) {
  std::vector<EntityNumber> unread;
  for (const NeighborhoodNode& node : nodes) {
    if (node.entity == nullptr) unread.push_back(node.number);
  }
  ANNALS_ASSIGN_OR_RETURN(std::vector<SharedEntity> entities, view.ShareEntities(unread));
  auto next = entities.begin();
  for (NeighborhoodNode& node : nodes) {
    if (node.entity == nullptr && next != entities.end() && (*next)->number == node.number)
      node.entity = std::move(*next++);
  }
  std::erase_if(nodes, [](const NeighborhoodNode& node) { return node.entity == nullptr; });
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Neighborhood> WalkNeighborhood(const IndexView& view, const std::vector<EntityRecord>& centre,
                                              const NeighborhoodQuery& query, WorkBudget& budget) {
  return Walk(view, centre, query, budget).Run();
}

absl::StatusOr<Neighborhood> ReadNeighborhood(const IndexView& view, const std::vector<EntityRecord>& centre,
                                              const NeighborhoodQuery& query, WorkBudget& budget) {
  ANNALS_ASSIGN_OR_RETURN(Neighborhood found, WalkNeighborhood(view, centre, query, budget));
  ANNALS_RETURN_IF_ERROR(ReadNodes(view, found.nodes));
  return found;
}

}  // namespace annals::query
