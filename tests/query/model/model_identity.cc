#include "tests/query/model/model_identity.h"

#include <set>

#include "common/entity_ids/made_entity_id.h"
#include "tests/query/model/model_names.h"
#include "tests/query/model/model_namesakes.h"
#include "tests/query/model/model_short_forms.h"

namespace annals::query {
namespace {

bool SaysWhereSomebodyIs(v1::EventType type) {
  return type == v1::EVENT_TYPE_JOIN || type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_DISMISS ||
         type == v1::EVENT_TYPE_APPOINT || type == v1::EVENT_TYPE_STEP_DOWN ||
         type == v1::EVENT_TYPE_RECRUIT || type == v1::EVENT_TYPE_FOUND;
}

class Resolution {
 public:
  Resolution(const std::vector<ArticleVersion>& versions, const ModelTaught& taught, uint64_t revision)
      : versions_(versions), taught_(taught) {
    for (size_t at = 0; at < versions_.size(); ++at) {
      if (ModelPast{revision}.Sees(versions_[at])) ReadMentions(at);
    }
  }

  ModelIdentity Run() {
    full_forms_ = ShortFormsAmong(NamedEntities());
    for (const auto& [mention, entity] : mentions_) Set(mention, mention.second);
    for (const auto& [id, articles] : Affiliations()) {
      for (const auto& [article, person] : PeopleOf(id, articles)) Set({places_.at(article), id}, person);
    }
    return std::move(found_);
  }

 private:
  // An article that gives an id twice means the first.
  void ReadMentions(size_t at) {
    for (const v1::Entity& entity : versions_[at].content.extraction().entities())
      mentions_.try_emplace({at, entity.id()}, entity);
    places_[versions_[at].number] = at;
  }

  void Set(const ModelIdentity::Mention& mention, const std::string& own_id) {
    const std::string entity = EntityOf(own_id);
    found_.own_ids[mention] = own_id;
    found_.entities[mention] = entity;
    found_.ids[own_id] = entity;
    found_.ids[entity] = entity;
  }

  // After merges and short forms.
  std::string EntityOf(const std::string& id) const {
    const std::string end = taught_.EndOf(id);
    const auto full = full_forms_.find(end);
    return full == full_forms_.end() ? end : full->second;
  }

  bool IsMade(const std::string& id, v1::EntityType type) const {
    const auto made = ParseMadeEntityId(id);
    return made && made->type == type && !taught_.Tells(id);
  }

  // After merges, with all that is mentioned or taught of what was merged.
  std::map<std::string, ModelNamed> NamedEntities() const {
    std::map<std::string, ModelNamed> named;
    const auto add = [&](const v1::Entity& entity, ModelNamed& to) {
      to.names.insert(NameKeyOf(entity.name()));
      for (const std::string& alias : entity.aliases()) to.aliases.insert(NameKeyOf(alias));
    };
    for (const auto& [mention, entity] : mentions_) {
      ModelNamed& to = named[taught_.EndOf(mention.second)];
      to.type = entity.type();
      add(entity, to);
    }
    for (const auto& [id, entity] : taught_.names) {
      const auto to = named.find(taught_.EndOf(id));
      if (to != named.end()) add(entity, to->second);
    }
    for (auto& [id, entity] : named) {
      entity.made = IsMade(id, entity.type);
      for (const std::string& name : entity.names) entity.aliases.erase(name);
    }
    return named;
  }

  // Of each id that may stand for several people, by article.
  std::map<std::string, ModelAffiliations> Affiliations() {
    std::map<std::string, ModelAffiliations> affiliations;
    for (const auto& [mention, entity] : mentions_) {
      if (entity.type() != v1::ENTITY_TYPE_PERSON || !IsMade(entity.id(), entity.type())) continue;
      found_.affiliations[mention] = OrganizationsWith(mention);
      affiliations[entity.id()][versions_[mention.first].number] = found_.affiliations[mention];
    }
    return affiliations;
  }

  // Organisations that stand with the person in one event or relation that says where somebody is.
  std::set<std::string> OrganizationsWith(const ModelIdentity::Mention& person) const {
    std::set<std::string> organizations;
    const auto add = [&](const std::vector<std::string>& together) {
      const std::set<std::string> ids(together.begin(), together.end());
      if (!ids.contains(person.second)) return;
      for (const std::string& id : ids) {
        const auto other = mentions_.find({person.first, id});
        if (other != mentions_.end() && other->second.type() == v1::ENTITY_TYPE_ORGANIZATION)
          organizations.insert(EntityOf(id));
      }
    };
    const v1::Extraction& extraction = versions_[person.first].content.extraction();
    for (const v1::Event& event : extraction.events()) {
      std::vector<std::string> together;
      for (const v1::Argument& argument : event.arguments()) {
        if (argument.has_entity_id()) together.push_back(argument.entity_id());
      }
      if (SaysWhereSomebodyIs(event.type())) add(together);
    }
    for (const v1::Relation& relation : extraction.relations()) {
      if (relation.type() == v1::RELATION_TYPE_POSITION || relation.type() == v1::RELATION_TYPE_FOUNDER_OF)
        add({relation.from_entity_id(), relation.to_entity_id()});
    }
    return organizations;
  }

  const std::vector<ArticleVersion>& versions_;
  const ModelTaught& taught_;
  std::map<ModelIdentity::Mention, v1::Entity> mentions_;
  std::map<uint64_t, size_t> places_;  // by number of the article
  std::map<std::string, std::string> full_forms_;
  ModelIdentity found_;
};

}  // namespace

ModelIdentity IdentityAt(const std::vector<ArticleVersion>& versions, const ModelTaught& taught,
                         uint64_t revision) {
  return Resolution(versions, taught, revision).Run();
}

}  // namespace annals::query
