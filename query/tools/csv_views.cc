#include "query/tools/csv_views.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/markup/quoting.h"
#include "query/tools/names.h"
#include "query/tools/tenure_view.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

template <typename Values>
std::string Joined(const Values& values) {
  return absl::StrJoin(values, ";");
}

const char* Truth(bool value) { return value ? "true" : "false"; }

std::string EventLine(const v1::EventRow& row, const Names& names) {
  const v1::Event& event = row.event();
  return CsvLine({event.id(), TypeWord(event.type()), StatusWord(event.status()),
                  CertaintyWord(event.certainty()), event.attribution(), event.time().start(),
                  event.time().end(), WhoWords(event, names), WhatWords(event, names), row.via_entity_id(),
                  Joined(row.article_ids())});
}

std::string EdgeLine(const v1::Edge& edge, const Names& names) {
  const bool relation = edge.has_relation_type();
  return CsvLine({edge.from_entity_id(), names.Of(edge.from_entity_id()), edge.to_entity_id(),
                  names.Of(edge.to_entity_id()), EdgeKind(edge), relation ? "" : RoleWord(edge.from_role()),
                  relation ? "" : RoleWord(edge.to_role()), edge.time().start(), edge.time().end(),
                  relation ? "" : StatusWord(edge.status()), relation ? "" : CertaintyWord(edge.certainty()),
                  edge.title(), relation ? Truth(edge.former()) : "", edge.event_id(),
                  Joined(edge.article_ids())});
}

}  // namespace

std::string RenderTimelineCsv(const v1::GetTimelineResponse& timeline) {
  Names names(timeline.entities());
  names.Add(timeline.entity());
  std::string text = CsvLine({"event_id", "type", "status", "certainty", "attribution", "start", "end", "who",
                              "what", "via_entity_id", "article_ids"});
  for (const v1::EventRow& row : timeline.events()) text += EventLine(row, names);
  return text;
}

std::string RenderGraphCsv(const v1::GetNeighborhoodResponse& graph) {
  Names names;
  for (const v1::NeighborhoodNode& node : graph.nodes()) names.Add(node.entity());
  std::string text =
      CsvLine({"from_id", "from_name", "to_id", "to_name", "kind", "from_role", "to_role", "start", "end",
               "status", "certainty", "title", "former", "event_id", "article_ids"});
  for (const v1::Edge& edge : graph.edges()) text += EdgeLine(edge, names);
  return text;
}

std::string RenderFlowsCsv(const v1::GetFlowsResponse& flows) {
  const Names names(flows.entities());
  std::string text = CsvLine({"from_id", "from_name", "to_id", "to_name", "period_start", "people",
                              "person_ids", "person_names", "event_ids"});
  for (const v1::Flow& flow : flows.flows()) {
    std::vector<std::string> people;
    for (const std::string& id : flow.person_ids()) people.push_back(names.Of(id));
    text += CsvLine({flow.from_entity_id(), names.Of(flow.from_entity_id()), flow.to_entity_id(),
                     names.Of(flow.to_entity_id()), flow.period_start(), absl::StrCat(flow.person_ids_size()),
                     Joined(flow.person_ids()), Joined(people), Joined(flow.event_ids())});
  }
  return text;
}

std::string RenderTenuresCsv(const v1::GetTenuresResponse& tenures) {
  const Names names(tenures.entities());
  std::string text = CsvLine({"person_id", "person_name", "organization_id", "organization_name", "title",
                              "start_first", "start_last", "end_first", "end_last", "ended", "presence",
                              "start_event_ids", "end_event_ids", "article_ids"});
  for (const v1::Tenure& tenure : tenures.tenures()) {
    text += CsvLine({tenure.person_id(), names.Of(tenure.person_id()), tenure.organization_id(),
                     names.Of(tenure.organization_id()), tenure.title(), tenure.start().start(),
                     tenure.start().end(), tenure.end().start(), tenure.end().end(), Truth(tenure.ended()),
                     PresenceWord(tenure.presence()), Joined(tenure.start_event_ids()),
                     Joined(tenure.end_event_ids()), Joined(tenure.article_ids())});
  }
  return text;
}

}  // namespace annals
