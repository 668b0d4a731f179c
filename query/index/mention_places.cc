#include "query/index/mention_places.h"

#include <utility>

#include "query/index/index_keys.h"

namespace annals::query {

Places PlacesInRow(const rows::Entity& row) {
  rows::Mentions mentions;
  mentions.ParseFromString(row.mentions());
  Places places;
  for (rows::MentionPlace& place : *mentions.mutable_places())
    places.insert_or_assign(place.article(), std::move(place));
  return places;
}

void MentionPlaces::Add(EntityNumber id, const rows::MentionPlace& place) {
  rows::Entity& row = ledger_.At(id);
  const bool in_row = InRow(id);
  row.set_mention_count(row.mention_count() + 1);
  const auto loaded = loaded_.find(id);
  if (loaded != loaded_.end()) (*loaded->second)[place.article()] = place;
  if (!in_row) return PutRow(id, place);
  // Messages laid end to end are one message: nothing has to be read for one place more.
  rows::Mentions more;
  *more.add_places() = place;
  more.AppendToString(row.mutable_mentions());
  if (row.mention_count() > kPlacesInRow) Store(id, All(id));
}

void MentionPlaces::Replace(EntityNumber id, const rows::MentionPlace& place) {
  if (!InRow(id)) {
    const auto loaded = loaded_.find(id);
    if (loaded != loaded_.end()) (*loaded->second)[place.article()] = place;
    return PutRow(id, place);
  }
  All(id);
  Places& places = *loaded_.at(id);
  places[place.article()] = place;
  Store(id, places);
}

void MentionPlaces::Remove(EntityNumber id, uint64_t article) {
  rows::Entity& row = ledger_.At(id);
  const bool in_row = InRow(id);
  if (in_row) All(id);
  row.set_mention_count(row.mention_count() - 1);
  const auto loaded = loaded_.find(id);
  if (loaded != loaded_.end()) loaded->second->erase(article);
  in_row ? Store(id, *loaded->second) : batch_.Delete(MentionKey(id, article));
}

const Places& MentionPlaces::All(EntityNumber id) {
  std::unique_ptr<Places>& slot = loaded_[id];
  if (slot != nullptr) return *slot;
  slot = std::make_unique<Places>();
  if (InRow(id)) {
    *slot = PlacesInRow(ledger_.At(id));
    return *slot;
  }
  batch_.Scan(MentionsPrefix(id), [&](absl::string_view key, absl::string_view value) {
    rows::MentionPlace place;
    uint64_t article = 0;
    if (!ParseMentionKey(key, article) || !place.ParseFromArray(value.data(), value.size())) return;
    place.set_article(article);
    slot->emplace(article, std::move(place));
  });
  return *slot;
}

rows::MentionPlace MentionPlaces::At(EntityNumber id, uint64_t article) {
  const Places& places = All(id);
  const auto found = places.find(article);
  return found == places.end() ? rows::MentionPlace() : found->second;
}

// Once they have rows of their own they keep them until none is left.
bool MentionPlaces::InRow(EntityNumber id) {
  const rows::Entity& row = ledger_.At(id);
  return row.mention_count() == 0 || !row.mentions().empty();
}

void MentionPlaces::PutRow(EntityNumber id, const rows::MentionPlace& place) {
  rows::MentionPlace value = place;
  value.clear_article();
  batch_.PutRow(MentionKey(id, place.article()), value);
}

void MentionPlaces::Store(EntityNumber id, const Places& places) {
  rows::Entity& row = ledger_.At(id);
  row.clear_mentions();
  if (places.size() > kPlacesInRow) {
    for (const auto& [article, place] : places) PutRow(id, place);
    return;
  }
  rows::Mentions mentions;
  for (const auto& [article, place] : places) *mentions.add_places() = place;
  row.set_mentions(mentions.SerializeAsString());
}

}  // namespace annals::query
