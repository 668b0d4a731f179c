#include "tests/query/model/model_moment.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/str_format.h"
#include "query/events/report_merge.h"

namespace annals::query {
namespace {

// "" where the extraction does not hold the entity.
std::string Resolved(const ModelIdentity& identity, size_t at, const std::string& id) {
  const auto found = identity.entities.find({at, id});
  return found == identity.entities.end() ? "" : found->second;
}

// With the index's entities; an argument that names none of the extraction is left out.
v1::Event Resolved(const ModelIdentity& identity, size_t at, const v1::Event& event) {
  v1::Event resolved = event;
  resolved.clear_arguments();
  for (const v1::Argument& argument : event.arguments()) {
    const std::string id = argument.has_entity_id() ? Resolved(identity, at, argument.entity_id()) : "";
    if (argument.has_entity_id() && id.empty()) continue;
    v1::Argument& kept = *resolved.add_arguments();
    kept = argument;
    if (argument.has_entity_id()) kept.set_entity_id(id);
  }
  return resolved;
}

// "ev-7-0-1f3a": first report, and a check on its article's own id of the event.
std::string PublicId(const ModelCluster& cluster) {
  const ModelReport& first = *cluster.front();
  return absl::StrFormat("ev-%d-%d-%04x", first.ref.article, first.ref.ordinal,
                         static_cast<uint16_t>(Fingerprint(first.event.id())));
}

auto PlaceOf(const ModelEvent& event) {
  const auto span = event.span();
  return std::make_tuple(!span.has_value(), span ? span->first : 0, event.reports.front()->ref);
}

auto AgeOf(const ModelStatement& statement) {
  return std::make_pair(-statement.published.value_or(0), statement.number);
}

}  // namespace

v1::Event Merged(const ModelCluster& cluster) {
  std::vector<Report> reports;
  for (const ModelReport* report : cluster) {
    Report told{report->ref, report->published, {report->event, {}}};
    told.told.numbers.assign(report->event.arguments_size(), kNoEntity);
    reports.push_back(std::move(told));
  }
  return MergeReports(reports).event;
}

std::vector<std::string> ModelEvent::article_ids() const {
  std::vector<std::string> ids;
  for (const ModelReport* report : reports) ids.push_back(report->article_id);
  return ids;
}

std::map<std::string, std::set<v1::Role>> ModelEvent::participants() const {
  std::map<std::string, std::set<v1::Role>> roles;
  for (const v1::Argument& argument : event.arguments()) {
    if (argument.has_entity_id()) roles[argument.entity_id()].insert(argument.role());
  }
  return roles;
}

ModelMoment::ModelMoment(const std::vector<ArticleVersion>& versions, const ModelIdentity& identity,
                         const ModelTaught& taught, ModelPast past) {
  for (size_t at = 0; at < versions.size(); ++at) {
    if (past.Sees(versions[at])) AddVersion(at, versions[at], identity);
  }
  AddTaught(taught);
  MakeEvents();
}

void ModelMoment::AddVersion(size_t at, const ArticleVersion& version, const ModelIdentity& identity) {
  const v1::Extraction& extraction = version.content.extraction();
  for (int i = 0; i < extraction.events_size(); ++i) {
    reports_.push_back({.ref = {version.number, static_cast<uint64_t>(i)},
                        .article_id = version.id(),
                        .revision = version.since,
                        .published = version.published,
                        .known = version.known,
                        .article = version.content.article(),
                        .event = Resolved(identity, at, extraction.events(i))});
  }
  AddRelations(at, version, identity);
  AddEntities(at, version, identity);
}

void ModelMoment::AddRelations(size_t at, const ArticleVersion& version, const ModelIdentity& identity) {
  for (const v1::Relation& stated : version.content.extraction().relations()) {
    const std::string from = Resolved(identity, at, stated.from_entity_id());
    const std::string to = Resolved(identity, at, stated.to_entity_id());
    if (from.empty() || to.empty() || from == to) continue;
    auto relation = std::find_if(relations_.begin(), relations_.end(), [&](const ModelRelation& r) {
      return r.from == from && r.to == to && r.type == stated.type() && r.title == stated.title();
    });
    if (relation == relations_.end())
      relation = relations_.insert(relation, {from, to, stated.type(), stated.title(), {}});
    const bool again = std::any_of(relation->statements.begin(), relation->statements.end(),
                                   [&](const auto& other) { return other.article_id == version.id(); });
    if (again) continue;
    relation->statements.push_back({version.published, version.known, version.number, version.id(), stated});
    std::sort(relation->statements.begin(), relation->statements.end(),
              [](const auto& a, const auto& b) { return AgeOf(a) < AgeOf(b); });
  }
}

void ModelMoment::AddEntities(size_t at, const ArticleVersion& version, const ModelIdentity& identity) {
  std::set<std::string> seen;
  for (const v1::Entity& entity : version.content.extraction().entities()) {
    if (!seen.insert(entity.id()).second) continue;
    const std::string id = Resolved(identity, at, entity.id());
    ModelEntity& mentioned = entities_[id];
    mentioned.id = id;
    mentioned.Mention(identity.own_ids.at({at, entity.id()}), entity);
  }
}

void ModelMoment::AddTaught(const ModelTaught& taught) {
  for (const auto& [id, entity] : taught.names) {
    const auto end = entities_.find(taught.EndOf(id));
    if (end != entities_.end()) end->second.Teach(entity);
  }
}

void ModelMoment::MakeEvents() {
  for (ModelCluster& cluster : ClustersOf(reports_)) {
    ModelEvent event{.event = Merged(cluster), .first_known = cluster.front()->known};
    for (const ModelReport* report : cluster) event.first_known = std::min(event.first_known, report->known);
    event.event.set_id(PublicId(cluster));
    event.reports = std::move(cluster);
    events_.push_back(std::move(event));
  }
  std::sort(events_.begin(), events_.end(),
            [](const ModelEvent& a, const ModelEvent& b) { return PlaceOf(a) < PlaceOf(b); });
}

}  // namespace annals::query
