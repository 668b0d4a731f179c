#include "tests/query/model/model_entities.h"

#include <algorithm>
#include <set>
#include <utility>

namespace annals::query {
namespace {

std::string BestOf(const std::map<std::string, ModelUses>& forms) {
  std::string best;
  std::pair<int, int> standing = {-1, -1};
  for (const auto& [form, uses] : forms) {
    const std::pair<int, int> own = {uses.taught_as_name, uses.as_name};
    if (own > standing) best = form;
    standing = std::max(standing, own);
  }
  return best;
}

}  // namespace

void ModelEntity::Mention(const std::string& own_id, const v1::Entity& called) {
  type = called.type();
  ++article_count;
  ++forms[own_id][called.name()].as_name;
  for (const std::string& alias : called.aliases()) ++forms[own_id][alias].as_alias;
}

void ModelEntity::Teach(const v1::Entity& called) {
  ++forms[id][called.name()].taught_as_name;
  for (const std::string& alias : called.aliases()) forms[id][alias];
}

v1::Entity ModelEntity::Shown() const {
  v1::Entity shown;
  shown.set_id(id);
  shown.set_type(type);
  const auto own = forms.find(id);
  shown.set_name(BestOf(own == forms.end() ? forms.begin()->second : own->second));
  std::set<std::string> others;
  for (const auto& [own_id, all] : forms) {
    for (const auto& [form, uses] : all) others.insert(form);
  }
  others.erase(shown.name());
  for (const std::string& form : others) shown.add_aliases(form);
  return shown;
}

}  // namespace annals::query
