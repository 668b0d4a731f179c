#include "query/graph/graph_edge.h"

#include <utility>

#include "query/events/event_shape.h"

namespace annals::query {

std::tuple<EntityNumber, EntityNumber, ReportRef, int, std::string> GraphEdge::Identity() const {
  if (relation) return {from, to, {}, relation->relation.type, relation->relation.title};
  return {from, to, event.event, 0, ""};
}

GraphEdge EdgeOfEvent(EntityNumber self, const EventPosition& position, const EventMarks& header,
                      const HeaderEdge& edge) {
  GraphEdge made{.from = self, .to = edge.other, .day = position.day, .event = position, .header = header};
  made.from_role = edge.own_role;
  made.to_role = edge.other_role;
  const auto own = std::make_pair(RoleRank(header.type, edge.own_role), self);
  const auto other = std::make_pair(RoleRank(header.type, edge.other_role), edge.other);
  if (other < own) {
    std::swap(made.from, made.to);
    std::swap(made.from_role, made.to_role);
  }
  return made;
}

GraphEdge EdgeOfRelation(StoredRelation relation) {
  const bool out = relation.relation.way == RelationWay::kOut;
  GraphEdge made{.from = out ? relation.relation.entity : relation.relation.other,
                 .to = out ? relation.relation.other : relation.relation.entity};
  if (const std::optional<DaySpan> span = SpanOf(relation.time)) made.day = span->first;
  made.relation = std::make_shared<const StoredRelation>(std::move(relation));
  return made;
}

bool NewerEdge(const GraphEdge& a, const GraphEdge& b) {
  const bool a_dated = a.day != kUndatedDay;
  const bool b_dated = b.day != kUndatedDay;
  if (a_dated != b_dated) return a_dated;
  if (a.day != b.day) return a.day > b.day;
  if (!a.relation && !b.relation)
    return std::tie(a.from, a.to, a.event.event) < std::tie(b.from, b.to, b.event.event);
  return a.Identity() < b.Identity();
}

}  // namespace annals::query
