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
  number = meta_.last_entity() + 1;
  meta_.set_last_entity(number);
  meta_.set_entity_count(meta_.entity_count() + 1);
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
  if (entity.article_count() == 0) unmentioned_.insert(number);
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

void EntityLedger::SettleEntry() {
  for (EntityNumber number : unmentioned_) {
    rows::Entity& entity = At(number);
    if (entity.article_count() > 0) continue;
    batch_.Delete(EntityIdKey(entity.id()));
    batch_.Delete(EntityKey(number));
    meta_.set_entity_count(meta_.entity_count() - 1);
    numbers_.erase(entity.id());
    entities_.erase(number);
  }
  unmentioned_.clear();
}

void EntityLedger::Flush() {
  for (const auto& [number, entity] : entities_) batch_.PutRow(EntityKey(number), *entity);
}

}  // namespace annals::query
