#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/util/json_util.h"
#include "query/entities/entity_lookup.h"
#include "query/service/answer_parts.h"
#include "query/service/graph_export.h"
#include "query/service/request_checks.h"
#include "query/watch/event_watch.h"
#include "tests/query/model/answer_text.h"
#include "tests/query/model/comparison.h"
#include "tests/query/model/edge_lines.h"
#include "tests/query/model/index_answers.h"

namespace annals::query {
namespace {

// A line of an export: {"node":{…}} or {"edge":{…}}.
struct Exported {
  std::vector<v1::Edge> edges;
  std::vector<v1::Entity> nodes;
  std::string wrong;
};

Exported Parse(const std::string& file) {
  Exported exported;
  const auto parse = [&](absl::string_view line, google::protobuf::Message& message) {
    const std::string json(line.substr(8, line.size() - 9));
    const auto parsed = google::protobuf::util::JsonStringToMessage(json, &message);
    if (!parsed.ok()) absl::StrAppend(&exported.wrong, "  is no JSON: ", line, "\n");
  };
  for (absl::string_view line : absl::StrSplit(file, '\n', absl::SkipEmpty())) {
    if (absl::StartsWith(line, "{\"node\":")) {
      parse(line, exported.nodes.emplace_back());
    } else {
      parse(line, exported.edges.emplace_back());
    }
  }
  return exported;
}

std::vector<v1::Edge> AllEdges(const ModelMoment& moment, const v1::ExportGraphRequest& request) {
  ModelEdgeSelection selection{.events = {request.filter(), ParseDayNumber(request.as_of().day())}};
  selection.events.filter.clear_roles();
  std::map<std::string, v1::Edge> edges;
  for (const auto& [id, entity] : moment.entities()) {
    for (v1::Edge& edge : EdgesSeenFrom(moment, id, selection)) edges[OneLine(edge)] = std::move(edge);
  }
  std::vector<v1::Edge> all;
  for (auto& [line, edge] : edges) all.push_back(std::move(edge));
  return all;
}

// The ends of edges; where neither filter nor past is asked for, every entity.
Lines NodeLines(const ModelMoment& moment, const v1::ExportGraphRequest& request,
                const std::vector<v1::Edge>& edges) {
  const bool whole = request.filter().ByteSizeLong() == 0 && request.as_of().ByteSizeLong() == 0;
  std::set<std::string> ids;
  for (const v1::Edge& edge : edges) ids.insert({edge.from_entity_id(), edge.to_entity_id()});
  Lines lines;
  for (const auto& [id, entity] : moment.entities()) {
    if (whole || ids.contains(id)) lines.push_back(IsPresent(request.as_of()) ? OneLine(entity.Shown()) : id);
  }
  return lines;
}

Lines NodeLines(const v1::ExportGraphRequest& request, const std::vector<v1::Entity>& nodes) {
  std::map<std::string, std::string> by_id;
  Lines lines;
  for (const v1::Entity& node : nodes) {
    const std::string line = IsPresent(request.as_of()) ? OneLine(node) : node.id();
    if (!by_id.emplace(node.id(), line).second) lines.push_back(absl::StrCat("twice: ", node.id()));
  }
  for (const auto& [id, line] : by_id) lines.push_back(line);
  return lines;
}

// Events by id, as those who watch hold them.
using Watched = std::map<std::string, std::string>;

std::string RowText(const v1::Event& event, const std::vector<std::string>& article_ids) {
  std::string text = OneLine(event);
  for (const std::string& id : article_ids) absl::StrAppend(&text, " by ", id);
  return text;
}

Watched WatchedAt(const Model& model, uint64_t revision, const std::string& entity,
                  const v1::EventFilter& filter) {
  Watched watched;
  const ModelSelection selection{filter};
  for (const ModelEvent& event : model.At({revision}).events()) {
    const auto participants = event.participants();
    const auto own = participants.find(entity);
    const bool counts = entity.empty() ? selection.Accepts(event, nullptr)
                                       : own != participants.end() && selection.Accepts(event, &own->second);
    if (counts) watched[event.event.id()] = RowText(event.event, event.article_ids());
  }
  return watched;
}

Lines WatchedLines(const Watched& watched) {
  Lines lines;
  for (const auto& [id, line] : watched) lines.push_back(line);
  return lines;
}

absl::Status Take(const IndexView& view, const WatchedChange& change, Watched& watched) {
  AnswerEntities entities(view);
  entities.Note(change.event.told);
  ANNALS_RETURN_IF_ERROR(entities.Read());
  const v1::Event event = ToEvent(change.event, entities);
  watched.erase(event.id());
  if (!change.removed) watched[event.id()] = RowText(event, change.event.article_ids);
  return absl::OkStatus();
}

// Takes over what one entry changed.
absl::Status Follow(EventWatch& watch, Watched& watched) {
  const auto take = [&](const IndexView& view, const WatchedChange& change) {
    return Take(view, change, watched);
  };
  for (const uint64_t revision = watch.revision(); watch.revision() == revision;)
    ANNALS_RETURN_IF_ERROR(watch.Next(take));
  return absl::OkStatus();
}

}  // namespace

std::string CompareAnswer(const Model& model, const Index& index, const v1::ExportGraphRequest& request) {
  const auto view = index.View(PastOf(request.as_of()));
  if (!view.ok()) return view.status().ToString();
  WorkBudget budget(10000000);
  std::string file;
  const absl::Status asked = ExportGraph(**view, request, budget, [&](const std::string& chunk) {
    absl::StrAppend(&file, chunk);
    return true;
  });
  if (!asked.ok()) return asked.ToString();
  const Exported exported = Parse(file);
  const ModelMoment& moment = model.At(model.PastOf(request.as_of()));
  const std::vector<v1::Edge> edges = AllEdges(moment, request);
  return absl::StrCat(exported.wrong, Difference(EdgeLines(edges), EdgeLines(exported.edges)),
                      Difference(NodeLines(moment, request, edges), NodeLines(request, exported.nodes)));
}

// Who follows from a revision on holds, after each one, what there was then.
std::string CompareAnswer(const Model& model, const Index& index, const v1::WatchEventsRequest& request) {
  WatchQuery query;
  const auto selection = CheckFilter(request.filter());
  if (!selection.ok()) return selection.status().ToString();
  query.selection = *selection;
  std::string entity;
  if (request.entity().empty()) {
    query.selection.roles.reset();
  } else {
    const auto view = index.View();
    const auto found = LookUpEntity(**view, request.entity());
    const ComparedLookup compared = CompareLookup(model, {}, request.entity(), found.status());
    if (compared.ends) return compared.differ;
    query.entity = found->number;
    entity = compared.entity;
  }
  EventWatch watch(index, query, request.after_revision());
  Watched watched = WatchedAt(model, request.after_revision(), entity, request.filter());
  while (watch.behind()) {
    const absl::Status followed = Follow(watch, watched);
    if (!followed.ok()) return followed.ToString();
    const Watched wanted = WatchedAt(model, watch.revision(), entity, request.filter());
    if (watched != wanted)
      return absl::StrCat("  after revision ", watch.revision(), ":\n",
                          Difference(WatchedLines(wanted), WatchedLines(watched)));
  }
  return "";
}

}  // namespace annals::query
