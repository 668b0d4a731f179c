#include "query/index/article_change.h"

#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"

namespace annals::query {
namespace {

constexpr int kMaxTypeByte = 255;

// Entity.id of an extraction to a number.
using Numbers = absl::flat_hash_map<std::string, EntityNumber>;

EntityNumber Resolve(const Numbers& numbers, const std::string& entity_id) {
  const auto found = numbers.find(entity_id);
  return found == numbers.end() ? kNoEntity : found->second;
}

ResolvedEvent Resolve(const Numbers& numbers, const v1::Event& event) {
  ResolvedEvent resolved{event, {}};
  resolved.event.clear_arguments();
  for (const v1::Argument& argument : event.arguments()) {
    const EntityNumber number = argument.has_entity_id() ? Resolve(numbers, argument.entity_id()) : kNoEntity;
    if (argument.has_entity_id() && number == kNoEntity) continue;
    v1::Argument& added = *resolved.event.add_arguments();
    added = argument;
    if (argument.has_entity_id()) added.clear_entity_id();
    resolved.numbers.push_back(number);
  }
  return resolved;
}

Numbers AddMentions(const v1::Extraction& extraction, EntityLedger& ledger, ArticleChange& change) {
  Numbers ids;
  for (const v1::Entity& entity : extraction.entities()) {
    if (entity.id().empty() || ids.contains(entity.id())) continue;
    rows::Mention& mention = *change.after->add_mentions();
    mention.set_entity(ledger.NumberOf(entity.id(), entity.type()));
    mention.set_name(entity.name());
    *mention.mutable_aliases() = entity.aliases();
    ids[entity.id()] = mention.entity();
  }
  return ids;
}

void AddRelations(const v1::Extraction& extraction, const Numbers& ids, ArticleChange& change) {
  std::set<std::tuple<int, EntityNumber, EntityNumber, std::string>> seen;
  for (const v1::Relation& relation : extraction.relations()) {
    const EntityNumber from = Resolve(ids, relation.from_entity_id());
    const EntityNumber to = Resolve(ids, relation.to_entity_id());
    const bool whole = from != kNoEntity && to != kNoEntity && from != to;
    if (!whole || relation.type() <= 0 || relation.type() > kMaxTypeByte) continue;
    if (!seen.emplace(relation.type(), from, to, relation.title()).second) continue;
    rows::StatedRelation& stated = *change.after->add_relations();
    stated.set_from_id(from);
    stated.set_to_id(to);
    stated.set_type(relation.type());
    stated.set_title(relation.title());
    stated.set_former(relation.former());
    if (relation.has_time()) *stated.mutable_time() = relation.time();
  }
}

}  // namespace

EntityNumber IdOf(const rows::Mention& mention) {
  return mention.plain() == kNoEntity ? mention.entity() : mention.plain();
}

void ReadExtraction(const v1::ArticleExtracted& extracted, EntityLedger& ledger, ArticleChange& change) {
  rows::Article& article = *change.after;
  const Numbers ids = AddMentions(extracted.extraction(), ledger, change);
  AddRelations(extracted.extraction(), ids, change);
  change.new_reports = {article.number(),
                        article.article().id(),
                        ParseDayNumber(article.article().published_at()),
                        static_cast<DayNumber>(article.known()),
                        {},
                        {}};
  for (const v1::Event& event : extracted.extraction().events()) {
    if (event.type() <= 0 || event.type() > kMaxTypeByte) continue;
    change.new_reports.reports.push_back(Resolve(ids, event));
    change.new_reports.ids.push_back(change.new_reports.reports.back().numbers);
  }
  article.set_report_count(change.new_reports.reports.size());
}

bool NameEntities(EntityLedger& ledger, ArticleChange& change) {
  absl::flat_hash_map<EntityNumber, EntityNumber> entities;  // by id
  for (const rows::Mention& mention : change.after->mentions())
    entities[IdOf(mention)] = ledger.SameAs(mention.entity());
  bool changed = false;
  for (rows::StatedRelation& relation : *change.after->mutable_relations()) {
    const EntityNumber from = entities[relation.from_id()];
    const EntityNumber to = entities[relation.to_id()];
    changed |= relation.from() != from || relation.to() != to;
    relation.set_from(from);
    relation.set_to(to);
  }
  ArticleReports& reports = change.new_reports;
  for (size_t r = 0; r < reports.reports.size(); ++r) {
    std::vector<EntityNumber>& numbers = reports.reports[r].numbers;
    for (size_t i = 0; i < numbers.size(); ++i) {
      const EntityNumber id = reports.ids[r][i];
      const EntityNumber entity = id == kNoEntity ? id : entities[id];
      changed |= numbers[i] != entity;
      numbers[i] = entity;
    }
  }
  return changed;
}

}  // namespace annals::query
