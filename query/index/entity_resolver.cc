#include "query/index/entity_resolver.h"

#include <algorithm>
#include <iterator>

#include "common/entity_ids/made_entity_id.h"
#include "query/identity/namesakes.h"
#include "query/index/index_keys.h"

namespace annals::query {
namespace {

bool IsMade(const rows::Entity& row) {
  const auto made = ParseMadeEntityId(row.id());
  return made && made->type == row.type();
}

std::vector<PersonMention> MentionsIn(const Places& places) {
  std::vector<PersonMention> mentions;
  for (const auto& [article, place] : places)
    mentions.push_back({article, {place.affiliations().begin(), place.affiliations().end()}});
  return mentions;
}

}  // namespace

void EntityResolver::Put(const v1::Entity& entity) {
  if (entity.id().empty()) return;
  Teach({entity.id()}, [&] { taught_.PutEntity(entity); });
}

void EntityResolver::Merge(const v1::EntitiesMerged& merged) {
  const std::string& from = merged.from_entity_id();
  const std::string& into = merged.into_entity_id();
  if (from.empty() || into.empty() || from == into) return;
  const std::string before = taught_.Get(from).merged_into();
  Teach(taught_.MergedInto(from), [&] { taught_.Merge(from, into); });
  for (const std::string& other : {before, into, taught_.EndOf(from)}) Settle(other);
}

void EntityResolver::Delete(const std::string& id) {
  if (id.empty()) return;
  const std::string end = taught_.EndOf(id);
  const std::string into = taught_.Get(id).merged_into();
  Teach(taught_.MergedInto(id), [&] { taught_.Delete(id); });
  for (const std::string& other : {into, end}) Settle(other);
}

// `ids`: those that may be somebody else after the change. Names that users taught go with them.
template <typename Change>
void EntityResolver::Teach(const std::set<std::string>& ids, const Change& change) {
  const auto count = [&](int sign) {
    for (const std::string& id : ids) {
      const rows::Taught taught = taught_.Get(id);
      const EntityNumber entity = ledger_.Find(taught_.EndOf(id));
      if (taught.has_entity() && entity != kNoEntity) ledger_.CountTaughtNames(entity, taught.entity(), sign);
    }
  };
  count(-1);
  change();
  count(1);
  for (const std::string& id : ids) Settle(id);
}

// Merges from and into the id, as they are now.
void EntityResolver::Settle(const std::string& id) {
  const EntityNumber entity = ledger_.Find(id);
  if (entity == kNoEntity) return;
  ledger_.SetTaught(entity, taught_.IsTold(id));
  const rows::Entity& row = ledger_.At(entity);
  const std::string end = taught_.EndOf(id);
  if (end != id) {
    const EntityNumber other = ledger_.NumberOf(end, row.type());
    // It may have been a short form until now.
    if (ledger_.SameAs(other) != other) ledger_.SetSame(other, other, rows::OWN);
    return ledger_.SetSame(entity, other, rows::MERGED);
  }
  if (row.taught() || row.identity() == rows::MERGED) ledger_.SetSame(entity, entity, rows::OWN);
}

void EntityResolver::ResolveShortForms(const std::map<EntityNumber, EntityLedger::Keys>& renamed) {
  std::set<EntityNumber> open;
  for (const auto& [entity, before] : renamed) {
    if (!MayBeShortForm(ledger_.At(entity).type())) continue;
    const NamedEntity now = Named(AfterMerges(entity));
    std::set<std::string> keys = now.names;
    keys.insert(now.aliases.begin(), now.aliases.end());
    for (const auto& [key, rank] : before) keys.insert(key);
    for (const std::string& key : keys) {
      const std::set<EntityNumber> sharers = SharersOf(key);
      open.insert(sharers.begin(), sharers.end());
    }
    open.insert(entity);
  }
  for (EntityNumber entity : open) {
    if (ledger_.At(entity).identity() == rows::MERGED) continue;
    const EntityNumber full = MayBeShort(entity) ? FullFormOf(entity) : kNoEntity;
    if (full != kNoEntity && ledger_.SameAs(full) != full) ledger_.SetSame(full, full, rows::OWN);
    ledger_.SetSame(entity, full == kNoEntity ? entity : full, rows::SHORT_FORM);
  }
}

bool EntityResolver::MayBeShort(EntityNumber entity) {
  const rows::Entity& row = ledger_.At(entity);
  return MayBeShortForm(row.type()) && IsMade(row) && !row.taught() && IsMentioned(entity) &&
         row.mention_count() <= kMaxNameGroup;
}

// By itself, or under an id that was merged into it.
bool EntityResolver::IsMentioned(EntityNumber entity) {
  const rows::Entity& row = ledger_.At(entity);
  return row.article_count() > 0 ||
         std::any_of(row.members().begin(), row.members().end(), [&](EntityNumber member) {
           const rows::Entity& part = ledger_.At(member);
           return part.identity() == rows::MERGED && part.article_count() > 0;
         });
}

EntityNumber EntityResolver::AfterMerges(EntityNumber entity) {
  return ledger_.At(entity).identity() == rows::MERGED ? ledger_.SameAs(entity) : entity;
}

std::set<EntityNumber> EntityResolver::SharersOf(const std::string& name_key) {
  std::set<EntityNumber> sharers;
  batch_.Scan(NamePrefix(name_key, true), [&](absl::string_view key, absl::string_view) {
    NameRow row;
    if (ParseNameKey(key, row) && IsMentioned(row.entity)) sharers.insert(row.entity);
  });
  return sharers;
}

// With the names of all that were merged into it.
NamedEntity EntityResolver::Named(EntityNumber entity) {
  const rows::Entity& row = ledger_.At(entity);
  NamedEntity named{entity, IsMade(row) && !row.taught(), {}, {}};
  const auto add = [&](const rows::Entity& part) {
    for (const auto& [key, rank] : ledger_.KeysOf(part))
      (rank == NameRank::kName ? named.names : named.aliases).insert(key);
  };
  add(row);
  for (EntityNumber member : row.members()) {
    if (ledger_.At(member).identity() == rows::MERGED) add(ledger_.At(member));
  }
  for (const std::string& name : named.names) named.aliases.erase(name);
  return named;
}

EntityNumber EntityResolver::FullFormOf(EntityNumber entity) {
  const NamedEntity named = Named(entity);
  std::set<EntityNumber> others;
  for (const auto* keys : {&named.names, &named.aliases}) {
    for (const std::string& key : *keys) {
      const std::set<EntityNumber> sharers = SharersOf(key);
      if (sharers.size() > kMaxSharers) return kNoEntity;
      for (EntityNumber sharer : sharers) others.insert(AfterMerges(sharer));
    }
  }
  others.erase(entity);
  std::vector<NamedEntity> same_type;
  for (EntityNumber other : others) {
    if (ledger_.At(other).type() == ledger_.At(entity).type()) same_type.push_back(Named(other));
  }
  return query::FullFormOf(named, same_type);
}

bool EntityResolver::MayHaveNamesakes(const rows::Entity& row) {
  return row.type() == v1::ENTITY_TYPE_PERSON && IsMade(row);
}

std::vector<uint64_t> EntityResolver::PartPeople(EntityNumber plain) {
  const bool whole = ledger_.At(plain).taught() || ledger_.At(plain).mention_count() > kMaxNameGroup;
  if (whole && ledger_.At(plain).namesakes().empty()) return {};
  const Places places = places_.All(plain);
  std::vector<size_t> persons(places.size());
  if (!whole) persons = PartNamesakes(MentionsIn(places));
  const std::vector<EntityNumber> namesakes = NamesakesOf(plain, places, persons);
  SetNamesakes(plain, {namesakes.begin() + 1, namesakes.end()});
  std::vector<uint64_t> moved;
  auto person = persons.begin();
  for (auto [article, place] : places) {
    const EntityNumber namesake = namesakes[*person++];
    if (place.namesake() == namesake) continue;
    place.set_namesake(namesake);
    places_.Replace(plain, place);
    moved.push_back(article);
  }
  return moved;
}

// By person; the first, who has the plain id, is kNoEntity.
std::vector<EntityNumber> EntityResolver::NamesakesOf(EntityNumber plain, const Places& places,
                                                      const std::vector<size_t>& persons) {
  const auto last = std::max_element(persons.begin(), persons.end());
  std::vector<EntityNumber> namesakes(last == persons.end() ? 1 : 1 + *last, kNoEntity);
  auto person = persons.begin();
  for (const auto& [article, place] : places) {
    const size_t who = *person++;
    if (who == 0 || namesakes[who] != kNoEntity || place.affiliations().empty()) continue;
    std::vector<std::string> organizations;
    for (EntityNumber affiliation : place.affiliations())
      organizations.push_back(ledger_.At(affiliation).id());
    const std::string id = NamesakeId(ledger_.At(plain).id(), organizations);
    namesakes[who] = ledger_.NumberOf(id, v1::ENTITY_TYPE_PERSON);
  }
  return namesakes;
}

void EntityResolver::SetNamesakes(EntityNumber plain, std::vector<EntityNumber> namesakes) {
  std::sort(namesakes.begin(), namesakes.end());
  rows::Entity& row = ledger_.At(plain);
  for (EntityNumber namesake : row.namesakes()) ledger_.At(namesake).clear_namesake_of();
  for (EntityNumber namesake : namesakes) ledger_.At(namesake).set_namesake_of(plain);
  row.mutable_namesakes()->Assign(namesakes.begin(), namesakes.end());
}

}  // namespace annals::query
