#include <algorithm>

#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/entities/entity_search.h"
#include "query/index/event_scan.h"
#include "query/service/answer_parts.h"
#include "query/service/entity_identity.h"
#include "query/service/page_cursor.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"
#include "query/timeline/event_selection.h"

namespace annals::query {
namespace {

absl::Status AddRelations(const IndexView& view, const EntityRecord& entity, std::optional<DayNumber> true_on,
                          v1::GetEntityResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(std::vector<StoredRelation> relations,
                          view.ReadRelations(entity.number, std::nullopt, limits::kEntityRelations, true_on));
  AnswerEntities related(view);
  std::vector<GraphEdge> edges;
  for (StoredRelation& relation : relations) {
    related.Note(relation.relation.other);
    edges.push_back(EdgeOfRelation(std::move(relation)));
  }
  ANNALS_RETURN_IF_ERROR(related.Read());
  related.AppendTo(*response.mutable_related());
  related.Know(entity);
  std::sort(edges.begin(), edges.end(), NewerEdge);
  for (const GraphEdge& edge : edges) *response.add_relations() = ToEdge(edge, {}, related);
  return absl::OkStatus();
}

// The record counts the present ones.
absl::StatusOr<uint64_t> CountEvents(ReadContext& context, const EntityRecord& entity,
                                     std::optional<DayNumber> true_on) {
  if (context.view.past().present() && !true_on) return entity.event_count;
  const EventSelection selection{.true_on = true_on};
  uint64_t count = 0;
  EventScan scan(context.view, std::vector<EntityRecord>{entity}, ScanRange(), context.budget);
  while (scan.Next()) count += selection.Accepts(scan.position(), scan.header()) ? 1 : 0;
  ANNALS_RETURN_IF_ERROR(scan.status());
  return count;
}

}  // namespace

absl::Status Check(const v1::GetEntityRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckName("entity", request.entity()));
  return CheckAsOf(request.as_of());
}

absl::Status Read(ReadContext& context, const v1::GetEntityRequest& request,
                  v1::GetEntityResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const EntityRecord entity, LookUpEntity(context.view, request.entity()));
  *response.mutable_entity() = entity.entity.ToProto();
  ANNALS_ASSIGN_OR_RETURN(const auto true_on, CheckTrueOn(request.as_of()));
  ANNALS_ASSIGN_OR_RETURN(const uint64_t events, CountEvents(context, entity, true_on));
  response.set_event_count(events);
  ANNALS_RETURN_IF_ERROR(AddIdentity(context.view, entity.number, response));
  return AddRelations(context.view, entity, true_on, response);
}

absl::Status Check(const v1::SearchEntitiesRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckName("query", request.query()));
  ANNALS_RETURN_IF_ERROR(CheckEnums("types", request.types(), v1::EntityType_IsValid).status());
  return CheckSize("page_size", request.page_size(), 1, 1).status();
}

absl::Status Read(ReadContext& context, const v1::SearchEntitiesRequest& request,
                  v1::SearchEntitiesResponse& response) {
  const std::string key = RequestKey(request);
  ANNALS_ASSIGN_OR_RETURN(const auto cursor, DecodeSearchCursor(context.tokens, key, request.page_token()));
  SearchQuery query{.text = request.query()};
  for (int type : request.types()) query.types.push_back(static_cast<v1::EntityType>(type));
  if (cursor) query.after = cursor->after;
  ANNALS_ASSIGN_OR_RETURN(query.page_size, CheckSize("page_size", request.page_size(),
                                                     limits::kDefaultEntityPage, limits::kMaxEntityPage));
  ANNALS_ASSIGN_OR_RETURN(const SearchPage page, SearchEntities(context.view, query, context.budget));
  for (const EntityRecord& entity : page.entities) *response.add_entities() = entity.entity.ToProto();
  if (page.next) {
    const uint64_t revision = cursor ? cursor->revision : context.view.revision();
    response.set_next_page_token(EncodeCursor(context.tokens, key, SearchCursor{revision, *page.next}));
  }
  return absl::OkStatus();
}

}  // namespace annals::query
