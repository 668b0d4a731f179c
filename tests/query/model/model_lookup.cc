#include "tests/query/model/model_lookup.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/match.h"
#include "tests/query/model/model_graph.h"
#include "tests/query/model/model_names.h"

namespace annals::query {
namespace {

constexpr size_t kPlainlyMore = 10;

// Those of whom somebody gives the name as such, or else as an alias.
ModelCandidates Called(const ModelMoment& moment, const std::string& name) {
  ModelCandidates named;
  ModelCandidates aliased;
  for (const auto& [id, entity] : moment.entities()) {
    for (const auto& [own_id, forms] : entity.forms) {
      for (const auto& [form, uses] : forms) {
        if (NameKeyOf(form) != NameKeyOf(name) || NameKeyOf(name).empty()) continue;
        (uses.as_name + uses.taught_as_name > 0 ? named : aliased).insert(id);
      }
    }
  }
  return named.empty() ? aliased : named;
}

bool IsPartOf(const ModelMoment& moment, const std::string& part, const std::string& whole) {
  return std::any_of(moment.relations().begin(), moment.relations().end(), [&](const ModelRelation& r) {
    return r.type == v1::RELATION_TYPE_PART_OF && r.from == part && r.to == whole && !r.latest().former();
  });
}

bool IsPlain(const ModelMoment& moment, const std::string& one, const ModelCandidates& candidates) {
  bool more = true;
  bool whole = true;
  for (const std::string& other : candidates) {
    if (other == one) continue;
    more &= DegreeOf(moment, one) / kPlainlyMore >= std::max<size_t>(1, DegreeOf(moment, other));
    whole &= IsPartOf(moment, other, one);
  }
  return more || whole;
}

}  // namespace

ModelCandidates LookUp(const Model& model, ModelPast past, const std::string& id_or_name) {
  const ModelMoment& moment = model.At(past);
  const ModelIdentity& identity = model.IdentityAt(past.revision);
  const auto known = identity.ids.find(id_or_name);
  if (known != identity.ids.end()) return {known->second};
  const ModelCandidates candidates = Called(moment, id_or_name);
  for (const std::string& one : candidates) {
    if (IsPlain(moment, one, candidates)) return {one};
  }
  return candidates;
}

ModelTier TierOf(const ModelEntity& entity, const std::string& text) {
  const std::string key = NameKeyOf(text);
  ModelTier best = ModelTier::kNone;
  if (key.empty()) return best;
  for (const auto& [own_id, forms] : entity.forms) {
    for (const auto& [form, uses] : forms) {
      const std::string name = NameKeyOf(form);
      if (name == key) best = ModelTier::kExact;
      if (absl::StartsWith(name, key)) best = std::min(best, ModelTier::kBeginning);
      if (absl::StrContains(name, key)) best = std::min(best, ModelTier::kPart);
    }
  }
  return best;
}

std::vector<ModelMatch> Search(const Model& model, const v1::SearchEntitiesRequest& request) {
  const ModelMoment& moment = model.Now();
  std::vector<ModelMatch> matches;
  for (const auto& [id, entity] : moment.entities()) {
    const auto& types = request.types();
    if (!types.empty() && std::find(types.begin(), types.end(), entity.type) == types.end()) continue;
    const ModelTier tier = TierOf(entity, request.query());
    if (tier != ModelTier::kNone) matches.push_back({tier, DegreeOf(moment, id), id});
  }
  std::sort(matches.begin(), matches.end(), [](const ModelMatch& a, const ModelMatch& b) {
    return std::tuple(a.tier, b.edges, a.id) < std::tuple(b.tier, a.edges, b.id);
  });
  return matches;
}

}  // namespace annals::query
