#include "extractor/taught/taught_state.h"

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "common/utf8.h"
#include "extractor/mentions/entity_ids.h"

namespace annals {

std::optional<uint64_t> TaughtState::FindPut(const v1::Entity& entity) const {
  const auto found = teaching_.entities.find(entity.id());
  if (found == teaching_.entities.end()) return std::nullopt;
  if (found->second.SerializeAsString() != entity.SerializeAsString()) return std::nullopt;
  return put_revisions_.at(entity.id());
}

std::optional<uint64_t> TaughtState::FindMerge(const std::string& from, const std::string& into) const {
  const auto found = teaching_.merged_into.find(from);
  if (found == teaching_.merged_into.end() || found->second != into) return std::nullopt;
  return merge_revisions_.at(from);
}

absl::Status TaughtState::CheckPut(const v1::Entity& entity) const {
  if (const auto merged = teaching_.merged_into.find(entity.id()); merged != teaching_.merged_into.end())
    return EntityMerged(entity.id(), merged->second);
  if (IsMergedInto(entity.id()) && TypeOf(entity.id()) != entity.type())
    return InvalidField("entity.type", "entities of another type were merged into it");
  ANNALS_RETURN_IF_ERROR(CheckNames(entity));
  if (!teaching_.entities.contains(entity.id()) && teaching_.entities.size() >= limits_.entities)
    return LimitReached(absl::StrCat(limits_.entities, " entities are taught"));
  return absl::OkStatus();
}

absl::Status TaughtState::CheckNames(const v1::Entity& entity) const {
  for (const std::string& name : FoldedNames(entity)) {
    const auto owner = owners_.find({entity.type(), name});
    if (owner != owners_.end() && owner->second != entity.id()) return NameTaken(name, owner->second);
  }
  return absl::OkStatus();
}

// What went into another may not be gone into, so there are no circles.
absl::Status TaughtState::CheckMerge(const std::string& from, const std::string& into) const {
  if (from == into) return InvalidField("into_entity_id", "is the entity that disappears");
  for (const std::string* id : {&from, &into}) {
    if (!TypeOf(*id)) return EntityNotFound(*id);
  }
  if (TypeOf(from) != TypeOf(into)) {
    return InvalidField("into_entity_id",
                        absl::StrCat(into, " is of ", v1::EntityType_Name(*TypeOf(into)), ", ", from, " of ",
                                     v1::EntityType_Name(*TypeOf(from))));
  }
  for (const std::string* id : {&from, &into}) {
    const auto merged = teaching_.merged_into.find(*id);
    if (merged != teaching_.merged_into.end()) return EntityMerged(*id, merged->second);
  }
  if (teaching_.merged_into.size() >= limits_.merges)
    return LimitReached(absl::StrCat(limits_.merges, " entities are merged"));
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> TaughtState::CheckDelete(const std::string& id) const {
  std::vector<std::string> unmerged;
  if (teaching_.merged_into.contains(id)) unmerged.push_back(id);
  for (auto it = merged_from_.lower_bound({id, ""}); it != merged_from_.end() && it->first == id; ++it) {
    unmerged.push_back(it->second);
  }
  if (unmerged.empty() && !teaching_.entities.contains(id)) return EntityNotFound(id);
  return unmerged;
}

void TaughtState::Apply(const v1::JournalEntry& entry) {
  if (entry.has_entity_put()) {
    Put(entry.entity_put().entity(), entry.revision());
  } else if (entry.has_entities_merged()) {
    const v1::EntitiesMerged& merged = entry.entities_merged();
    teaching_.merged_into[merged.from_entity_id()] = merged.into_entity_id();
    merge_revisions_[merged.from_entity_id()] = entry.revision();
    merged_from_.emplace(merged.into_entity_id(), merged.from_entity_id());
  } else if (entry.has_entity_deleted()) {
    const std::string& id = entry.entity_deleted().entity_id();
    const auto unmerged = CheckDelete(id);
    if (!unmerged.ok()) return;
    for (const std::string& from : *unmerged) TakeBackMerge(from);
    TakeBackPut(id);
  }
}

std::optional<v1::EntityType> TaughtState::TypeOf(const std::string& id) const {
  if (const auto taught = teaching_.entities.find(id); taught != teaching_.entities.end())
    return taught->second.type();
  if (const auto listed = lexicon_.ListedType(id)) return listed;
  const auto made = ParseMadeEntityId(id);
  if (!made) return std::nullopt;
  // Articles give such ids to folded names only, and a single character is never looked for.
  const auto folded = lexicon_.FoldName(made->name);
  if (!folded.ok() || *folded != made->name) return std::nullopt;
  const bool short_name = DecodeUtf8(made->name).value_or(U"").size() < limits::kTaughtNameCharacters;
  return short_name ? std::nullopt : std::optional(made->type);
}

std::set<std::string> TaughtState::FoldedNames(const v1::Entity& entity) const {
  std::set<std::string> names = {entity.name()};
  for (const std::string& alias : entity.aliases()) names.insert(lexicon_.FoldName(alias).value_or(alias));
  return names;
}

bool TaughtState::IsMergedInto(const std::string& id) const {
  const auto first = merged_from_.lower_bound({id, ""});
  return first != merged_from_.end() && first->first == id;
}

void TaughtState::Put(const v1::Entity& entity, uint64_t revision) {
  TakeBackPut(entity.id());
  for (const std::string& name : FoldedNames(entity)) owners_[{entity.type(), name}] = entity.id();
  teaching_.entities[entity.id()] = entity;
  put_revisions_[entity.id()] = revision;
}

void TaughtState::TakeBackPut(const std::string& id) {
  const auto taught = teaching_.entities.find(id);
  if (taught == teaching_.entities.end()) return;
  for (const std::string& name : FoldedNames(taught->second)) owners_.erase({taught->second.type(), name});
  teaching_.entities.erase(taught);
  put_revisions_.erase(id);
}

void TaughtState::TakeBackMerge(const std::string& from) {
  const auto merged = teaching_.merged_into.find(from);
  merged_from_.erase({merged->second, from});
  teaching_.merged_into.erase(merged);
  merge_revisions_.erase(from);
}

}  // namespace annals
