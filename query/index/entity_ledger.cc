#include "query/index/entity_ledger.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "query/index/entity_id_row.h"
#include "query/index/entity_names.h"

namespace annals::query {
namespace {

// Whom `row` was at the end of the entry before this one; nothing where it is that again.
void NoteWas(EntityNumber same_as, uint64_t revision, rows::Entity& row) {
  auto& past = *row.mutable_past_identities();
  if (past.empty() || past.rbegin()->until() != revision) {
    rows::PastIdentity& was = *past.Add();
    was.set_same_as(same_as);
    was.set_until(revision);
  } else if (past.rbegin()->same_as() == row.same_as()) {
    past.RemoveLast();
  }
}

// What reads of the past want to know of an entity, whichever era its row is of.
void CopyPast(const rows::Entity& from, rows::Entity& to) {
  to.set_past_classes(from.past_classes());
  *to.mutable_past_identities() = from.past_identities();
  *to.mutable_past_members() = from.past_members();
}

// Whether the mention's names are the first or the last of their kind.
bool ChangesKeys(const EntityNames& names, const rows::Mention& mention, int sign) {
  if (IsFirstOrLast(names, mention.name(), NameUseKind::kName, sign)) return true;
  return std::any_of(mention.aliases().begin(), mention.aliases().end(), [&](const std::string& alias) {
    return IsFirstOrLast(names, alias, NameUseKind::kAlias, sign);
  });
}

void Insert(EntityNumber number, google::protobuf::RepeatedField<uint64_t>& sorted) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), number);
  const int index = static_cast<int>(at - sorted.begin());
  sorted.Add(number);
  std::rotate(sorted.begin() + index, sorted.end() - 1, sorted.end());
}

void InsertOnce(EntityNumber number, google::protobuf::RepeatedField<uint64_t>& sorted) {
  if (!std::binary_search(sorted.begin(), sorted.end(), number)) Insert(number, sorted);
}

void Erase(EntityNumber number, google::protobuf::RepeatedField<uint64_t>& numbers) {
  numbers.erase(std::remove(numbers.begin(), numbers.end(), number), numbers.end());
}

}  // namespace

rows::Entity& EntityLedger::At(EntityNumber entity) {
  const auto known = remembered_.entities.find(entity);
  if (known != remembered_.entities.end()) {
    if (known->second->batch != remembered_.batch) touched_.push_back(entity);
    known->second->batch = remembered_.batch;
    return known->second->row;
  }
  rows::Entity row;
  batch_.GetRow(EntityKey(entity), row);
  return Remember(entity, std::move(row));
}

rows::Entity& EntityLedger::Remember(EntityNumber entity, rows::Entity row) {
  row.mutable_event_counts()->Resize(kSpanClasses, 0);
  touched_.push_back(entity);
  std::unique_ptr<RememberedEntities::Known>& known = remembered_.entities[entity];
  known = std::make_unique<RememberedEntities::Known>();
  known->row = std::move(row);
  known->batch = remembered_.batch;
  return known->row;
}

EntityNumber EntityLedger::SameAs(EntityNumber entity) {
  const EntityNumber other = At(entity).same_as();
  return other == kNoEntity ? entity : other;
}

EntityNumber EntityLedger::Find(const std::string& id) {
  EntityNumber& number = remembered_.numbers[id];
  if (number != kNoEntity) return number;
  std::string stored;
  EntityIdRow row;
  if (batch_.Get(EntityIdKey(id), stored) && FromText(stored, row)) number = row.number;
  return number;
}

EntityNumber EntityLedger::NumberOf(const std::string& id, v1::EntityType type) {
  if (const EntityNumber known = Find(id); known != kNoEntity) return known;
  EntityNumber number = TakeFromPast(id);
  if (number == kNoEntity) {
    number = meta_.last_entity() + 1;
    meta_.set_last_entity(number);
    Remember(number, rows::Entity());
  }
  meta_.set_entity_count(meta_.entity_count() + 1);
  remembered_.numbers[id] = number;
  rows::Entity& row = At(number);
  row.set_id(id);
  row.set_type(type);
  PutIdRow(number);
  unmentioned_.try_emplace(number, row);
  if (meta_.taught_count() > 0) Learn(number, id);
  return number;
}

// What was taught before the entity came.
void EntityLedger::Learn(EntityNumber entity, const std::string& id) {
  At(entity).set_taught(taught_.IsTold(id));
  const std::string end = taught_.EndOf(id);
  if (end != id) return SetSame(entity, NumberOf(end, At(entity).type()), rows::MERGED);
  for (const std::string& merged : taught_.MergedInto(id)) {
    const rows::Taught taught = taught_.Get(merged);
    if (taught.has_entity()) CountTaughtNames(entity, taught.entity(), 1);
  }
}

void EntityLedger::CountNames(EntityNumber entity, const rows::Mention& mention, int sign) {
  rows::Entity& row = At(entity);
  const auto count = [&] {
    CountName(*row.mutable_names(), mention.name(), NameUseKind::kName, sign);
    for (const std::string& alias : mention.aliases())
      CountName(*row.mutable_names(), alias, NameUseKind::kAlias, sign);
    row.set_article_count(row.article_count() + sign);
  };
  const bool comes_or_goes = row.article_count() == (sign > 0 ? 0u : 1u);
  if (sign < 0 && comes_or_goes) unmentioned_.try_emplace(entity, row);
  comes_or_goes || ChangesKeys(row.names(), mention, sign) ? ChangeNames(entity, count) : count();
}

void EntityLedger::CountTaughtNames(EntityNumber entity, const v1::Entity& taught, int sign) {
  rows::Entity& row = At(entity);
  ChangeNames(entity, [&] {
    CountName(*row.mutable_names(), taught.name(), NameUseKind::kTaughtName, sign);
    for (const std::string& alias : taught.aliases())
      CountName(*row.mutable_names(), alias, NameUseKind::kTaughtAlias, sign);
  });
}

template <typename Change>
void EntityLedger::ChangeNames(EntityNumber entity, const Change& change) {
  const Keys before = KeysOf(At(entity));
  change();
  PutNameRows(entity, before, KeysOf(At(entity)));
  changes_.renamed.try_emplace(entity, before);
}

EntityLedger::Keys EntityLedger::KeysOf(const rows::Entity& entity) const {
  Keys keys;
  for (const rows::Name& name : entity.names()) {
    const NameRank rank = IsName(name) ? NameRank::kName : NameRank::kAlias;
    const std::string key = names_.Key(name.text());
    if (key.empty()) continue;
    const auto [at, fresh] = keys.try_emplace(key, rank);
    if (!fresh) at->second = std::min(at->second, rank);
  }
  return keys;
}

void EntityLedger::PutNameRows(EntityNumber entity, const Keys& before, const Keys& after) {
  const EntityNumber other = At(entity).same_as();
  for (const auto& [key, rank] : before) {
    const auto still = after.find(key);
    if (still == after.end() || still->second != rank) batch_.Delete(NameKey(key, rank, entity));
  }
  for (const auto& [key, rank] : after) {
    const auto was = before.find(key);
    if (was != before.end() && was->second == rank) continue;
    batch_.Put(NameKey(key, rank, entity), other == kNoEntity ? "" : absl::StrCat(other));
  }
}

void EntityLedger::PutIdRow(EntityNumber entity) {
  batch_.Put(EntityIdKey(At(entity).id()), ToText({entity, SameAs(entity)}));
}

void EntityLedger::SetSame(EntityNumber entity, EntityNumber other, rows::Identity identity) {
  rows::Entity& row = At(entity);
  const EntityNumber before = SameAs(entity);
  row.set_identity(entity == other ? rows::OWN : identity);
  if (before == other) return;
  row.set_same_as(entity == other ? kNoEntity : other);
  NoteWas(before == entity ? kNoEntity : before, meta_.applied_revision() + 1, row);
  if (before != entity) Erase(entity, *At(before).mutable_members());
  if (before != entity) InsertOnce(entity, *At(before).mutable_past_members());
  if (before != entity) unmentioned_.try_emplace(before, At(before));
  if (other != entity) Insert(entity, *At(other).mutable_members());
  meta_.set_entity_count(meta_.entity_count() + (before != entity ? 1 : 0) - (other != entity ? 1 : 0));
  PutIdRow(entity);
  PutNameRows(entity, {}, KeysOf(row));
  changes_.moved.insert(entity);
  // The names of both ends, as a whole, are others now.
  for (EntityNumber end : {entity, before, other}) changes_.renamed.try_emplace(end, KeysOf(At(end)));
}

void EntityLedger::SetTaught(EntityNumber entity, bool taught) {
  rows::Entity& row = At(entity);
  if (row.taught() == taught) return;
  row.set_taught(taught);
  changes_.retaught.insert(entity);
  changes_.renamed.try_emplace(entity, KeysOf(row));
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
  row.set_relation_count(row.relation_count() + sign);
}

void EntityLedger::NotePast(EntityNumber entity, SpanClass span_class) {
  rows::Entity& row = At(entity);
  row.set_past_classes(row.past_classes() | 1u << static_cast<int>(span_class));
}

// Whom nobody mentions, and who is nobody else, goes; that may leave others alone.
void EntityLedger::SettleEntry() {
  while (!unmentioned_.empty()) {
    const auto last = unmentioned_.extract(unmentioned_.begin());
    const rows::Entity& row = At(last.key());
    if (!row.id().empty() && row.article_count() == 0 && row.members().empty())
      Remove(last.key(), last.mapped());
  }
  changes_ = Changes();
}

// Under the names it had last.
void EntityLedger::Remove(EntityNumber entity, rows::Entity last) {
  SetSame(entity, entity, rows::OWN);
  const rows::Entity& row = At(entity);
  CopyPast(row, last);
  for (const auto& [key, rank] : KeysOf(row)) batch_.Delete(NameKey(key, rank, entity));
  batch_.Delete(EntityIdKey(last.id()));
  batch_.Delete(EntityKey(entity));
  const bool was_somebody = last.past_classes() != 0 || !last.past_members().empty();
  if (last.article_count() > 0 || was_somebody) MoveToPast(entity, last);
  meta_.set_entity_count(meta_.entity_count() - 1);
  remembered_.numbers.erase(last.id());
  remembered_.entities.erase(entity);
  removed_.insert(entity);
  unmentioned_.erase(entity);
}

void EntityLedger::MoveToPast(EntityNumber number, const rows::Entity& last) {
  remembered_.some_past = true;
  rows::Entity past;
  past.set_id(last.id());
  past.set_type(last.type());
  *past.mutable_names() = last.names();
  CopyPast(last, past);
  batch_.Put(EntityIdKey(last.id(), Era::kPast), absl::StrCat(number));
  batch_.PutRow(EntityKey(number, Era::kPast), past);
  for (const auto& [key, rank] : KeysOf(last)) batch_.Put(NameKey(key, rank, number, Era::kPast), "");
}

// An entity that is mentioned again has the number it had. kNoEntity where there was none.
EntityNumber EntityLedger::TakeFromPast(const std::string& entity_id) {
  if (!remembered_.some_past) remembered_.some_past = batch_.MayHold(EntityIdKey("", Era::kPast));
  if (!*remembered_.some_past) return kNoEntity;
  EntityNumber number = kNoEntity;
  std::string stored;
  const std::string id_key = EntityIdKey(entity_id, Era::kPast);
  if (!batch_.Get(id_key, stored) || !absl::SimpleAtoi(stored, &number)) return kNoEntity;
  rows::Entity last;
  batch_.GetRow(EntityKey(number, Era::kPast), last);
  batch_.Delete(id_key);
  batch_.Delete(EntityKey(number, Era::kPast));
  for (const auto& [key, rank] : KeysOf(last)) batch_.Delete(NameKey(key, rank, number, Era::kPast));
  CopyPast(last, At(number));
  return number;
}

std::vector<EntityNumber> EntityLedger::Flush() {
  std::vector<EntityNumber> seen(removed_.begin(), removed_.end());
  for (EntityNumber number : touched_) {
    const auto known = remembered_.entities.find(number);
    if (known == remembered_.entities.end()) continue;
    if (!known->second->row.id().empty()) batch_.PutRow(EntityKey(number), known->second->row);
    seen.push_back(number);
  }
  return seen;
}

}  // namespace annals::query
