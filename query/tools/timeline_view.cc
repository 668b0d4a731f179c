#include "query/tools/timeline_view.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/markup/quoting.h"
#include "query/tools/text_table.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

constexpr size_t kSourcesShown = 2;
constexpr uint64_t kBarColumns = 30;

// `say` of each stage, or of each report where no stages are told; then of the event as it stands.
template <typename Say>
std::string History(const v1::Event& event, const v1::EventRecord& record, const Say& say) {
  std::vector<std::string> words;
  const auto add = [&](std::string word) {
    if (words.empty() || words.back() != word) words.push_back(std::move(word));
  };
  for (const v1::EventStage& stage : record.history()) add(say(stage));
  if (record.history().empty()) {
    for (const v1::EventReport& report : record.reports()) add(say(report.event()));
  }
  add(say(event));
  return absl::StrJoin(words, " → ");
}

// The first reports with their days, and how many more there are.
std::string Sources(const v1::EventRow& row, const v1::EventRecord& record) {
  if (record.reports().empty()) return PrintableText(absl::StrJoin(row.article_ids(), ", "));
  std::vector<std::string> sources;
  for (const v1::EventReport& report : record.reports()) {
    if (sources.size() == kSourcesShown) break;
    sources.push_back(ReportWords(report));
  }
  const size_t others = record.reports_size() - sources.size();
  return absl::StrCat(absl::StrJoin(sources, ", "), others > 0 ? absl::StrCat(" +", others) : "");
}

std::vector<std::string> Cells(const v1::EventRow& row, const v1::EventRecord& record, const Names& names) {
  const v1::Event& event = row.event();
  return {TimeWords(event.time()), TypeWord(event.type()),       WhoWords(event, names),
          RowWords(row, names),    StatusHistory(event, record), CertaintyHistory(event, record),
          Sources(row, record)};
}

// A row a period: its events as a number and as a bar.
std::string Buckets(const TimelineAnswer& answer) {
  uint64_t most = 1;
  for (const v1::TimelineBucketCount& bucket : answer.timeline.buckets())
    most = std::max(most, bucket.count());
  std::vector<std::vector<std::string>> rows;
  for (const v1::TimelineBucketCount& bucket : answer.timeline.buckets()) {
    std::string bar;
    for (uint64_t i = 0; i * most < bucket.count() * kBarColumns; ++i) bar += "█";
    rows.push_back({bucket.start().empty() ? "undated" : PeriodWords(bucket.start(), answer.bucket),
                    absl::StrCat(bucket.count()), bar});
  }
  return rows.empty() ? "" : "\n" + RenderTable({"period", "events", ""}, rows);
}

}  // namespace

std::string RowWords(const v1::EventRow& row, const Names& names) {
  const std::string what = WhatWords(row.event(), names);
  if (row.via_entity_id().empty()) return what;
  return absl::StrCat(what, what.empty() ? "" : " ", "(via ", names.Of(row.via_entity_id()), ")");
}

std::string StatusHistory(const v1::Event& event, const v1::EventRecord& record) {
  return History(event, record, [](const auto& stage) { return StatusWord(stage.status()); });
}

std::string CertaintyHistory(const v1::Event& event, const v1::EventRecord& record) {
  const std::string words =
      History(event, record, [](const auto& stage) { return CertaintyWord(stage.certainty()); });
  return event.attribution().empty() ? words : absl::StrCat(words, ": ", PrintableText(event.attribution()));
}

std::string ReportWords(const v1::EventReport& report) {
  return PrintableText(absl::StrCat(report.source().empty() ? report.article_id() : report.source(), " ",
                                    report.published_at().substr(0, 10)));
}

std::string RenderTimeline(const TimelineAnswer& answer) {
  const v1::GetTimelineResponse& timeline = answer.timeline;
  Names names(timeline.entities());
  names.Add(timeline.entity());
  std::vector<std::vector<std::string>> rows;
  for (const v1::EventRow& row : timeline.events()) {
    const auto found = answer.records.find(row.event().id());
    rows.push_back(Cells(row, found == answer.records.end() ? v1::EventRecord() : found->second, names));
  }
  std::string text = absl::StrCat(EntityTitle(timeline.entity()), ": ", rows.size(),
                                  rows.size() == 1 ? " event" : " events", "\n");
  if (!rows.empty()) {
    text += "\n" + RenderTable({"date", "type", "who", "what", "status", "certainty", "source"}, rows);
  }
  text += Buckets(answer);
  if (timeline.truncated()) text += "… and more than can be shown\n";
  return text;
}

}  // namespace annals
