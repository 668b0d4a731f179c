#include "query/index/article_change.h"

#include <set>
#include <tuple>

namespace annals::query {
namespace {

constexpr int kMaxTypeByte = 255;

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
    *resolved.event.add_arguments() = argument;
    resolved.numbers.push_back(number);
  }
  return resolved;
}

void AddMentions(const v1::Extraction& extraction, EntityLedger& ledger, ArticleChange& change) {
  for (const v1::Entity& entity : extraction.entities()) {
    if (entity.id().empty() || change.ids.contains(entity.id())) continue;
    rows::Mention& mention = *change.after->add_mentions();
    mention.set_entity(ledger.NumberOf(entity.id(), entity.type()));
    mention.set_name(entity.name());
    *mention.mutable_aliases() = entity.aliases();
    change.ids[entity.id()] = mention.entity();
  }
}

void AddRelations(const v1::Extraction& extraction, ArticleChange& change) {
  std::set<std::tuple<int, EntityNumber, EntityNumber, std::string>> seen;
  for (const v1::Relation& relation : extraction.relations()) {
    const EntityNumber from = Resolve(change.ids, relation.from_entity_id());
    const EntityNumber to = Resolve(change.ids, relation.to_entity_id());
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
  AddMentions(extracted.extraction(), ledger, change);
  AddRelations(extracted.extraction(), change);
  change.new_reports = {article.number(),
                        article.article().id(),
                        ParseDayNumber(article.article().published_at()),
                        static_cast<DayNumber>(article.known()),
                        {}};
  for (const v1::Event& event : extracted.extraction().events()) {
    if (event.type() <= 0 || event.type() > kMaxTypeByte) continue;
    change.new_reports.reports.push_back(Resolve(change.ids, event));
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
  for (ResolvedEvent& report : change.new_reports.reports) {
    for (int i = 0; i < report.event.arguments_size(); ++i) {
      if (!report.event.arguments(i).has_entity_id()) continue;
      const EntityNumber entity = entities[Resolve(change.ids, report.event.arguments(i).entity_id())];
      changed |= report.numbers[i] != entity;
      report.numbers[i] = entity;
    }
  }
  return changed;
}

}  // namespace annals::query
