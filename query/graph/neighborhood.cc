#include "query/graph/neighborhood.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
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
      : view_(view), centre_(centre), parts_(centre), query_(query), budget_(budget) {}

  absl::StatusOr<Neighborhood> Run() {
    std::vector<EntityRecord> level = centre_;
    for (const EntityRecord& entity : centre_) distances_.emplace(entity.number, 0);
    for (int distance = 0; !level.empty(); ++distance) {
      for (const EntityRecord& entity : level) result_.nodes.push_back({entity, distance});
      if (distance == query_.depth || ended_) break;
      ANNALS_ASSIGN_OR_RETURN(level, Expand(level, distance + 1));
    }
    std::sort(result_.edges.begin(), result_.edges.end(), NewerEdge);
    return std::move(result_);
  }

 private:
  // The entities of the next level.
  absl::StatusOr<std::vector<EntityRecord>> Expand(const std::vector<EntityRecord>& level, int distance) {
    std::vector<EntityNumber> reached;
    for (size_t i = 0; i < level.size() && !ended_; ++i) {
      const EntityRecord& entity = level[i];
      ANNALS_ASSIGN_OR_RETURN(const std::vector<GraphEdge> edges, EdgesOf(entity));
      for (const GraphEdge& edge : edges) {
        if (!seen_.insert(edge.Identity()).second) continue;
        if (result_.edges.size() == query_.max_edges) {
          End();
          break;
        }
        result_.edges.push_back(edge);
        const EntityNumber other = edge.from == entity.number ? edge.to : edge.from;
        if (distances_.emplace(other, distance).second) reached.push_back(other);
      }
    }
    return view_.ReadEntities(reached);
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
    EventScan scan(view_, std::vector<EntityRecord>{entity},
                   RangeOf(query_.selection.events, ScanOrder::kNewestFirst, std::nullopt), budget_);
    while (scan.Next()) {
      if (!query_.selection.events.Accepts(scan.position(), scan.header()) ||
          !parts_.Admits(entity.number, scan.header()))
        continue;
      for (const HeaderEdge& edge : scan.header().edges) {
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
  WorkBudget& budget_;
  bool ended_ = false;
  Neighborhood result_;
  absl::flat_hash_map<EntityNumber, int> distances_;
  std::set<decltype(GraphEdge().Identity())> seen_;
};

}  // namespace

absl::StatusOr<Neighborhood> ReadNeighborhood(const IndexView& view, const std::vector<EntityRecord>& centre,
                                              const NeighborhoodQuery& query, WorkBudget& budget) {
  return Walk(view, centre, query, budget).Run();
}

}  // namespace annals::query
