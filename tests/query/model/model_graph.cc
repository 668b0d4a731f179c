#include "tests/query/model/model_graph.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "query/events/event_shape.h"

namespace annals::query {
namespace {

struct End {
  std::string id;
  v1::Role role = v1::ROLE_UNSPECIFIED;
};

// Subject first.
std::vector<v1::Role> ByRank(v1::EventType type, const std::set<v1::Role>& roles) {
  std::vector<v1::Role> order(roles.begin(), roles.end());
  std::stable_sort(order.begin(), order.end(),
                   [&](v1::Role a, v1::Role b) { return RoleRank(type, a) < RoleRank(type, b); });
  return order;
}

// By the first roles of the two that differ; partners may be the same. Empty where there is no such pair.
std::optional<std::pair<End, End>> EndsBetween(v1::EventType type, const std::string& self,
                                               const std::set<v1::Role>& own, const std::string& other,
                                               const std::set<v1::Role>& others) {
  for (v1::Role a : ByRank(type, own)) {
    for (v1::Role b : ByRank(type, others)) {
      if (a == b && type != v1::EVENT_TYPE_PARTNER) continue;
      const std::pair<End, End> ends{{self, a}, {other, b}};
      return RoleRank(type, b) < RoleRank(type, a) ? std::pair<End, End>{ends.second, ends.first} : ends;
    }
  }
  return std::nullopt;
}

v1::Edge EdgeOf(const ModelEvent& event, const std::pair<End, End>& ends) {
  v1::Edge edge;
  edge.set_from_entity_id(ends.first.id);
  edge.set_from_role(ends.first.role);
  edge.set_to_entity_id(ends.second.id);
  edge.set_to_role(ends.second.role);
  edge.set_event_type(event.event.type());
  edge.set_event_id(event.event.id());
  if (event.event.has_time()) *edge.mutable_time() = event.event.time();
  edge.set_status(event.event.status());
  edge.set_certainty(event.event.certainty());
  for (const std::string& id : event.article_ids()) edge.add_article_ids(id);
  return InOrderOfId(std::move(edge));
}

v1::Edge EdgeOf(const ModelRelation& relation) {
  v1::Edge edge;
  edge.set_from_entity_id(relation.from);
  edge.set_to_entity_id(relation.to);
  edge.set_relation_type(relation.type);
  edge.set_title(relation.title);
  edge.set_former(relation.latest().former());
  if (relation.latest().time().ByteSizeLong() > 0) *edge.mutable_time() = relation.latest().time();
  for (const ModelStatement& statement : relation.statements) edge.add_article_ids(statement.article_id);
  return edge;
}

bool Counts(const ModelRelation& relation, const ModelEdgeSelection& selection) {
  const auto& types = selection.relation_types;
  if (!types.empty() && std::find(types.begin(), types.end(), relation.type) == types.end()) return false;
  return !selection.events.true_on || HeldOn(relation, *selection.events.true_on);
}

// An edge counts where either end plays one of the roles asked for.
bool PlaysOne(const v1::Edge& edge, const google::protobuf::RepeatedField<int>& roles) {
  const auto plays = [&](v1::Role role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  return roles.empty() || plays(edge.from_role()) || plays(edge.to_role());
}

bool Counts(const ModelMoment& moment, const ModelEvent& event, const std::string& entity,
            const ModelEdgeSelection& selection) {
  const auto participants = event.participants();
  if (!participants.contains(entity) || !selection.events.Accepts(event, nullptr)) return false;
  const auto& family = selection.family;
  const auto member = std::find(family.begin(), family.end(), entity);
  return member == family.end() || CountsForWhole(moment, family, member - family.begin(), event);
}

}  // namespace

v1::Edge InOrderOfId(v1::Edge edge) {
  const bool equals = edge.event_type() == v1::EVENT_TYPE_PARTNER && edge.has_event_type();
  if (!equals || edge.from_entity_id() < edge.to_entity_id()) return edge;
  edge.mutable_from_entity_id()->swap(*edge.mutable_to_entity_id());
  const v1::Role role = edge.from_role();
  edge.set_from_role(edge.to_role());
  edge.set_to_role(role);
  return edge;
}

std::vector<v1::Edge> EventEdges(const ModelEvent& event, const std::string& entity) {
  std::vector<v1::Edge> edges;
  const auto participants = event.participants();
  for (const auto& [other, roles] : participants) {
    if (other == entity) continue;
    const auto ends = EndsBetween(event.event.type(), entity, participants.at(entity), other, roles);
    if (ends) edges.push_back(EdgeOf(event, *ends));
  }
  return edges;
}

std::vector<v1::Edge> EdgesSeenFrom(const ModelMoment& moment, const std::string& entity,
                                    const ModelEdgeSelection& selection) {
  std::vector<v1::Edge> edges;
  for (const ModelEvent& event : moment.events()) {
    if (!Counts(moment, event, entity, selection)) continue;
    for (v1::Edge& edge : EventEdges(event, entity)) {
      if (PlaysOne(edge, selection.events.filter.roles())) edges.push_back(std::move(edge));
    }
  }
  for (const ModelRelation& relation : moment.relations()) {
    if ((relation.from == entity || relation.to == entity) && Counts(relation, selection))
      edges.push_back(EdgeOf(relation));
  }
  return edges;
}

size_t DegreeOf(const ModelMoment& moment, const std::string& entity) {
  return EdgesSeenFrom(moment, entity, {}).size();
}

ModelNeighborhood NeighborhoodOf(const ModelMoment& moment, const std::string& entity,
                                 const v1::GetNeighborhoodRequest& request) {
  ModelEdgeSelection selection{.events = {request.filter(), ParseDayNumber(request.as_of().day())},
                               .relation_types = request.relation_types(),
                               .family = {entity}};
  if (!request.exclude_parts()) selection.family = WithParts(moment, entity, selection.events.true_on);
  ModelNeighborhood found;
  std::set<std::string> seen;
  std::vector<std::string> level = selection.family;
  for (const std::string& id : level) found.distances[id] = 0;
  for (int distance = 1; distance <= std::max(1, request.depth()); ++distance) {
    std::vector<std::string> next;
    for (const std::string& id : level) {
      for (v1::Edge& edge : EdgesSeenFrom(moment, id, selection)) {
        if (!seen.insert(edge.SerializeAsString()).second) continue;
        const std::string& other = edge.from_entity_id() == id ? edge.to_entity_id() : edge.from_entity_id();
        if (found.distances.emplace(other, distance).second) next.push_back(other);
        found.edges.push_back(std::move(edge));
      }
    }
    level = std::move(next);
  }
  return found;
}

}  // namespace annals::query
