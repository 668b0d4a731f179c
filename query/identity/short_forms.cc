#include "query/identity/short_forms.h"

#include <algorithm>

namespace annals::query {
namespace {

bool Within(const std::set<std::string>& some, const std::set<std::string>& all) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// Whether each name of `entity` is an alias of `full`.
bool IsShortOf(const NamedEntity& entity, const NamedEntity& full) {
  return entity.made && Within(entity.names, full.aliases) && Within(entity.aliases, full.aliases);
}

bool Share(const NamedEntity& entity, const std::set<std::string>& keys) {
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return entity.HasName(key); });
}

bool InTheWay(const NamedEntity& entity, const NamedEntity& other, const NamedEntity& full) {
  if (other.number == full.number) return false;
  if (Share(entity, other.aliases)) return !IsShortOf(other, full);
  return !other.made && Share(entity, other.names);
}

}  // namespace

bool MayBeShortForm(v1::EntityType type) {
  return type == v1::ENTITY_TYPE_ORGANIZATION || type == v1::ENTITY_TYPE_PRODUCT ||
         type == v1::ENTITY_TYPE_UNIT;
}

EntityNumber FullFormOf(const NamedEntity& entity, const std::vector<NamedEntity>& others) {
  for (const NamedEntity& full : others) {
    if (!IsShortOf(entity, full)) continue;
    const bool plain = std::none_of(others.begin(), others.end(),
                                    [&](const NamedEntity& other) { return InTheWay(entity, other, full); });
    if (plain) return full.number;
  }
  return kNoEntity;
}

}  // namespace annals::query
