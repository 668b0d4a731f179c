#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/service/answer_parts.h"
#include "query/service/page_cursor.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"
#include "query/tenures/tenures.h"

namespace annals::query {
namespace {

absl::StatusOr<TenureQuery> ToQuery(const v1::GetTenuresRequest& request) {
  TenureQuery query;
  ANNALS_ASSIGN_OR_RETURN(const CheckedWindow window, CheckWindow("time", request.time()));
  query.window = {window.first.value_or(kLongAgo), window.last.value_or(kNotYet)};
  ANNALS_ASSIGN_OR_RETURN(query.page_size, CheckSize("page_size", request.page_size(),
                                                     limits::kDefaultTenures, limits::kMaxTenures));
  query.true_on = ParseDayNumber(request.as_of().day());
  return query;
}

v1::Presence ToPresence(Presence presence) {
  switch (presence) {
    case Presence::kDefinitely:
      return v1::PRESENCE_DEFINITELY;
    case Presence::kPossibly:
      return v1::PRESENCE_POSSIBLY;
    default:
      return v1::PRESENCE_UNSPECIFIED;
  }
}

void Fill(const Tenure& tenure, const AnswerEntities& entities, v1::Tenure& out) {
  out.set_person_id(entities.IdOf(tenure.position.person));
  out.set_organization_id(entities.IdOf(tenure.position.organization));
  out.set_title(tenure.title);
  if (tenure.start.ByteSizeLong() > 0) *out.mutable_start() = tenure.start;
  if (tenure.end.ByteSizeLong() > 0) *out.mutable_end() = tenure.end;
  out.set_ended(tenure.stint.ended);
  out.set_presence(ToPresence(tenure.presence));
  for (const std::string& id : tenure.event_ids) out.add_event_ids(id);
  for (const std::string& id : tenure.start_event_ids) out.add_start_event_ids(id);
  for (const std::string& id : tenure.end_event_ids) out.add_end_event_ids(id);
  for (const std::string& id : tenure.article_ids) out.add_article_ids(id);
}

absl::StatusOr<EntityRecord> EntityOf(const IndexView& view, const std::string& name,
                                      const std::optional<TenureCursor>& cursor) {
  if (!cursor) return LookUpEntity(view, name);
  ANNALS_ASSIGN_OR_RETURN(std::optional<EntityRecord> entity, view.ReadEntity(cursor->entity));
  if (!entity) return EntityNotFound(name);
  return *std::move(entity);
}

}  // namespace

absl::Status Check(const v1::GetTenuresRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckName("entity", request.entity()));
  ANNALS_RETURN_IF_ERROR(ToQuery(request).status());
  return CheckAsOf(request.as_of());
}

absl::Status Read(ReadContext& context, const v1::GetTenuresRequest& request,
                  v1::GetTenuresResponse& response) {
  const std::string key = RequestKey(request);
  ANNALS_ASSIGN_OR_RETURN(const auto cursor, DecodeTenureCursor(context.tokens, key, request.page_token()));
  ANNALS_ASSIGN_OR_RETURN(const EntityRecord entity, EntityOf(context.view, request.entity(), cursor));
  ANNALS_ASSIGN_OR_RETURN(TenureQuery query, ToQuery(request));
  if (cursor) query.after = cursor->after;
  ANNALS_ASSIGN_OR_RETURN(const TenurePage page, ReadTenures(context.view, entity, query, context.budget));
  AnswerEntities entities(context.view);
  entities.Know(entity);
  for (const Tenure& tenure : page.tenures) {
    entities.Note(tenure.position.person);
    entities.Note(tenure.position.organization);
  }
  ANNALS_RETURN_IF_ERROR(entities.Read());
  for (const Tenure& tenure : page.tenures) Fill(tenure, entities, *response.add_tenures());
  entities.AppendTo(*response.mutable_entities());
  response.set_truncated(page.truncated);
  if (page.next) {
    const uint64_t revision = cursor ? cursor->revision : context.view.revision();
    response.set_next_page_token(
        EncodeCursor(context.tokens, key, TenureCursor{revision, entity.number, *page.next}));
  }
  return absl::OkStatus();
}

}  // namespace annals::query
