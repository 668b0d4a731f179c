#include "query/index/entity_ledger.h"

#include <algorithm>
#include <memory>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

// Counts a form of the name; forms are sorted by text. True where a count rose from or fell to zero.
bool CountName(rows::Entity& entity, absl::string_view text, bool as_name, int sign) {
  auto& names = *entity.mutable_names();
  auto at = std::lower_bound(names.begin(), names.end(), text,
                             [](const rows::Name& name, absl::string_view t) { return name.text() < t; });
  if (at == names.end() || at->text() != text) {
    const int index = static_cast<int>(at - names.begin());
    names.Add()->set_text(std::string(text));
    for (int i = names.size() - 1; i > index; --i) names.SwapElements(i, i - 1);
    at = names.begin() + index;
  }
  const uint64_t before = as_name ? at->as_name() : at->as_alias();
  const uint64_t after = before + sign;
  as_name ? at->set_as_name(after) : at->set_as_alias(after);
  if (at->as_name() == 0 && at->as_alias() == 0) names.erase(at);
  return before == 0 || after == 0;
}

}  // namespace

rows::Entity& EntityLedger::At(EntityNumber entity) {
  std::unique_ptr<rows::Entity>& slot = entities_[entity];
  if (slot == nullptr) {
    slot = std::make_unique<rows::Entity>();
    batch_.GetRow(EntityKey(entity), *slot);
    slot->mutable_event_counts()->Resize(kSpanClasses, 0);
  }
  return *slot;
}

EntityNumber EntityLedger::NumberOf(const v1::Entity& entity) {
  EntityNumber& number = numbers_[entity.id()];
  if (number != kNoEntity) return number;
  std::string stored;
  if (batch_.Get(EntityIdKey(entity.id()), stored) && absl::SimpleAtoi(stored, &number)) return number;
  meta_.set_entity_count(meta_.entity_count() + 1);
  number = TakeFromPast(entity.id());
  if (number == kNoEntity) {
    number = meta_.last_entity() + 1;
    meta_.set_last_entity(number);
  }
  batch_.Put(EntityIdKey(entity.id()), absl::StrCat(number));
  rows::Entity& row = At(number);
  row.set_id(entity.id());
  row.set_type(entity.type());
  return number;
}

rows::Mention EntityLedger::AddMention(const v1::Entity& entity) {
  rows::Mention mention;
  mention.set_entity(NumberOf(entity));
  mention.set_name(entity.name());
  *mention.mutable_aliases() = entity.aliases();
  CountNames(mention.entity(), mention, 1);
  return mention;
}

void EntityLedger::RemoveMention(const rows::Mention& mention) { CountNames(mention.entity(), mention, -1); }

void EntityLedger::CountNames(EntityNumber number, const rows::Mention& mention, int sign) {
  rows::Entity& entity = At(number);
  const rows::Entity before = entity;
  bool changed = CountName(entity, mention.name(), true, sign);
  for (const std::string& alias : mention.aliases()) changed |= CountName(entity, alias, false, sign);
  if (changed) ReplaceNameRows(number, NameRowsOf(before), NameRowsOf(entity));
  entity.set_article_count(entity.article_count() + sign);
  if (entity.article_count() == 0) unmentioned_.emplace(number, before);
}

EntityLedger::NameRows EntityLedger::NameRowsOf(const rows::Entity& entity) const {
  std::set<std::string> as_name;
  std::set<std::string> all;
  for (const rows::Name& name : entity.names()) {
    const std::string key = names_.Key(name.text());
    if (name.as_name() > 0) as_name.insert(key);
    all.insert(key);
  }
  NameRows rows;
  for (const std::string& key : all) {
    if (!key.empty()) rows.emplace(key, as_name.contains(key) ? NameRank::kName : NameRank::kAlias);
  }
  return rows;
}

void EntityLedger::ReplaceNameRows(EntityNumber number, const NameRows& before, const NameRows& after) {
  for (const auto& [key, rank] : before) {
    if (!after.contains({key, rank})) batch_.Delete(NameKey(key, rank, number));
  }
  for (const auto& [key, rank] : after) {
    if (!before.contains({key, rank})) batch_.Put(NameKey(key, rank, number), "");
  }
}

void EntityLedger::CountEvent(EntityNumber entity, SpanClass span_class, uint64_t edges, int sign) {
  rows::Entity& row = At(entity);
  const int c = static_cast<int>(span_class);
  row.set_event_counts(c, row.event_counts(c) + sign);
  row.set_edge_count(row.edge_count() + sign * edges);
}

void EntityLedger::CountEdge(EntityNumber entity, int sign) {
  rows::Entity& row = At(entity);
  row.set_edge_count(row.edge_count() + sign);
}

void EntityLedger::NotePast(EntityNumber entity, SpanClass span_class) {
  rows::Entity& row = At(entity);
  row.set_past_classes(row.past_classes() | 1u << static_cast<int>(span_class));
}

void EntityLedger::SettleEntry() {
  for (auto& [number, last] : unmentioned_) {
    rows::Entity& entity = At(number);
    if (entity.article_count() > 0) continue;
    *entity.mutable_names() = last.names();
    MoveToPast(number, entity);
    meta_.set_entity_count(meta_.entity_count() - 1);
    numbers_.erase(last.id());
    entities_.erase(number);
  }
  unmentioned_.clear();
}

// Under the names it had last.
void EntityLedger::MoveToPast(EntityNumber number, rows::Entity last) {
  batch_.Delete(EntityIdKey(last.id()));
  batch_.Delete(EntityKey(number));
  batch_.Put(EntityIdKey(last.id(), Era::kPast), absl::StrCat(number));
  batch_.PutRow(EntityKey(number, Era::kPast), last);
  for (const auto& [key, rank] : NameRowsOf(last)) batch_.Put(NameKey(key, rank, number, Era::kPast), "");
}

// An entity that is mentioned again has the number it had. kNoEntity where there was none.
EntityNumber EntityLedger::TakeFromPast(const std::string& entity_id) {
  EntityNumber number = kNoEntity;
  std::string stored;
  const std::string id_key = EntityIdKey(entity_id, Era::kPast);
  if (!batch_.Get(id_key, stored) || !absl::SimpleAtoi(stored, &number)) return kNoEntity;
  rows::Entity last;
  batch_.GetRow(EntityKey(number, Era::kPast), last);
  batch_.Delete(id_key);
  batch_.Delete(EntityKey(number, Era::kPast));
  for (const auto& [key, rank] : NameRowsOf(last)) batch_.Delete(NameKey(key, rank, number, Era::kPast));
  At(number).set_past_classes(last.past_classes());
  return number;
}

void EntityLedger::Flush() {
  for (const auto& [number, entity] : entities_) batch_.PutRow(EntityKey(number), *entity);
}

}  // namespace annals::query
