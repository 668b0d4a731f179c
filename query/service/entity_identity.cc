#include "query/service/entity_identity.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "common/entity_ids/made_entity_id.h"
#include "common/status_macros.h"
#include "query/index/mention_places.h"

namespace annals::query {
namespace {

using EntityRows = IndexView::EntityRows;

// Most used first, by articles; of equals by text.
void AddNames(const EntityRows& rows, v1::GetEntityResponse& response) {
  std::map<std::string, std::pair<uint64_t, uint64_t>> uses;
  const auto count = [&](const rows::Entity& row) {
    for (const rows::Name& name : row.names()) {
      uses[name.text()].first += name.as_name();
      uses[name.text()].second += name.as_alias();
    }
  };
  count(rows.own);
  for (const auto& [number, member] : rows.members) count(member);
  std::vector<std::pair<std::string, std::pair<uint64_t, uint64_t>>> sorted(uses.begin(), uses.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [text, use] : sorted) {
    v1::NameUse& out = *response.add_names();
    out.set_text(text);
    out.set_as_name(use.first);
    out.set_as_alias(use.second);
  }
}

// Numbers of articles, ascending.
using Articles = std::vector<uint64_t>;

// Those that give an id; a namesake's are among those that give the name.
absl::StatusOr<Articles> ArticlesOf(const IndexView& view, EntityNumber id, const rows::Entity& row) {
  Articles articles;
  if (row.namesake_of() == kNoEntity) {
    for (const auto& [article, place] : PlacesInRow(row)) articles.push_back(article);
    return articles;
  }
  ANNALS_ASSIGN_OR_RETURN(const EntityRows plain, view.ReadEntityRows(row.namesake_of()));
  for (const auto& [article, place] : PlacesInRow(plain.own)) {
    if (place.namesake() == id) articles.push_back(article);
  }
  return articles;
}

// The reasons, with the articles they rest on as far as the entities' rows name them.
class Reasons {
 public:
  Reasons(const IndexView& view, v1::GetEntityResponse& response) : view_(view), response_(response) {}

  absl::Status Add(v1::IdentityGround ground, const std::string& entity_id, Articles articles) {
    v1::IdentityReason& reason = *response_.add_identity();
    reason.set_ground(ground);
    reason.set_entity_id(entity_id);
    if (articles.size() > kReasonArticles) articles.resize(kReasonArticles);
    ANNALS_ASSIGN_OR_RETURN(const std::vector<std::string> ids, view_.ReadArticleIds(articles));
    for (const std::string& id : ids) reason.add_article_ids(id);
    return absl::OkStatus();
  }

 private:
  static constexpr size_t kReasonArticles = 20;

  const IndexView& view_;
  v1::GetEntityResponse& response_;
};

// Who has one name, each with the articles that mean him; and the organisations that stand with one of them.
struct People {
  std::map<EntityNumber, Articles> all;
  std::map<EntityNumber, Articles> organizations;
};

absl::StatusOr<People> ReadPeople(const IndexView& view, EntityNumber entity, const rows::Entity& own) {
  EntityNumber plain = entity;
  rows::Entity row = own;
  if (own.namesake_of() != kNoEntity) {
    plain = own.namesake_of();
    ANNALS_ASSIGN_OR_RETURN(EntityRows read, view.ReadEntityRows(plain));
    row = std::move(read.own);
  }
  People people;
  people.all[plain];
  for (EntityNumber namesake : row.namesakes()) people.all[namesake];
  for (const auto& [article, place] : PlacesInRow(row)) {
    const EntityNumber whose = place.namesake() != kNoEntity ? place.namesake() : plain;
    people.all[whose].push_back(article);
    if (whose != entity) continue;
    for (EntityNumber organization : place.affiliations())
      people.organizations[organization].push_back(article);
  }
  return people;
}

// By id of the entity that each is: a user may have merged them.
absl::StatusOr<std::map<std::string, Articles>> ByEntity(const IndexView& view,
                                                         const std::map<EntityNumber, Articles>& entities) {
  std::vector<EntityNumber> numbers;
  for (const auto& [number, articles] : entities) numbers.push_back(number);
  ANNALS_ASSIGN_OR_RETURN(const std::vector<SharedEntity> records, view.ShareEntities(numbers));
  std::map<std::string, Articles> by_id;
  for (const SharedEntity& record : records) {
    Articles& all = by_id[std::string(record->entity.id())];
    const Articles& own = entities.at(record->number);
    all.insert(all.end(), own.begin(), own.end());
    std::sort(all.begin(), all.end());
  }
  return by_id;
}

// The others of its name, and what its own mentions have in common.
absl::Status AddNamesakes(const IndexView& view, EntityNumber entity, const std::string& id,
                          const People& people, Reasons& reasons) {
  if (people.all.size() == 1) return absl::OkStatus();
  std::map<EntityNumber, Articles> others = people.all;
  others.erase(entity);
  ANNALS_ASSIGN_OR_RETURN(const auto organizations, ByEntity(view, people.organizations));
  for (const auto& [organization, articles] : organizations)
    ANNALS_RETURN_IF_ERROR(reasons.Add(v1::IDENTITY_GROUND_SHARED_ORGANIZATION, organization, articles));
  ANNALS_ASSIGN_OR_RETURN(const auto namesakes, ByEntity(view, others));
  for (const auto& [namesake, articles] : namesakes) {
    if (namesake != id) ANNALS_RETURN_IF_ERROR(reasons.Add(v1::IDENTITY_GROUND_NAMESAKE, namesake, articles));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status AddIdentity(const IndexView& view, EntityNumber entity, v1::GetEntityResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const EntityRows rows, view.ReadEntityRows(entity));
  AddNames(rows, response);
  uint64_t articles = rows.own.article_count();
  for (const auto& [number, member] : rows.members) articles += member.article_count();
  response.set_article_count(articles);
  const std::string& id = rows.own.id();
  const bool by_name = !rows.own.taught() && (ParseMadeEntityId(id) || rows.own.namesake_of() != kNoEntity);
  Reasons reasons(view, response);
  ANNALS_ASSIGN_OR_RETURN(const People people, ReadPeople(view, entity, rows.own));
  ANNALS_RETURN_IF_ERROR(reasons.Add(by_name ? v1::IDENTITY_GROUND_SAME_NAME : v1::IDENTITY_GROUND_KNOWN, id,
                                     people.all.at(entity)));
  for (const auto& [number, member] : rows.members) {
    const bool merged = member.identity() == rows::MERGED;
    ANNALS_ASSIGN_OR_RETURN(Articles given, ArticlesOf(view, number, member));
    ANNALS_RETURN_IF_ERROR(reasons.Add(merged ? v1::IDENTITY_GROUND_MERGED : v1::IDENTITY_GROUND_ALIAS,
                                       member.id(), std::move(given)));
  }
  return AddNamesakes(view, entity, id, people, reasons);
}

}  // namespace annals::query
