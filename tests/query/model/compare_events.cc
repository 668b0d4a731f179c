#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/query/model/answer_text.h"
#include "tests/query/model/comparison.h"
#include "tests/query/model/index_answers.h"
#include "tests/query/model/model_stages.h"
#include "tests/query/model/model_timeline.h"

namespace annals::query {
namespace {

std::string RowLine(const v1::Event& event, const std::vector<std::string>& article_ids,
                    const std::string& via) {
  std::string line = OneLine(event);
  for (const std::string& id : article_ids) absl::StrAppend(&line, " by ", id);
  return via.empty() ? line : absl::StrCat(line, " via ", via);
}

// `rows`: where the model allows several parts, the index may name any.
Lines ModelLines(const std::vector<ModelRow>& rows, const Lines& via) {
  Lines lines;
  for (size_t i = 0; i < rows.size(); ++i) {
    const std::string wanted = rows[i].via.empty() ? "" : *rows[i].via.begin();
    const bool allowed = i < via.size() && rows[i].via.contains(via[i]);
    lines.push_back(RowLine(rows[i].event->event, rows[i].event->article_ids(), allowed ? via[i] : wanted));
  }
  return lines;
}

template <typename Response>
Lines IndexLines(const std::vector<Response>& pages, Lines& via) {
  Lines lines;
  for (const Response& page : pages) {
    for (const v1::EventRow& row : page.events()) {
      via.push_back(row.via_entity_id());
      lines.push_back(RowLine(row.event(), {row.article_ids().begin(), row.article_ids().end()}, via.back()));
    }
  }
  return lines;
}

Lines EntityLines(const std::map<std::string, v1::Entity>& entities) {
  Lines lines;
  for (const auto& [id, entity] : entities) lines.push_back(OneLine(entity));
  return lines;
}

// The entities that the rows of an answer name.
template <typename Rows>
std::map<std::string, v1::Entity> NamedBy(const ModelMoment& moment, const Rows& rows) {
  std::map<std::string, v1::Entity> named;
  for (const v1::EventRow& row : rows) {
    for (const v1::Argument& argument : row.event().arguments()) {
      if (argument.has_entity_id())
        named[argument.entity_id()] = moment.entities().at(argument.entity_id()).Shown();
    }
    if (!row.via_entity_id().empty())
      named[row.via_entity_id()] = moment.entities().at(row.via_entity_id()).Shown();
  }
  return named;
}

template <typename Response>
std::string CompareNamed(const ModelMoment& moment, const std::vector<Response>& pages) {
  for (const Response& page : pages) {
    std::map<std::string, v1::Entity> given;
    for (const v1::Entity& entity : page.entities()) given[entity.id()] = entity;
    const std::string differ = Difference(EntityLines(NamedBy(moment, page.events())), EntityLines(given));
    if (!differ.empty()) return absl::StrCat("  entities named on a page:\n", differ);
  }
  return "";
}

// Every page but the last is full, and none is empty but a sole one.
template <typename Response>
std::string ComparePages(const std::vector<Response>& pages, int page_size) {
  const int size = page_size == 0 ? 50 : page_size;
  for (size_t i = 0; i < pages.size(); ++i) {
    const int rows = pages[i].events_size();
    const bool last = i + 1 == pages.size();
    if (rows > size || (!last && rows != size) || (last && i > 0 && rows == 0))
      return absl::StrCat("  page ", i, " of ", pages.size(), " has ", rows, " rows\n");
  }
  return "";
}

std::string CompareBuckets(const std::vector<ModelRow>& rows, const v1::GetTimelineRequest& request,
                           const v1::GetTimelineResponse& first_page) {
  Lines model;
  Lines index;
  auto buckets = BucketsOf(rows, request.bucket());
  if (request.bucket() == v1::TIMELINE_BUCKET_UNSPECIFIED) buckets.clear();
  for (const auto& [day, count] : buckets) {
    if (!day.empty()) model.push_back(absl::StrCat(day, " ", count));
  }
  if (buckets.contains("")) model.push_back(absl::StrCat(" ", buckets[""]));
  for (const auto& bucket : first_page.buckets())
    index.push_back(absl::StrCat(bucket.start(), " ", bucket.count()));
  return Difference(model, index);
}

v1::EventReport ReportOf(const ModelReport& report) {
  v1::EventReport out;
  out.set_article_id(report.article_id);
  out.set_source(report.article.source());
  out.set_title(report.article.title());
  out.set_published_at(report.article.published_at());
  out.set_revision(report.revision);
  *out.mutable_event() = report.event;
  return out;
}

// Reports by publication, unknown days last, then as they came.
Lines ReportLines(const ModelEvent& event) {
  ModelCluster reports = event.reports;
  std::stable_sort(reports.begin(), reports.end(), [](const ModelReport* a, const ModelReport* b) {
    const auto key = [](const ModelReport& r) {
      return std::pair(r.published.value_or(kLastDay + 1), r.revision);
    };
    return key(*a) < key(*b);
  });
  Lines lines = {OneLine(event.event)};
  for (const ModelReport* report : reports) lines.push_back(OneLine(ReportOf(*report)));
  return lines;
}

}  // namespace

std::string CompareAnswer(const Model& model, const Index& index, const v1::GetTimelineRequest& request) {
  std::vector<v1::GetTimelineResponse> pages;
  const absl::Status asked = AskAllPages(index, request, pages);
  const ComparedLookup found = CompareLookup(model, request.as_of(), request.entity(), asked);
  if (found.ends) return found.differ;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  const std::vector<ModelRow> rows = TimelineRows(moment, found.entity, request);
  Lines via;
  const Lines lines = IndexLines(pages, via);
  std::string differ =
      absl::StrCat(Difference(ModelLines(rows, via), lines), ComparePages(pages, request.page_size()),
                   CompareBuckets(rows, request, pages.front()));
  if (IsPresent(request.as_of())) absl::StrAppend(&differ, CompareNamed(moment, pages));
  return differ;
}

std::string CompareAnswer(const Model& model, const Index& index, const v1::ListEventsRequest& request) {
  std::vector<v1::ListEventsResponse> pages;
  const absl::Status asked = AskAllPages(index, request, pages);
  if (!asked.ok()) return asked.ToString();
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  Lines via;
  const Lines lines = IndexLines(pages, via);
  std::string differ = absl::StrCat(Difference(ModelLines(ListedRows(moment, request), via), lines),
                                    ComparePages(pages, request.page_size()));
  if (IsPresent(request.as_of())) absl::StrAppend(&differ, CompareNamed(moment, pages));
  return differ;
}

std::string CompareAnswer(const Model& model, const Index& index, const EventQuery& query) {
  const ModelMoment& moment = model.At(model.PastOf(query.as_of));
  if (moment.events().empty()) return "";
  const ModelEvent& event = moment.events()[query.pick % moment.events().size()];
  const ModelReport& named = *event.reports[query.pick / 7 % event.reports.size()];
  v1::GetEventRequest request;
  request.set_event_id(
      absl::StrCat("ev-", named.ref.article, "-", named.ref.ordinal, "-",
                   absl::Hex(static_cast<uint16_t>(Fingerprint(named.event.id())), absl::kZeroPad4)));
  *request.mutable_as_of() = query.as_of;
  v1::GetEventResponse response;
  const absl::Status asked = Ask(index, request, response);
  if (!asked.ok()) return absl::StrCat("  ", request.event_id(), ": ", asked.ToString(), "\n");
  Lines lines = {OneLine(response.record().event())};
  for (const v1::EventReport& report : response.record().reports()) lines.push_back(OneLine(report));
  v1::EventRecord stages = response.record();
  stages.clear_event();
  stages.clear_reports();
  return absl::StrCat(Difference(ReportLines(event), lines),
                      Difference({OneLine(StagesOf(event))}, {OneLine(stages)}));
}

}  // namespace annals::query
