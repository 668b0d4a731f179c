#include "query/service/entity_identity.h"

#include <algorithm>
#include <map>
#include <set>
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
  std::for_each(rows.members.begin(), rows.members.end(), count);
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

void AddReason(v1::IdentityGround ground, const std::string& entity_id, v1::GetEntityResponse& response) {
  v1::IdentityReason& reason = *response.add_identity();
  reason.set_ground(ground);
  reason.set_entity_id(entity_id);
}

// The others of its name, and what its own mentions have in common.
absl::Status AddNamesakes(const IndexView& view, EntityNumber entity, const EntityRows& rows,
                          v1::GetEntityResponse& response) {
  EntityNumber plain = entity;
  rows::Entity plain_row = rows.own;
  if (rows.own.namesake_of() != kNoEntity) {
    plain = rows.own.namesake_of();
    ANNALS_ASSIGN_OR_RETURN(EntityRows read, view.ReadEntityRows(plain));
    plain_row = std::move(read.own);
  }
  if (plain_row.namesakes().empty()) return absl::OkStatus();
  std::set<EntityNumber> organizations;
  for (const auto& [article, place] : PlacesInRow(plain_row)) {
    const EntityNumber whose = place.namesake() != kNoEntity ? place.namesake() : plain;
    if (whose == entity) organizations.insert(place.affiliations().begin(), place.affiliations().end());
  }
  std::vector<EntityNumber> others(plain_row.namesakes().begin(), plain_row.namesakes().end());
  others.push_back(plain);
  others.erase(std::remove(others.begin(), others.end(), entity), others.end());
  ANNALS_ASSIGN_OR_RETURN(const std::vector<EntityRecord> shared,
                          view.ReadEntities({organizations.begin(), organizations.end()}));
  ANNALS_ASSIGN_OR_RETURN(const std::vector<EntityRecord> namesakes, view.ReadEntities(others));
  for (const EntityRecord& organization : shared)
    AddReason(v1::IDENTITY_GROUND_SHARED_ORGANIZATION, organization.entity.id(), response);
  for (const EntityRecord& namesake : namesakes)
    AddReason(v1::IDENTITY_GROUND_NAMESAKE, namesake.entity.id(), response);
  return absl::OkStatus();
}

}  // namespace

absl::Status AddIdentity(const IndexView& view, EntityNumber entity, v1::GetEntityResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const EntityRows rows, view.ReadEntityRows(entity));
  AddNames(rows, response);
  uint64_t articles = rows.own.article_count();
  for (const rows::Entity& member : rows.members) articles += member.article_count();
  response.set_article_count(articles);
  const std::string& id = rows.own.id();
  const bool by_name = !rows.own.taught() && (ParseMadeEntityId(id) || rows.own.namesake_of() != kNoEntity);
  AddReason(by_name ? v1::IDENTITY_GROUND_SAME_NAME : v1::IDENTITY_GROUND_KNOWN, id, response);
  for (const rows::Entity& member : rows.members) {
    AddReason(member.identity() == rows::MERGED ? v1::IDENTITY_GROUND_MERGED : v1::IDENTITY_GROUND_ALIAS,
              member.id(), response);
  }
  return AddNamesakes(view, entity, rows, response);
}

}  // namespace annals::query
