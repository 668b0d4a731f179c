#include "query/graph/link_graph.h"

#include <algorithm>

namespace annals::query {

LinkGraph::Node LinkGraph::Add(EntityNumber entity) {
  const auto [at, added] = nodes_.try_emplace(entity, static_cast<Node>(entities_.size()));
  if (added) {
    entities_.push_back(entity);
    neighbours_.emplace_back();
  }
  return at->second;
}

void LinkGraph::Add(EntityNumber self, const EventPosition& position, const EventMarks& header,
                    const HeaderEdge& edge) {
  Put(edge.other, {self, edge, position, header});
}

void LinkGraph::Add(StoredRelation relation) {
  const EntityNumber self = relation.relation.entity;
  const EntityNumber other = relation.relation.other;
  relations_.push_back(std::move(relation));
  Put(other, {.self = self, .relation = static_cast<int32_t>(relations_.size() - 1)});
}

void LinkGraph::Put(EntityNumber other, Seen seen) {
  if (other == seen.self) return;
  const Node from = Add(seen.self);
  const Node to = Add(other);
  const auto [at, added] = links_.try_emplace(std::minmax(from, to), static_cast<Link>(seen_.size()));
  if (!added) {
    Seen& known = seen_[at->second];
    if (Newer(seen, known)) known = std::move(seen);
    return;
  }
  seen_.push_back(std::move(seen));
  neighbours_[from].push_back({to, at->second});
  neighbours_[to].push_back({from, at->second});
}

bool LinkGraph::Newer(const Seen& a, const Seen& b) const {
  const DayNumber a_day = DayOf(a);
  const DayNumber b_day = DayOf(b);
  if (a_day != kUndatedDay && b_day != kUndatedDay && a_day != b_day) return a_day > b_day;
  return NewerEdge(EdgeOf(a), EdgeOf(b));
}

DayNumber LinkGraph::DayOf(const Seen& seen) const {
  if (seen.relation < 0) return seen.position.day;
  const std::optional<DaySpan> span = SpanOf(relations_[seen.relation].time);
  return span ? span->first : kUndatedDay;
}

DayNumber LinkGraph::Recency(Link link) const {
  const DayNumber day = DayOf(seen_[link]);
  return day == kUndatedDay ? -1 : day;
}

GraphEdge LinkGraph::EdgeOf(Link link) const { return EdgeOf(seen_[link]); }

GraphEdge LinkGraph::EdgeOf(const Seen& seen) const {
  if (seen.relation >= 0) return EdgeOfRelation(relations_[seen.relation]);
  return EdgeOfEvent(seen.self, seen.position, seen.header, seen.edge);
}

}  // namespace annals::query
