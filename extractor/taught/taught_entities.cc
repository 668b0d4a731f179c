#include "extractor/taught/taught_entities.h"

#include <algorithm>

#include "common/status_macros.h"
#include "extractor/taught/canonical_entity.h"

namespace annals {

absl::StatusOr<std::unique_ptr<TaughtEntities>> TaughtEntities::Load(const Extractor& lexicon,
                                                                     Journal& journal) {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<v1::JournalEntry> entries, journal.Taught());
  std::unique_ptr<TaughtEntities> taught(new TaughtEntities(lexicon, journal));
  for (const v1::JournalEntry& entry : entries) taught->state_.Apply(entry);
  return taught;
}

std::shared_ptr<const Extractor> TaughtEntities::Current() const {
  const std::lock_guard lock(mutex_);
  if (current_ == nullptr) current_ = lexicon_.With(state_.teaching());
  return current_;
}

absl::StatusOr<TaughtEntities::Taught> TaughtEntities::Put(const v1::Entity& entity) {
  ANNALS_ASSIGN_OR_RETURN(v1::Entity canonical, CanonicalEntity(entity, lexicon_));
  const std::lock_guard changing(changing_);
  if (const auto revision = state_.FindPut(canonical)) return Taught{std::move(canonical), *revision};
  ANNALS_RETURN_IF_ERROR(state_.CheckPut(canonical));
  Journal::Lesson lesson;
  *lesson.entry.mutable_entity_put()->mutable_entity() = canonical;
  ANNALS_ASSIGN_OR_RETURN(const uint64_t revision, Teach(std::move(lesson)));
  return Taught{std::move(canonical), revision};
}

absl::StatusOr<uint64_t> TaughtEntities::Merge(const std::string& from, const std::string& into) {
  ANNALS_RETURN_IF_ERROR(ValidateEntityId(from, "from_entity_id"));
  ANNALS_RETURN_IF_ERROR(ValidateEntityId(into, "into_entity_id"));
  const std::lock_guard changing(changing_);
  if (const auto revision = state_.FindMerge(from, into)) return *revision;
  ANNALS_RETURN_IF_ERROR(state_.CheckMerge(from, into));
  Journal::Lesson lesson;
  lesson.entry.mutable_entities_merged()->set_from_entity_id(from);
  lesson.entry.mutable_entities_merged()->set_into_entity_id(into);
  return Teach(std::move(lesson));
}

absl::StatusOr<uint64_t> TaughtEntities::Delete(const std::string& id) {
  ANNALS_RETURN_IF_ERROR(ValidateEntityId(id, "entity_id"));
  const std::lock_guard changing(changing_);
  Journal::Lesson lesson;
  ANNALS_ASSIGN_OR_RETURN(lesson.unmerged, state_.CheckDelete(id));
  lesson.entry.mutable_entity_deleted()->set_entity_id(id);
  return Teach(std::move(lesson));
}

absl::StatusOr<uint64_t> TaughtEntities::Teach(Journal::Lesson lesson) {
  v1::JournalEntry entry = lesson.entry;
  ANNALS_ASSIGN_OR_RETURN(const uint64_t revision, journal_.Teach(std::move(lesson)));
  entry.set_revision(revision);
  const std::lock_guard lock(mutex_);
  state_.Apply(entry);
  current_ = nullptr;
  return revision;
}

TaughtEntities::Page TaughtEntities::List(const std::string& after_id, size_t limit) const {
  const std::lock_guard lock(mutex_);
  const Teaching& teaching = state_.teaching();
  auto entity = teaching.entities.upper_bound(after_id);
  auto merge = teaching.merged_into.upper_bound(after_id);
  const auto at_end = [&] {
    return entity == teaching.entities.end() && merge == teaching.merged_into.end();
  };
  Page page;
  for (size_t ids = 0; ids < limit && !at_end(); ++ids) {
    const bool merge_first = entity == teaching.entities.end() ||
                             (merge != teaching.merged_into.end() && merge->first < entity->first);
    page.last_id = merge_first ? merge->first : entity->first;
    if (!merge_first) page.entities.push_back((entity++)->second);
    if (merge != teaching.merged_into.end() && merge->first == page.last_id) page.merges.push_back(*merge++);
  }
  page.more = !at_end();
  return page;
}

}  // namespace annals
