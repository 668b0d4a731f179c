#include "tests/query/model/model_taught.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

void Learn(const v1::JournalEntry& entry, ModelTaught& taught) {
  if (entry.has_entity_put()) {
    taught.names[entry.entity_put().entity().id()] = entry.entity_put().entity();
  } else if (entry.has_entities_merged()) {
    const v1::EntitiesMerged& merged = entry.entities_merged();
    if (merged.from_entity_id() != merged.into_entity_id())
      taught.merges[merged.from_entity_id()] = merged.into_entity_id();
  } else if (entry.has_entity_deleted()) {
    const std::string& id = entry.entity_deleted().entity_id();
    taught.names.erase(id);
    std::erase_if(taught.merges, [&](const auto& merge) { return merge.first == id || merge.second == id; });
  }
}

}  // namespace

std::string ModelTaught::EndOf(const std::string& id) const {
  std::vector<std::string> way = {id};
  while (merges.contains(way.back())) {
    const std::string& next = merges.at(way.back());
    const auto circle = std::find(way.begin(), way.end(), next);
    if (circle != way.end()) return *std::min_element(circle, way.end());
    way.push_back(next);
  }
  return way.back();
}

bool ModelTaught::Tells(const std::string& id) const {
  if (names.contains(id) || merges.contains(id)) return true;
  return std::any_of(merges.begin(), merges.end(), [&](const auto& merge) {
    return merge.second == id && !absl::StartsWith(merge.first, absl::StrCat(id, "@"));
  });
}

ModelTaught TaughtBy(const History& history, uint64_t revision) {
  ModelTaught taught;
  for (const v1::JournalEntry& entry : history) {
    if (entry.revision() <= revision) Learn(entry, taught);
  }
  return taught;
}

}  // namespace annals::query
