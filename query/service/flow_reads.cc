#include "common/limits.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/flows/flows.h"
#include "query/service/answer_parts.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"

namespace annals::query {
namespace {

absl::StatusOr<FlowQuery> ToQuery(const v1::GetFlowsRequest& request) {
  FlowQuery query{.max_ids = limits::kFlowIds};
  EventSelection& selection = query.selection;
  ANNALS_ASSIGN_OR_RETURN(const CheckedWindow window, CheckWindow("time", request.time()));
  selection.first_day = window.first;
  selection.last_day = window.last;
  ANNALS_ASSIGN_OR_RETURN(selection.statuses,
                          CheckEnums("statuses", request.statuses(), v1::EventStatus_IsValid));
  if (selection.statuses.none()) selection.statuses.set(v1::EVENT_STATUS_OCCURRED);
  ANNALS_RETURN_IF_ERROR(CheckEnum("min_certainty", request.min_certainty(), v1::Certainty_IsValid));
  selection.min_certainty = request.min_certainty();
  selection.true_on = ParseDayNumber(request.as_of().day());
  ANNALS_RETURN_IF_ERROR(CheckEnum("bucket", request.bucket(), v1::TimelineBucket_IsValid));
  query.width = BucketWidthOf(request.bucket());
  ANNALS_ASSIGN_OR_RETURN(
      query.max_flows, CheckSize("max_flows", request.max_flows(), limits::kDefaultFlows, limits::kMaxFlows));
  return query;
}

std::string PeriodStart(const Flow& flow, const FlowQuery& query) {
  if (flow.period) return *flow.period == kUndatedDay ? "" : FormatDayNumber(*flow.period);
  return query.selection.first_day ? FormatDayNumber(*query.selection.first_day) : "";
}

}  // namespace

absl::Status Check(const v1::GetFlowsRequest& request) {
  if (!request.entity().empty()) ANNALS_RETURN_IF_ERROR(CheckName("entity", request.entity()));
  ANNALS_RETURN_IF_ERROR(ToQuery(request).status());
  return CheckAsOf(request.as_of());
}

absl::Status Read(ReadContext& context, const v1::GetFlowsRequest& request, v1::GetFlowsResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(FlowQuery query, ToQuery(request));
  if (!request.entity().empty()) {
    ANNALS_ASSIGN_OR_RETURN(query.organization, LookUpEntity(context.view, request.entity()));
  }
  ANNALS_ASSIGN_OR_RETURN(const Flows found, ReadFlows(context.view, query, context.budget));
  AnswerEntities entities(context.view);
  for (const Flow& flow : found.flows) {
    entities.Note(flow.from);
    entities.Note(flow.to);
    for (EntityNumber person : flow.people) entities.Note(person);
  }
  ANNALS_RETURN_IF_ERROR(entities.Read());
  for (const Flow& flow : found.flows) {
    v1::Flow& out = *response.add_flows();
    out.set_from_entity_id(entities.IdOf(flow.from));
    out.set_to_entity_id(entities.IdOf(flow.to));
    out.set_period_start(PeriodStart(flow, query));
    for (EntityNumber person : flow.people) out.add_person_ids(entities.IdOf(person));
    for (const std::string& id : flow.event_ids) out.add_event_ids(id);
  }
  entities.AppendTo(*response.mutable_entities());
  response.set_truncated(found.truncated);
  return absl::OkStatus();
}

}  // namespace annals::query
