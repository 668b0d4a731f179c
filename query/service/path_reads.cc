#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/graph/paths.h"
#include "query/service/answer_parts.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"

namespace annals::query {
namespace {

absl::StatusOr<PathQuery> ToQuery(const v1::FindPathsRequest& request) {
  PathQuery query;
  ANNALS_ASSIGN_OR_RETURN(query.selection.events, CheckFilter(request.filter(), request.as_of()));
  ANNALS_ASSIGN_OR_RETURN(query.selection.relation_types,
                          CheckEnums("relation_types", request.relation_types(), v1::RelationType_IsValid));
  ANNALS_ASSIGN_OR_RETURN(query.max_hops,
                          CheckCount("max_hops", request.max_hops(), kMaxPathHops, kMaxPathHops));
  ANNALS_ASSIGN_OR_RETURN(query.max_paths, CheckCount("max_paths", request.max_paths(), limits::kDefaultPaths,
                                                      limits::kMaxPaths));
  ANNALS_ASSIGN_OR_RETURN(query.max_fanout, CheckSize("max_fanout", request.max_fanout(),
                                                      limits::kDefaultPathFanout, limits::kMaxPathFanout));
  ANNALS_RETURN_IF_ERROR(CheckEnum("order", request.order(), v1::PathOrder_IsValid));
  const bool recent = request.order() == v1::PATH_ORDER_MOST_RECENT;
  query.order = recent ? PathOrder::kMostRecent : PathOrder::kFewestHops;
  return query;
}

absl::Status Fill(const IndexView& view, const FoundPaths& found, v1::FindPathsResponse& response) {
  AnswerEntities entities(view);
  std::vector<GraphEdge> all;
  for (const std::vector<GraphEdge>& path : found.paths) {
    for (const GraphEdge& edge : path) {
      entities.Note(edge.from);
      entities.Note(edge.to);
      all.push_back(edge);
    }
  }
  ANNALS_RETURN_IF_ERROR(entities.Read());
  ANNALS_ASSIGN_OR_RETURN(const std::vector<StoredEvent> events, EventsBehind(view, all));
  const EventsByRef by_ref = ByRef(events);
  for (const std::vector<GraphEdge>& path : found.paths) {
    v1::Path& out = *response.add_paths();
    for (const GraphEdge& edge : path) *out.add_edges() = ToEdge(edge, by_ref, entities);
  }
  entities.AppendTo(*response.mutable_entities());
  response.set_truncated(found.truncated);
  return absl::OkStatus();
}

}  // namespace

absl::Status Check(const v1::FindPathsRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckName("from_entity", request.from_entity()));
  ANNALS_RETURN_IF_ERROR(CheckName("to_entity", request.to_entity()));
  ANNALS_RETURN_IF_ERROR(ToQuery(request).status());
  return CheckAsOf(request.as_of());
}

absl::Status Read(ReadContext& context, const v1::FindPathsRequest& request,
                  v1::FindPathsResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const PathQuery query, ToQuery(request));
  ANNALS_ASSIGN_OR_RETURN(const EntityRecord from, LookUpEntity(context.view, request.from_entity()));
  ANNALS_ASSIGN_OR_RETURN(const EntityRecord to, LookUpEntity(context.view, request.to_entity()));
  if (from.number == to.number) return InvalidField("to_entity", "means the same entity as from_entity");
  ANNALS_ASSIGN_OR_RETURN(const FoundPaths found, FindPaths(context.view, from, to, query, context.budget));
  return Fill(context.view, found, response);
}

}  // namespace annals::query
