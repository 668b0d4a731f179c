#include "tests/query/index/index_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/events/event_shape.h"
#include "query/events/report_clusters.h"
#include "query/events/report_merge.h"
#include "query/index/event_scan.h"

namespace annals::query {
namespace {

struct ModelArticle {
  uint64_t number = 0;
  v1::ArticleExtracted extracted;
};

struct ModelReport {
  ReportRef ref;
  std::string article_id;
  std::optional<DayNumber> published;
  v1::Event event;
};

struct ModelEvent {
  std::vector<const ModelReport*> reports;
};

std::map<std::string, ModelArticle> Articles(const std::vector<v1::JournalEntry>& history) {
  std::map<std::string, ModelArticle> articles;
  uint64_t last = 0;
  for (const v1::JournalEntry& entry : history) {
    if (entry.has_article_retracted()) articles.erase(entry.article_retracted().article_id());
    if (!entry.has_article_extracted()) continue;
    ModelArticle& article = articles[entry.article_extracted().article().id()];
    if (article.number == 0) article.number = ++last;
    article.extracted = entry.article_extracted();
  }
  return articles;
}

// The tests' entries are stored at the epoch: what has no date was known on that day.
DayNumber KnownDay(const ModelArticle& article) {
  const auto published = ParseDayNumber(article.extracted.article().published_at());
  return published ? *published : *ParseDayNumber("1970-01-01");
}

// What stood in the journal then and had been published.
std::map<std::string, ModelArticle> ArticlesAt(const std::vector<v1::JournalEntry>& history,
                                               const Past& past) {
  const size_t entries = past.revision.value_or(history.size());
  auto articles = Articles({history.begin(), history.begin() + static_cast<ptrdiff_t>(entries)});
  std::erase_if(articles, [&](const auto& article) {
    return past.known_on && KnownDay(article.second) > *past.known_on;
  });
  return articles;
}

std::vector<ModelReport> Reports(const std::vector<v1::JournalEntry>& history, const Past& past = {}) {
  std::vector<ModelReport> reports;
  for (const auto& [id, article] : ArticlesAt(history, past)) {
    const auto published = ParseDayNumber(article.extracted.article().published_at());
    for (int i = 0; i < article.extracted.extraction().events_size(); ++i) {
      reports.push_back({{article.number, static_cast<uint64_t>(i)},
                         id,
                         published,
                         article.extracted.extraction().events(i)});
    }
  }
  return reports;
}

std::set<std::string> Fillers(const v1::Event& event, v1::Role role) {
  std::set<std::string> fillers;
  for (const v1::Argument& argument : event.arguments()) {
    if (argument.role() != role) continue;
    fillers.insert(argument.has_entity_id() ? argument.entity_id()
                                            : absl::AsciiStrToLower(argument.value().text()));
  }
  return fillers;
}

bool Disjoint(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::none_of(a.begin(), a.end(), [&](const std::string& x) { return b.contains(x); });
}

bool Conflict(const std::set<std::string>& a, const std::set<std::string>& b, bool whole) {
  if (a.empty() || b.empty()) return false;
  return whole ? a != b : Disjoint(a, b);
}

bool TimesAgree(const ModelReport& a, const ModelReport& b) {
  const auto span_a = SpanOf(a.event.time());
  const auto span_b = SpanOf(b.event.time());
  if (span_a && span_b) return span_a->first <= span_b->last && span_b->first <= span_a->last;
  if ((!span_a && !a.published) || (!span_b && !b.published)) return false;
  const DaySpan x = span_a.value_or(DaySpan{a.published.value_or(0), a.published.value_or(0)});
  const DaySpan y = span_b.value_or(DaySpan{b.published.value_or(0), b.published.value_or(0)});
  return x.first - y.last <= kNearbyDays && y.first - x.last <= kNearbyDays;
}

// The first identity role with an entity: two reports are compared only if it is the same one with the same
// entity.
std::string Anchor(const v1::Event& event) {
  const EventShape& shape = ShapeOf(event.type());
  std::string words;
  for (v1::Role role : shape.discriminators) {
    if (words.empty()) words = absl::StrJoin(Fillers(event, role), "\n");
  }
  if (words.empty() && !shape.discriminators.empty()) return "";
  for (v1::Role role : shape.identity) {
    const auto fillers = Fillers(event, role);
    if (!fillers.empty()) return absl::StrCat(event.type(), " ", *fillers.begin(), " ", words);
  }
  return "";
}

bool Compatible(const ModelReport& a, const ModelReport& b) {
  if (a.article_id == b.article_id || Anchor(a.event).empty() || Anchor(a.event) != Anchor(b.event))
    return false;
  const EventShape& shape = ShapeOf(a.event.type());
  for (v1::Role role : shape.identity) {
    if (Conflict(Fillers(a.event, role), Fillers(b.event, role), shape.whole_set)) return false;
  }
  for (v1::Role role : shape.agreeing) {
    if (Conflict(Fillers(a.event, role), Fillers(b.event, role), true)) return false;
  }
  return TimesAgree(a, b);
}

int Missing(const ModelReport& report) {
  int missing = 0;
  for (v1::Role role : ShapeOf(report.event.type()).identity)
    missing += Fillers(report.event, role).empty() ? 1 : 0;
  return missing;
}

int Width(const ModelReport& report) {
  const auto span = SpanOf(report.event.time());
  return span ? span->days() : INT32_MAX;
}

// Days between a report and what the reports of an event share; as the contract says, only to choose among
// fitting events.
std::pair<int, int> Distance(const ModelEvent& event, const ModelReport& report) {
  int shared = 0;
  for (v1::Role role : ShapeOf(report.event.type()).identity) {
    bool any = !Fillers(report.event, role).empty();
    std::set<std::string> common = Fillers(report.event, role);
    bool named = false;
    for (const ModelReport* other : event.reports) {
      const auto fillers = Fillers(other->event, role);
      named |= !fillers.empty();
      if (fillers.empty()) continue;
      std::erase_if(common, [&](const std::string& x) { return !fillers.contains(x); });
    }
    shared += any && named && !common.empty() ? 1 : 0;
  }
  std::optional<DaySpan> days;
  std::optional<DaySpan> published;
  for (const ModelReport* other : event.reports) {
    if (const auto span = SpanOf(other->event.time())) {
      days = days ? DaySpan{std::max(days->first, span->first), std::min(days->last, span->last)} : *span;
    } else if (other->published) {
      const DayNumber day = *other->published;
      published = published ? DaySpan{std::min(published->first, day), std::max(published->last, day)}
                            : DaySpan{day, day};
    }
  }
  const DaySpan own = days ? *days : published.value_or(DaySpan{});
  const DayNumber day = report.published.value_or(0);
  const DaySpan theirs = SpanOf(report.event.time()).value_or(DaySpan{day, day});
  return {-shared, std::max({0, own.first - theirs.last, theirs.first - own.last})};
}

std::vector<ModelEvent> Events(const std::vector<ModelReport>& reports) {
  std::vector<const ModelReport*> order;
  for (const ModelReport& report : reports) order.push_back(&report);
  std::sort(order.begin(), order.end(), [](const ModelReport* a, const ModelReport* b) {
    return std::make_tuple(Missing(*a), Width(*a), a->ref) < std::make_tuple(Missing(*b), Width(*b), b->ref);
  });
  std::vector<ModelEvent> events;
  for (const ModelReport* report : order) {
    ModelEvent* best = nullptr;
    for (ModelEvent& event : events) {
      const bool fits = std::all_of(event.reports.begin(), event.reports.end(),
                                    [&](const ModelReport* other) { return Compatible(*other, *report); });
      if (fits && (best == nullptr || Distance(event, *report) < Distance(*best, *report))) best = &event;
    }
    best == nullptr ? events.push_back({{report}}) : best->reports.push_back(report);
  }
  for (ModelEvent& event : events) {
    std::sort(event.reports.begin(), event.reports.end(), [](auto* a, auto* b) { return a->ref < b->ref; });
  }
  return events;
}

v1::Event Merged(const ModelEvent& event) {
  std::vector<Report> reports;
  for (const ModelReport* report : event.reports) {
    Report told{report->ref, report->published, {report->event, {}}};
    told.told.numbers.assign(report->event.arguments_size(), kNoEntity);
    reports.push_back(std::move(told));
  }
  return MergeReports(reports).event;
}

std::string Participants(const v1::Event& event) {
  std::set<std::string> participants;
  for (const v1::Argument& argument : event.arguments()) {
    const std::string filler = argument.has_entity_id() ? argument.entity_id() : argument.value().text();
    participants.insert(absl::StrCat(v1::Role_Name(argument.role()), "=", filler));
  }
  return absl::StrJoin(participants, " ");
}

std::string Line(const v1::Event& event, const std::vector<std::string>& article_ids) {
  const auto span = SpanOf(event.time());
  return absl::StrCat(span ? FormatDayNumber(span->first) : "undated", "+", span ? span->days() : 0, " ",
                      v1::EventType_Name(event.type()), " ", v1::EventStatus_Name(event.status()), " ",
                      v1::Certainty_Name(event.certainty()), " ", Participants(event), " by ",
                      absl::StrJoin(article_ids, ","));
}

std::string Line(const ModelEvent& event) {
  std::vector<std::string> article_ids;
  for (const ModelReport* report : event.reports) article_ids.push_back(report->article_id);
  return Line(Merged(event), article_ids);
}

std::set<std::string> EntitiesOf(const v1::Event& event) {
  std::set<std::string> ids;
  for (const v1::Argument& argument : event.arguments()) {
    if (argument.has_entity_id()) ids.insert(argument.entity_id());
  }
  return ids;
}

// Edges an event gives to an entity: to each other participant with whom it does not only share a role,
// unless as partners.
int EdgesOf(const v1::Event& event, const std::string& id) {
  std::map<std::string, std::set<int>> roles;
  for (const v1::Argument& argument : event.arguments()) {
    if (argument.has_entity_id()) roles[argument.entity_id()].insert(argument.role());
  }
  int edges = 0;
  for (const auto& [other, others_roles] : roles) {
    const bool same_only = others_roles.size() == 1 && others_roles == roles[id];
    if (other != id && (!same_only || event.type() == v1::EVENT_TYPE_PARTNER)) ++edges;
  }
  return edges;
}

struct ModelEntity {
  std::map<std::string, std::pair<int, int>> names;  // uses as name, as alias
  int events = 0;
  int edges = 0;
  std::map<std::string, std::pair<DayNumber, bool>>
      relations;  // publication of the latest word for it, former

  std::string Line(const std::string& id) const {
    std::string best;
    for (const auto& [name, uses] : names) {
      if (best.empty() || uses.first > names.at(best).first) best = name;
    }
    std::set<std::string> aliases;
    for (const auto& [name, uses] : names) {
      if (name != best) aliases.insert(name);
    }
    std::set<std::string> lines;
    for (const auto& [relation, latest] : relations) lines.insert(relation);
    return absl::StrCat(id, " ", best, " (", absl::StrJoin(aliases, ","), ") events ", events, " edges ",
                        edges, " ", absl::StrJoin(lines, " "));
  }
};

std::string RelationLine(const char* way, v1::RelationType type, const std::string& other,
                         const std::string& title) {
  return absl::StrCat("[", way, " ", v1::RelationType_Name(type), " ", other, " ", title, "]");
}

void CountMentions(const v1::Extraction& extraction, std::map<std::string, ModelEntity>& entities) {
  std::set<std::string> seen;
  for (const v1::Entity& entity : extraction.entities()) {
    if (!seen.insert(entity.id()).second) continue;
    ++entities[entity.id()].names[entity.name()].first;
    for (const std::string& alias : entity.aliases()) ++entities[entity.id()].names[alias].second;
  }
  for (const v1::Relation& relation : extraction.relations()) {
    entities[relation.from_entity_id()]
        .relations[RelationLine("out", relation.type(), relation.to_entity_id(), relation.title())];
    entities[relation.to_entity_id()]
        .relations[RelationLine("in", relation.type(), relation.from_entity_id(), relation.title())];
  }
}

std::set<std::string> AllIds(const std::vector<v1::JournalEntry>& history) {
  std::set<std::string> ids;
  for (const v1::JournalEntry& entry : history) {
    for (const v1::Entity& entity : entry.article_extracted().extraction().entities())
      ids.insert(entity.id());
  }
  return ids;
}

v1::Event WithIds(const IndexView& view, ResolvedEvent told) {
  for (int i = 0; i < told.event.arguments_size(); ++i) {
    if (told.numbers[i] == kNoEntity) continue;
    const auto entity = view.ReadEntity(told.numbers[i]);
    EXPECT_TRUE(entity.ok() && entity->has_value());
    if (entity.ok() && entity->has_value())
      told.event.mutable_arguments(i)->set_entity_id(std::string((*entity)->entity.id()));
  }
  return told.event;
}

std::vector<v1::EventType> AllTypes() {
  std::vector<v1::EventType> types;
  for (int type = 1; type <= v1::EventType_MAX; ++type) types.push_back(static_cast<v1::EventType>(type));
  return types;
}

Lines Scan(const IndexView& view, EventScan& scan) {
  Lines lines;
  EventPosition last;
  while (scan.Next()) {
    EXPECT_LT(last, scan.position());
    last = scan.position();
    const auto events = view.ReadEvents({{scan.position().event, scan.header().merged}});
    EXPECT_TRUE(events.ok()) << events.status();
    if (!events.ok()) return lines;
    lines.push_back(Line(WithIds(view, events->front().told), events->front().article_ids));
  }
  EXPECT_TRUE(scan.status().ok()) << scan.status();
  return lines;
}

Lines Sorted(Lines lines) {
  std::sort(lines.begin(), lines.end());
  return lines;
}

}  // namespace

Lines ModelEvents(const std::vector<v1::JournalEntry>& history, const Past& past) {
  Lines lines;
  const std::vector<ModelReport> reports = Reports(history, past);
  for (const ModelEvent& event : Events(reports)) lines.push_back(Line(event));
  return Sorted(std::move(lines));
}

Lines IndexEvents(const IndexView& view) {
  WorkBudget scan_budget(1000000);
  EventScan scan(view, AllTypes(), {}, scan_budget);
  return Sorted(Scan(view, scan));
}

Lines ModelEntities(const std::vector<v1::JournalEntry>& history) {
  std::map<std::string, ModelEntity> entities;
  for (const auto& [id, article] : Articles(history)) CountMentions(article.extracted.extraction(), entities);
  const std::vector<ModelReport> reports = Reports(history);
  for (const ModelEvent& event : Events(reports)) {
    const v1::Event merged = Merged(event);
    for (const std::string& id : EntitiesOf(merged)) {
      ++entities[id].events;
      entities[id].edges += EdgesOf(merged, id);
    }
  }
  Lines lines;
  for (auto& [id, entity] : entities) {
    entity.edges += static_cast<int>(entity.relations.size());
    lines.push_back(entity.Line(id));
  }
  return lines;
}

Lines IndexEntities(const IndexView& view, const std::vector<v1::JournalEntry>& history) {
  Lines lines;
  for (const std::string& id : AllIds(history)) {
    const auto number = view.FindEntity(id);
    if (!number.ok() || *number == kNoEntity) continue;
    const auto record = view.ReadEntity(*number);
    if (!record.ok() || !record->has_value()) return {"entity without a row"};
    std::set<std::string> relations;
    const auto stored = view.ReadRelations(*number, std::nullopt, 1000);
    if (!stored.ok()) return {"relations that cannot be read"};
    for (const StoredRelation& relation : *stored) {
      const auto other = view.ReadEntity(relation.relation.other);
      relations.insert(RelationLine(relation.relation.way == RelationWay::kOut ? "out" : "in",
                                    relation.relation.type, std::string((*other)->entity.id()),
                                    relation.relation.title));
    }
    const EntityRecord& entity = **record;
    lines.push_back(absl::StrCat(
        id, " ", entity.entity.name(), " (", absl::StrJoin(entity.entity.ToProto().aliases(), ","),
        ") events ", entity.event_count, " edges ", entity.edge_count, " ", absl::StrJoin(relations, " ")));
  }
  return lines;
}

namespace {

std::string RelationReportsLine(const std::string& relation, bool former, const Lines& article_ids) {
  return absl::StrCat(relation, former ? " former" : "", " by ", absl::StrJoin(article_ids, ","));
}

}  // namespace

Lines ModelRelations(const std::vector<v1::JournalEntry>& history, const Past& past) {
  // Latest publication first, undated last, then by number of the article.
  struct Word {
    DayNumber age = 0;
    uint64_t number = 0;
    std::string article_id;
    bool former = false;
  };
  std::map<std::string, std::vector<Word>> words;
  for (const auto& [id, article] : ArticlesAt(history, past)) {
    const DayNumber published = ParseDayNumber(article.extracted.article().published_at()).value_or(0);
    std::set<std::string> seen;
    for (const v1::Relation& relation : article.extracted.extraction().relations()) {
      const std::string out =
          absl::StrCat(relation.from_entity_id(),
                       RelationLine("out", relation.type(), relation.to_entity_id(), relation.title()));
      if (!seen.insert(out).second) continue;
      const std::string in =
          absl::StrCat(relation.to_entity_id(),
                       RelationLine("in", relation.type(), relation.from_entity_id(), relation.title()));
      for (const std::string& line : {out, in})
        words[line].push_back({-published, article.number, id, relation.former()});
    }
  }
  Lines lines;
  for (auto& [line, reports] : words) {
    std::sort(reports.begin(), reports.end(), [](const Word& a, const Word& b) {
      return std::tie(a.age, a.number) < std::tie(b.age, b.number);
    });
    Lines ids;
    for (const Word& word : reports) ids.push_back(word.article_id);
    lines.push_back(RelationReportsLine(line, reports.front().former, ids));
  }
  return Sorted(std::move(lines));
}

Lines IndexRelations(const IndexView& view, const std::vector<v1::JournalEntry>& history) {
  Lines lines;
  for (const std::string& id : AllIds(history)) {
    const auto number = view.FindEntity(id);
    if (!number.ok() || *number == kNoEntity) continue;
    const auto stored = view.ReadRelations(*number, std::nullopt, 1000);
    if (!stored.ok()) return {"relations that cannot be read"};
    for (const StoredRelation& relation : *stored) {
      const auto other = view.ReadEntity(relation.relation.other);
      const std::string line =
          RelationLine(relation.relation.way == RelationWay::kOut ? "out" : "in", relation.relation.type,
                       std::string((*other)->entity.id()), relation.relation.title);
      lines.push_back(RelationReportsLine(absl::StrCat(id, line), relation.former, relation.article_ids));
    }
  }
  return Sorted(std::move(lines));
}

Lines ModelTimelines(const std::vector<v1::JournalEntry>& history, const Past& past) {
  const std::vector<ModelReport> reports = Reports(history, past);
  const std::vector<ModelEvent> events = Events(reports);
  Lines lines;
  for (const std::string& id : AllIds(history)) {
    Lines timeline;
    for (const ModelEvent& event : events) {
      if (EntitiesOf(Merged(event)).contains(id)) timeline.push_back(absl::StrCat(id, ": ", Line(event)));
    }
    timeline = Sorted(std::move(timeline));
    lines.insert(lines.end(), timeline.begin(), timeline.end());
  }
  return lines;
}

Lines IndexTimelines(const IndexView& view, const std::vector<v1::JournalEntry>& history) {
  Lines lines;
  for (const std::string& id : AllIds(history)) {
    const auto number = view.FindEntity(id);
    if (!number.ok() || *number == kNoEntity) continue;
    WorkBudget scan_budget(1000000);
    EventScan scan(view, *view.ReadEntities({*number}), {}, scan_budget);
    for (const std::string& line : Sorted(Scan(view, scan))) lines.push_back(absl::StrCat(id, ": ", line));
  }
  return lines;
}

}  // namespace annals::query
