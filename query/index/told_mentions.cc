#include "query/index/told_mentions.h"

#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace annals::query {
namespace {

struct ToldEntity {
  EntityNumber id = kNoEntity;
  absl::string_view text;

  friend bool operator==(const ToldEntity&, const ToldEntity&) = default;
  template <typename H>
  friend H AbslHashValue(H state, const ToldEntity& told) {
    return H::combine(std::move(state), told.id, told.text);
  }
};

// Each once, in order. They point into the reports.
std::vector<ToldEntity> ToldEntities(const ArticleReports& reports) {
  std::vector<ToldEntity> told;
  absl::flat_hash_map<ToldEntity, bool> seen;
  for (size_t r = 0; r < reports.reports.size(); ++r) {
    const v1::Event& event = reports.reports[r].event;
    for (int i = 0; i < event.arguments_size(); ++i) {
      const ToldEntity entity{reports.ids[r][i], event.arguments(i).text()};
      if (entity.id != kNoEntity && seen.try_emplace(entity, true).second) told.push_back(entity);
    }
  }
  return told;
}

}  // namespace

void ShortenToldMentions(const ArticleReports& reports, rows::Article& row) {
  const std::vector<ToldEntity> told = ToldEntities(reports);
  absl::flat_hash_map<ToldEntity, uint64_t> places;
  for (size_t i = 0; i < told.size(); ++i) places[told[i]] = i + 1;
  for (rows::Mention& mention : *row.mutable_mentions()) {
    const auto found = places.find({mention.entity(), mention.name()});
    if (found == places.end()) continue;
    mention.clear_entity();
    mention.clear_name();
    mention.set_told(found->second);
  }
}

void RestoreToldMentions(const ArticleReports& reports, rows::Article& row) {
  const std::vector<ToldEntity> told = ToldEntities(reports);
  for (rows::Mention& mention : *row.mutable_mentions()) {
    if (mention.told() == 0 || mention.told() > told.size()) continue;
    const ToldEntity& entity = told[mention.told() - 1];
    mention.set_entity(entity.id);
    mention.set_name(std::string(entity.text));
    mention.clear_told();
  }
}

}  // namespace annals::query
