#include "common/limits.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/entities/entity_parts.h"
#include "query/graph/neighborhood.h"
#include "query/service/answer_parts.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"

namespace annals::query {
namespace {

absl::StatusOr<NeighborhoodQuery> ToQuery(const v1::GetNeighborhoodRequest& request) {
  NeighborhoodQuery query;
  ANNALS_ASSIGN_OR_RETURN(query.selection.events, CheckFilter(request.filter(), request.as_of()));
  ANNALS_ASSIGN_OR_RETURN(query.selection.relation_types,
                          CheckEnums("relation_types", request.relation_types(), v1::RelationType_IsValid));
  ANNALS_ASSIGN_OR_RETURN(query.depth, CheckCount("depth", request.depth(), 1, limits::kMaxDepth));
  ANNALS_ASSIGN_OR_RETURN(
      query.max_edges, CheckSize("max_edges", request.max_edges(), limits::kDefaultEdges, limits::kMaxEdges));
  ANNALS_ASSIGN_OR_RETURN(query.max_fanout, CheckSize("max_fanout", request.max_fanout(),
                                                      limits::kDefaultFanout, limits::kMaxFanout));
  return query;
}

absl::Status Fill(const IndexView& view, const Neighborhood& found, v1::GetNeighborhoodResponse& response) {
  AnswerEntities entities(view);
  for (const NeighborhoodNode& node : found.nodes) {
    v1::NeighborhoodNode& out = *response.add_nodes();
    *out.mutable_entity() = node.entity->entity.ToProto();
    out.set_distance(node.distance);
    out.set_degree(node.entity->edge_count);
    entities.Know(*node.entity);
  }
  ANNALS_ASSIGN_OR_RETURN(const std::vector<StoredEvent> events, EventsBehind(view, found.edges));
  const EventsByRef by_ref = ByRef(events);
  for (const GraphEdge& edge : found.edges) *response.add_edges() = ToEdge(edge, by_ref, entities);
  return absl::OkStatus();
}

}  // namespace

absl::Status Check(const v1::GetNeighborhoodRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckName("entity", request.entity()));
  ANNALS_RETURN_IF_ERROR(ToQuery(request).status());
  return CheckAsOf(request.as_of());
}

absl::Status Read(ReadContext& context, const v1::GetNeighborhoodRequest& request,
                  v1::GetNeighborhoodResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const NeighborhoodQuery query, ToQuery(request));
  ANNALS_ASSIGN_OR_RETURN(const EntityRecord entity, LookUpEntity(context.view, request.entity()));
  WholeAndParts centre{{entity}};
  if (!request.exclude_parts()) {
    ANNALS_ASSIGN_OR_RETURN(centre,
                            ReadParts(context.view, entity, context.budget, query.selection.events.true_on));
  }
  ANNALS_ASSIGN_OR_RETURN(const Neighborhood found,
                          ReadNeighborhood(context.view, centre.entities, query, context.budget));
  *response.mutable_entity() = entity.entity.ToProto();
  response.set_truncated(found.truncated || centre.truncated);
  return Fill(context.view, found, response);
}

}  // namespace annals::query
