#include "tests/query/model/model_reasons.h"

#include <map>
#include <set>

#include "common/entity_ids/made_entity_id.h"

namespace annals::query {
namespace {

using Mentions = std::vector<ModelIdentity::Mention>;

class Reasons {
 public:
  Reasons(const Model& model, const std::string& entity)
      : model_(model),
        identity_(model.IdentityAt(model.revision())),
        taught_(TaughtBy(model.history(), model.revision())),
        entity_(entity) {
    for (const auto& [mention, own_id] : identity_.own_ids) mentions_[own_id].push_back(mention);
  }

  std::vector<v1::IdentityReason> Run() {
    const bool by_name = ParseMadeEntityId(entity_) && !taught_.Tells(entity_);
    Add(by_name ? v1::IDENTITY_GROUND_SAME_NAME : v1::IDENTITY_GROUND_KNOWN, entity_, mentions_[entity_]);
    for (const auto& [own_id, mentions] : mentions_) {
      if (own_id == entity_ || identity_.ids.at(own_id) != entity_) continue;
      const bool merged = taught_.EndOf(own_id) != own_id;
      Add(merged ? v1::IDENTITY_GROUND_MERGED : v1::IDENTITY_GROUND_ALIAS, own_id, mentions);
    }
    AddNamesakes();
    return std::move(reasons_);
  }

 private:
  void Add(v1::IdentityGround ground, const std::string& id, const Mentions& mentions) {
    v1::IdentityReason& reason = reasons_.emplace_back();
    reason.set_ground(ground);
    reason.set_entity_id(id);
    std::map<uint64_t, std::string> articles;
    for (const auto& [at, own_id] : mentions)
      articles[model_.versions()[at].number] = model_.versions()[at].id();
    for (const auto& [number, article] : articles) reason.add_article_ids(article);
  }

  // Other people of the name that articles give him.
  void AddNamesakes() {
    if (mentions_[entity_].empty()) return;
    const std::string name = mentions_[entity_].front().second;
    std::map<std::string, Mentions> others;
    bool parted = false;
    for (const auto& [own_id, mentions] : mentions_) {
      if (mentions.empty() || mentions.front().second != name || own_id == entity_) continue;
      parted = true;
      const std::string& other = identity_.ids.at(own_id);
      Mentions& all = others[other];
      if (other != entity_) all.insert(all.end(), mentions.begin(), mentions.end());
    }
    others.erase(entity_);
    if (!parted) return;
    std::map<std::string, Mentions> organizations;
    for (const ModelIdentity::Mention& mention : mentions_[entity_]) {
      for (const std::string& id : identity_.affiliations.at(mention)) organizations[id].push_back(mention);
    }
    for (const auto& [id, mentions] : organizations)
      Add(v1::IDENTITY_GROUND_SHARED_ORGANIZATION, id, mentions);
    for (const auto& [id, mentions] : others) Add(v1::IDENTITY_GROUND_NAMESAKE, id, mentions);
  }

  const Model& model_;
  const ModelIdentity& identity_;
  const ModelTaught taught_;
  const std::string& entity_;
  std::map<std::string, Mentions> mentions_;  // by own id
  std::vector<v1::IdentityReason> reasons_;
};

}  // namespace

std::vector<v1::IdentityReason> ReasonsFor(const Model& model, const std::string& entity) {
  return Reasons(model, entity).Run();
}

}  // namespace annals::query
