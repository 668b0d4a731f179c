#include "tests/query/model/model_tenures.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace annals::query {
namespace {

using Kind = ModelSignKind;

// Where a sign comes from.
struct Source {
  const ModelEvent* event = nullptr;
  std::string article_id;
  std::string title;
  DayNumber day = 0;
};

std::optional<Kind> KindOf(v1::EventType type, v1::Role person, v1::Role organization) {
  const bool founds = type == v1::EVENT_TYPE_FOUND && person == v1::ROLE_FOUNDER;
  if (person != v1::ROLE_PERSON && !founds) return std::nullopt;
  const bool here = organization == v1::ROLE_ORGANIZATION;
  if (here && (type == v1::EVENT_TYPE_JOIN || founds)) return Kind::kStart;
  if (here && type == v1::EVENT_TYPE_APPOINT) return Kind::kPresent;
  if (here && (type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_DISMISS)) return Kind::kEnd;
  if (type == v1::EVENT_TYPE_JOIN && organization == v1::ROLE_FROM_ORGANIZATION) return Kind::kMovedOn;
  if (type == v1::EVENT_TYPE_DEPART && organization == v1::ROLE_TO_ORGANIZATION) return Kind::kHeadedFor;
  return std::nullopt;
}

std::optional<ModelSign> SignOf(const ModelEvent& event, Kind kind) {
  if (event.event.status() != v1::EVENT_STATUS_OCCURRED) return std::nullopt;
  if (event.event.certainty() == v1::CERTAINTY_RUMORED) {
    if (kind != Kind::kStart) return std::nullopt;
    kind = Kind::kRumouredStart;
  }
  ModelDays days{event.first_known, event.first_known};
  if (const auto span = event.span()) {
    days = {span->first, span->last};
  } else {
    if (kind == Kind::kStart) kind = Kind::kPresent;
    if (kind == Kind::kEnd) kind = Kind::kMovedOn;
  }
  if (kind == Kind::kMovedOn) days.first = kModelLongAgo;
  return ModelSign{kind, days};
}

v1::EventTime TimeOf(const ModelDays& days) {
  v1::EventTime time;
  if (days.first != kModelLongAgo) time.set_start(FormatDayNumber(days.first));
  if (days.last != kModelNotYet) time.set_end(FormatDayNumber(days.last));
  return time;
}

v1::Presence PresenceOn(const ModelStint& stint, DayNumber day) {
  if (day < stint.start.first || (stint.ended && stint.end.last <= day)) return v1::PRESENCE_UNSPECIFIED;
  const bool begun = stint.start_certain && stint.start.last <= day;
  const bool still = stint.ended ? day < stint.end.first : day <= stint.last_seen;
  return begun && still ? v1::PRESENCE_DEFINITELY : v1::PRESENCE_POSSIBLY;
}

// One person at one organisation.
class Pair {
 public:
  Pair(std::string person, std::string organization)
      : person_(std::move(person)), organization_(std::move(organization)) {}

  void AddEvent(const ModelEvent& event, Kind kind) {
    std::optional<ModelSign> sign = SignOf(event, kind);
    if (!sign) return;
    sign->source = sources_.size();
    sources_.push_back({&event, "", "", sign->days.last});
    signs_.push_back(*sign);
  }

  void AddStatement(const std::string& title, const ModelStatement& statement) {
    const v1::Relation& relation = statement.relation;
    const auto start = ParseDayNumber(relation.time().start());
    const auto end = ParseDayNumber(relation.time().end());
    const size_t source = sources_.size();
    sources_.push_back({nullptr, statement.article_id, title, statement.known});
    if (start) signs_.push_back({Kind::kPresent, {*start, *start}, source});
    if (end && (!start || *start < *end)) signs_.push_back({Kind::kPresent, {*end, *end}, source});
    if (relation.former()) {
      signs_.push_back({Kind::kFormer, {kModelLongAgo, statement.known}, source});
    } else if (!start && !end) {
      signs_.push_back({Kind::kPresent, {statement.known, statement.known}, source});
    }
  }

  void AppendTo(const v1::GetTenuresRequest& request, std::vector<ModelTenure>& tenures) const {
    const auto day = ParseDayNumber(request.as_of().day());
    const auto first = ParseDayNumber(request.time().start());
    const auto last = ParseDayNumber(request.time().end());
    for (const ModelStint& stint : StintsOf(signs_)) {
      if (day && PresenceOn(stint, *day) == v1::PRESENCE_UNSPECIFIED) continue;
      if (last && stint.start.first > *last) continue;
      if (first && stint.ended && stint.end.last < *first) continue;
      v1::Tenure tenure = Told(stint);
      if (day) tenure.set_presence(PresenceOn(stint, *day));
      const bool known = stint.start.first != kModelLongAgo;
      tenures.push_back({known ? stint.start.first : stint.start.last, std::move(tenure)});
    }
  }

 private:
  v1::Tenure Told(const ModelStint& stint) const {
    v1::Tenure tenure;
    tenure.set_person_id(person_);
    tenure.set_organization_id(organization_);
    tenure.set_title(TitleOf(stint));
    tenure.set_ended(stint.ended);
    const v1::EventTime start =
        stint.start_exact ? sources_[stint.starts.front()].event->event.time() : TimeOf(stint.start);
    const v1::EventTime end = stint.ends.empty() ? v1::EventTime()
                              : stint.end_exact  ? sources_[stint.ends.front()].event->event.time()
                                                 : TimeOf(stint.end);
    if (start.ByteSizeLong() > 0) *tenure.mutable_start() = start;
    if (end.ByteSizeLong() > 0) *tenure.mutable_end() = end;
    AddEvents(stint.starts, *tenure.mutable_start_event_ids());
    if (!stint.start_exact) AddEvents(stint.presences, *tenure.mutable_start_event_ids());
    AddEvents(stint.ends, *tenure.mutable_end_event_ids());
    for (const auto* sources : {&stint.starts, &stint.presences, &stint.ends}) {
      AddEvents(*sources, *tenure.mutable_event_ids());
      for (size_t source : *sources) AddOnce(sources_[source].article_id, *tenure.mutable_article_ids());
    }
    return tenure;
  }

  using Ids = google::protobuf::RepeatedPtrField<std::string>;
  static void AddOnce(const std::string& id, Ids& ids) {
    if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) *ids.Add() = id;
  }
  void AddEvents(const std::vector<size_t>& sources, Ids& ids) const {
    for (size_t source : sources) {
      if (sources_[source].event != nullptr) AddOnce(sources_[source].event->event.id(), ids);
    }
  }

  // The latest one, of equals the first; of the end only where nothing else names one.
  std::string TitleOf(const ModelStint& stint) const {
    std::vector<size_t> sources = stint.starts;
    sources.insert(sources.end(), stint.presences.begin(), stint.presences.end());
    std::string title = LatestTitle(sources);
    return title.empty() ? LatestTitle(stint.ends) : title;
  }
  std::string LatestTitle(const std::vector<size_t>& sources) const {
    std::string latest;
    DayNumber day = 0;
    for (size_t place : sources) {
      const Source& source = sources_[place];
      std::string title = source.title;
      if (source.event != nullptr) {
        for (const v1::Argument& argument : source.event->event.arguments()) {
          if (argument.role() == v1::ROLE_TITLE && title.empty()) title = argument.value().text();
        }
      }
      if (title.empty() || (!latest.empty() && source.day <= day)) continue;
      latest = title;
      day = source.day;
    }
    return latest;
  }

  const std::string person_;
  const std::string organization_;
  std::vector<Source> sources_;
  std::vector<ModelSign> signs_;
};

bool IsPerson(const ModelMoment& moment, const std::string& id) {
  const auto entity = moment.entities().find(id);
  return entity != moment.entities().end() && entity->second.type == v1::ENTITY_TYPE_PERSON;
}

// By the other end: of a person the organisations, of anything else the people.
std::map<std::string, Pair> PairsOf(const ModelMoment& moment, const std::string& entity) {
  const bool person = IsPerson(moment, entity);
  std::map<std::string, Pair> pairs;
  const auto with = [&](const std::string& other) -> Pair& {
    return pairs.try_emplace(other, person ? entity : other, person ? other : entity).first->second;
  };
  std::set<std::string> founding_companies;
  for (const ModelEvent& event : moment.events()) {
    if (!event.participants().contains(entity)) continue;
    for (const v1::Edge& edge : EventEdges(event, entity)) {
      const bool out = edge.from_entity_id() == entity;
      const std::string& other = out ? edge.to_entity_id() : edge.from_entity_id();
      const v1::Role own = out ? edge.from_role() : edge.to_role();
      const v1::Role others = out ? edge.to_role() : edge.from_role();
      const auto kind = KindOf(event.event.type(), person ? own : others, person ? others : own);
      if (kind) with(other).AddEvent(event, *kind);
      if (kind && others == v1::ROLE_FOUNDER && !IsPerson(moment, other)) founding_companies.insert(other);
    }
  }
  std::multimap<std::string, const ModelRelation*> posts;  // by title
  for (const ModelRelation& relation : moment.relations()) {
    const bool own = (person ? relation.from : relation.to) == entity;
    if (own && relation.type == v1::RELATION_TYPE_POSITION) posts.emplace(relation.title, &relation);
  }
  for (const auto& [title, relation] : posts) {
    for (const ModelStatement& statement : relation->statements)
      with(person ? relation->to : relation->from).AddStatement(title, statement);
  }
  for (const std::string& company : founding_companies) pairs.erase(company);
  return pairs;
}

}  // namespace

std::vector<ModelTenure> TenuresOf(const ModelMoment& moment, const std::string& entity,
                                   const v1::GetTenuresRequest& request) {
  std::vector<ModelTenure> tenures;
  for (const auto& [other, pair] : PairsOf(moment, entity)) pair.AppendTo(request, tenures);
  std::stable_sort(tenures.begin(), tenures.end(), [](const ModelTenure& a, const ModelTenure& b) {
    return std::tie(a.day, a.tenure.person_id(), a.tenure.organization_id()) <
           std::tie(b.day, b.tenure.person_id(), b.tenure.organization_id());
  });
  return tenures;
}

}  // namespace annals::query
