#include "query/tools/timeline_view.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/tools/names.h"
#include "query/tools/text_table.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

std::string What(const v1::EventRow& row, const Names& names) {
  const std::string what = WhatWords(row.event(), names);
  if (row.via_entity_id().empty()) return what;
  return absl::StrCat(what, what.empty() ? "" : " ", "(via ", names.Of(row.via_entity_id()), ")");
}

std::string Certainty(const v1::Event& event) {
  const std::string word = CertaintyWord(event.certainty());
  return event.attribution().empty() ? word : absl::StrCat(word, ": ", event.attribution());
}

std::string Source(const v1::EventRow& row, const ReportsByEvent& reports) {
  const auto found = reports.find(row.event().id());
  if (found == reports.end() || found->second.empty()) return absl::StrJoin(row.article_ids(), ", ");
  const v1::EventReport& first = found->second.front();
  const size_t others = found->second.size() - 1;
  return absl::StrCat(first.source().empty() ? first.article_id() : first.source(), " ",
                      first.published_at().substr(0, 10), others > 0 ? absl::StrCat(" +", others) : "");
}

}  // namespace

std::string RenderTimeline(const v1::GetTimelineResponse& timeline, const ReportsByEvent& reports) {
  Names names;
  names.Add(timeline.entity());
  names.AddAll(timeline.entities());
  std::vector<std::vector<std::string>> rows;
  for (const v1::EventRow& row : timeline.events()) {
    const v1::Event& event = row.event();
    rows.push_back({TimeWords(event.time()), TypeWord(event.type()), WhoWords(event, names), What(row, names),
                    StatusWord(event.status()), Certainty(event), Source(row, reports)});
  }
  std::string text = absl::StrCat(timeline.entity().name(), " (", TypeWord(timeline.entity().type()),
                                  "): ", rows.size(), rows.size() == 1 ? " event" : " events", "\n");
  if (!rows.empty()) {
    text += "\n" + RenderTable({"date", "type", "who", "what", "status", "certainty", "source"}, rows);
  }
  if (timeline.truncated()) text += "… and more than can be shown\n";
  return text;
}

}  // namespace annals
