#include "tests/query/model/oracle.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "tests/query/model/answer_text.h"
#include "tests/query/model/index_answers.h"
#include "tests/query/model/model_graph.h"
#include "tests/query/model/model_paths.h"
#include "tests/query/model/model_timeline.h"

namespace annals::query {
namespace {

bool IsPresent(const v1::AsOf& as_of) { return as_of.known_on().empty() && as_of.revision() == 0; }

bool Mentions(const Model& model, const v1::AsOf& as_of, const std::string& entity) {
  return model.At(model.PastOf(as_of)).entities().contains(entity);
}

// What both say of an entity that is there or not; empty: both answered. A read of the past may know an
// entity that nothing visible mentions: then it has nothing to say of it.
std::optional<std::string> CompareStatus(bool mentioned, const v1::AsOf& as_of, const absl::Status& status) {
  if (status.ok() && (mentioned || !IsPresent(as_of))) return std::nullopt;
  if (!mentioned && status.code() == absl::StatusCode::kNotFound) return "";
  return absl::StrCat("  model ", mentioned ? "finds it" : "does not find it", ", index: ", status.ToString(),
                      "\n");
}

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
      if (argument.has_entity_id()) named[argument.entity_id()] = moment.entities().at(argument.entity_id());
    }
    if (!row.via_entity_id().empty()) named[row.via_entity_id()] = moment.entities().at(row.via_entity_id());
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

std::string CompareAnswer(const Model& model, const Index& index, const v1::GetTimelineRequest& request) {
  std::vector<v1::GetTimelineResponse> pages;
  const absl::Status asked = AskAllPages(index, request, pages);
  const auto status =
      CompareStatus(Mentions(model, request.as_of(), request.entity()), request.as_of(), asked);
  if (status) return *status;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  const std::vector<ModelRow> rows = TimelineRows(moment, request.entity(), request);
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
  return Difference(ReportLines(event), lines);
}

template <typename Edges>
Lines EdgeLines(const Edges& edges) {
  Lines lines;
  for (const v1::Edge& edge : edges) lines.push_back(OneLine(InOrderOfId(edge)));
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string CompareOrder(const google::protobuf::RepeatedPtrField<v1::Edge>& edges) {
  const auto day = [](const v1::Edge& edge) {
    const auto span = SpanOf(edge.time());
    return span ? span->first : -1;
  };
  const bool newest_first = std::is_sorted(edges.begin(), edges.end(),
                                           [&](const auto& a, const auto& b) { return day(a) > day(b); });
  return newest_first ? "" : "  edges are not newest first\n";
}

// With limits: nothing that is not there, no more than asked for, and the flag where something is missing.
std::string CompareLimited(const ModelNeighborhood& model, const v1::GetNeighborhoodRequest& request,
                           const v1::GetNeighborhoodResponse& response) {
  const Lines all = EdgeLines(model.edges);
  const Lines some = EdgeLines(response.edges());
  if (!std::includes(all.begin(), all.end(), some.begin(), some.end())) return Difference(all, some);
  if (std::adjacent_find(some.begin(), some.end()) != some.end()) return "  an edge comes twice\n";
  if (response.edges_size() > request.max_edges()) return "  more edges than asked for\n";
  if (some.size() < all.size() && !response.truncated()) return "  edges are missing without a word\n";
  std::set<std::string> given;
  for (const auto& node : response.nodes()) given.insert(node.entity().id());
  for (const v1::Edge& edge : response.edges()) {
    if (!given.contains(edge.from_entity_id()) || !given.contains(edge.to_entity_id()))
      return "  an edge's end is no node\n";
  }
  return "";
}

Lines NodeLines(const Model& model, const ModelMoment& moment, const ModelNeighborhood& found, bool present) {
  Lines lines;
  for (const auto& [id, distance] : found.distances) {
    lines.push_back(absl::StrCat(distance, " ", id));
    if (present)
      absl::StrAppend(&lines.back(), " ", DegreeOf(model.Now(), id), " ", OneLine(moment.entities().at(id)));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

Lines NodeLines(const v1::GetNeighborhoodResponse& response, bool present) {
  Lines lines;
  for (const v1::NeighborhoodNode& node : response.nodes()) {
    lines.push_back(absl::StrCat(node.distance(), " ", node.entity().id()));
    if (present) absl::StrAppend(&lines.back(), " ", node.degree(), " ", OneLine(node.entity()));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string CompareAnswer(const Model& model, const Index& index, const v1::GetNeighborhoodRequest& request) {
  v1::GetNeighborhoodResponse response;
  const absl::Status asked = Ask(index, request, response);
  const auto status =
      CompareStatus(Mentions(model, request.as_of(), request.entity()), request.as_of(), asked);
  if (status) return *status;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  const ModelNeighborhood found = NeighborhoodOf(moment, request.entity(), request);
  const std::string order = CompareOrder(response.edges());
  if (request.max_fanout() < 500) return order + CompareLimited(found, request, response);
  const bool present = IsPresent(request.as_of());
  return absl::StrCat(order, Difference(EdgeLines(found.edges), EdgeLines(response.edges())),
                      Difference(NodeLines(model, moment, found, present), NodeLines(response, present)),
                      response.truncated() ? "  index says truncated\n" : "");
}

std::string CompareAnswer(const Model& model, const Index& index, const v1::GetEntityRequest& request) {
  v1::GetEntityResponse response;
  const absl::Status asked = Ask(index, request, response);
  const auto status =
      CompareStatus(Mentions(model, request.as_of(), request.entity()), request.as_of(), asked);
  if (status) return *status;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  ModelEdgeSelection relations_only;
  relations_only.events.true_on = ParseDayNumber(request.as_of().day());
  relations_only.events.filter.add_types(v1::EVENT_TYPE_UNSPECIFIED);
  std::vector<ModelRow> rows;
  v1::GetTimelineRequest timeline;
  timeline.set_exclude_parts(true);
  *timeline.mutable_as_of() = request.as_of();
  Lines model_lines = EdgeLines(EdgesSeenFrom(moment, request.entity(), relations_only));
  Lines index_lines = EdgeLines(response.relations());
  if (IsPresent(request.as_of())) {
    model_lines.push_back(absl::StrCat(TimelineRows(moment, request.entity(), timeline).size(), " events"));
    index_lines.push_back(absl::StrCat(response.event_count(), " events"));
    model_lines.push_back(OneLine(moment.entities().at(request.entity())));
    index_lines.push_back(OneLine(response.entity()));
  }
  return Difference(model_lines, index_lines) + CompareOrder(response.relations());
}

Lines RankLines(const std::vector<PathRank>& ranks) {
  Lines lines;
  for (const PathRank& rank : ranks) lines.push_back(absl::StrCat(rank.hops, " hops, oldest ", rank.oldest));
  return lines;
}

std::string CompareAnswer(const Model& model, const Index& index, const v1::FindPathsRequest& request) {
  v1::FindPathsResponse response;
  const absl::Status asked = Ask(index, request, response);
  const bool found = Mentions(model, request.as_of(), request.from_entity()) &&
                     Mentions(model, request.as_of(), request.to_entity());
  const auto status = CompareStatus(found, request.as_of(), asked);
  if (status) return *status;
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  std::vector<PathRank> ranks;
  for (const v1::Path& path : response.paths()) ranks.push_back(RankOf(path));
  return absl::StrCat(Difference(RankLines(BestRanks(moment, request)), RankLines(ranks)),
                      CheckPaths(moment, request, response),
                      response.truncated() ? "  index says truncated\n" : "");
}

}  // namespace

std::string Compare(const Model& model, const Index& index, const Query& query) {
  return std::visit([&](const auto& request) { return CompareAnswer(model, index, request); }, query);
}

}  // namespace annals::query
