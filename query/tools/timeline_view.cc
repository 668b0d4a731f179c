#include "query/tools/timeline_view.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/tools/names.h"
#include "query/tools/text_table.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr size_t kSourcesShown = 2;

std::string What(const v1::EventRow& row, const Names& names) {
  const std::string what = WhatWords(row.event(), names);
  if (row.via_entity_id().empty()) return what;
  return absl::StrCat(what, what.empty() ? "" : " ", "(via ", names.Of(row.via_entity_id()), ")");
}

// What the reports say one after another, each change once: "rumored → confirmed". `last` is the event as it
// stands.
template <typename Say>
std::string History(const std::vector<v1::EventReport>& reports, const v1::Event& last, const Say& say) {
  std::vector<std::string> words;
  const auto add = [&](const v1::Event& event) {
    std::string word = say(event);
    if (words.empty() || words.back() != word) words.push_back(std::move(word));
  };
  for (const v1::EventReport& report : reports) add(report.event());
  add(last);
  return absl::StrJoin(words, " → ");
}

std::string Status(const v1::Event& event) { return StatusWord(event.status()); }

std::string Certainty(const v1::Event& event) {
  const std::string word = CertaintyWord(event.certainty());
  return event.attribution().empty() ? word : absl::StrCat(word, ": ", event.attribution());
}

// The first reports with their days, and how many more there are.
std::string Sources(const v1::EventRow& row, const std::vector<v1::EventReport>& reports) {
  if (reports.empty()) return absl::StrJoin(row.article_ids(), ", ");
  std::vector<std::string> sources;
  for (const v1::EventReport& report : reports) {
    if (sources.size() == kSourcesShown) break;
    sources.push_back(absl::StrCat(report.source().empty() ? report.article_id() : report.source(), " ",
                                   report.published_at().substr(0, 10)));
  }
  const size_t others = reports.size() - sources.size();
  return absl::StrCat(absl::StrJoin(sources, ", "), others > 0 ? absl::StrCat(" +", others) : "");
}

std::vector<std::string> Cells(const v1::EventRow& row, const std::vector<v1::EventReport>& reports,
                               const Names& names) {
  const v1::Event& event = row.event();
  return {TimeWords(event.time()), TypeWord(event.type()),          WhoWords(event, names),
          What(row, names),        History(reports, event, Status), History(reports, event, Certainty),
          Sources(row, reports)};
}

}  // namespace

std::string RenderTimeline(const v1::GetTimelineResponse& timeline, const ReportsByEvent& reports) {
  Names names;
  names.Add(timeline.entity());
  names.AddAll(timeline.entities());
  std::vector<std::vector<std::string>> rows;
  for (const v1::EventRow& row : timeline.events()) {
    const auto found = reports.find(row.event().id());
    rows.push_back(
        Cells(row, found == reports.end() ? std::vector<v1::EventReport>() : found->second, names));
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
