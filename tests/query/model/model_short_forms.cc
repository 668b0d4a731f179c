#include "tests/query/model/model_short_forms.h"

#include <algorithm>

namespace annals::query {
namespace {

using Keys = std::set<std::string>;

bool Share(const Keys& a, const Keys& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& key) { return b.contains(key); });
}

Keys AllNames(const ModelNamed& entity) {
  Keys all = entity.names;
  all.insert(entity.aliases.begin(), entity.aliases.end());
  return all;
}

bool AllAreAliasesOf(const ModelNamed& entity, const ModelNamed& full) {
  const Keys all = AllNames(entity);
  return entity.made && std::all_of(all.begin(), all.end(),
                                    [&](const std::string& key) { return full.aliases.contains(key); });
}

// Whether one of the names could mean `other` instead: it has it as an alias and is no short form of the same
// itself; or a list or a user gives it this very name.
bool CouldMean(const ModelNamed& entity, const ModelNamed& other, const ModelNamed& full) {
  if (Share(AllNames(entity), other.aliases)) return !AllAreAliasesOf(other, full);
  return !other.made && Share(AllNames(entity), other.names);
}

bool IsShortFor(const std::string& id, const std::string& full,
                const std::map<std::string, ModelNamed>& entities) {
  const ModelNamed& entity = entities.at(id);
  if (id == full || entity.type != entities.at(full).type) return false;
  if (entity.type == v1::ENTITY_TYPE_PERSON || !AllAreAliasesOf(entity, entities.at(full))) return false;
  return std::none_of(entities.begin(), entities.end(), [&](const auto& other) {
    return other.first != id && other.first != full && other.second.type == entity.type &&
           CouldMean(entity, other.second, entities.at(full));
  });
}

}  // namespace

std::map<std::string, std::string> ShortFormsAmong(const std::map<std::string, ModelNamed>& entities) {
  std::map<std::string, std::string> full_forms;
  for (const auto& [id, entity] : entities) {
    for (const auto& [full, other] : entities) {
      if (IsShortFor(id, full, entities)) full_forms[id] = full;
    }
  }
  return full_forms;
}

}  // namespace annals::query
