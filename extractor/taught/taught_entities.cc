#include "extractor/taught/taught_entities.h"

#include <algorithm>

#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "extractor/taught/canonical_entity.h"

namespace annals {
namespace {

// How long what somebody else taught may take to get here.
constexpr absl::Duration kHearing = absl::Seconds(5);

}  // namespace

absl::StatusOr<std::unique_ptr<TaughtEntities>> TaughtEntities::Load(const Extractor& lexicon,
                                                                     Journal& journal) {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<v1::JournalEntry> entries, journal.Taught());
  std::unique_ptr<TaughtEntities> taught(new TaughtEntities(lexicon, journal));
  for (const v1::JournalEntry& entry : entries) taught->Apply(entry);
  return taught;
}

std::shared_ptr<const Extractor> TaughtEntities::Current() const {
  const std::lock_guard lock(mutex_);
  if (current_ == nullptr) current_ = lexicon_.With(state_.teaching());
  return current_;
}

absl::StatusOr<TaughtEntities::Taught> TaughtEntities::Put(const v1::Entity& entity) {
  ANNALS_ASSIGN_OR_RETURN(v1::Entity canonical, CanonicalEntity(entity, lexicon_));
  ANNALS_ASSIGN_OR_RETURN(const uint64_t revision, Change([&]() -> absl::StatusOr<Decision> {
                            if (const auto made = state_.FindPut(canonical)) return Decision{{}, *made};
                            ANNALS_RETURN_IF_ERROR(state_.CheckPut(canonical));
                            Decision decision;
                            *decision.lesson.entry.mutable_entity_put()->mutable_entity() = canonical;
                            return decision;
                          }));
  return Taught{std::move(canonical), revision};
}

absl::StatusOr<uint64_t> TaughtEntities::Merge(const std::string& from, const std::string& into) {
  ANNALS_RETURN_IF_ERROR(ValidateEntityId(from, "from_entity_id"));
  ANNALS_RETURN_IF_ERROR(ValidateEntityId(into, "into_entity_id"));
  return Change([&]() -> absl::StatusOr<Decision> {
    if (const auto made = state_.FindMerge(from, into)) return Decision{{}, *made};
    ANNALS_RETURN_IF_ERROR(state_.CheckMerge(from, into));
    Decision decision;
    decision.lesson.entry.mutable_entities_merged()->set_from_entity_id(from);
    decision.lesson.entry.mutable_entities_merged()->set_into_entity_id(into);
    return decision;
  });
}

absl::StatusOr<uint64_t> TaughtEntities::Delete(const std::string& id) {
  ANNALS_RETURN_IF_ERROR(ValidateEntityId(id, "entity_id"));
  return Change([&]() -> absl::StatusOr<Decision> {
    Decision decision;
    ANNALS_ASSIGN_OR_RETURN(decision.lesson.unmerged, state_.CheckDelete(id));
    decision.lesson.entry.mutable_entity_deleted()->set_entity_id(id);
    return decision;
  });
}

absl::StatusOr<uint64_t> TaughtEntities::Change(const std::function<absl::StatusOr<Decision>()>& decide) {
  while (true) {
    uint64_t known = 0;
    {
      const std::lock_guard changing(changing_);
      ANNALS_ASSIGN_OR_RETURN(Decision decision, decide());
      if (decision.made) return *decision.made;
      decision.lesson.after = known = revision();
      const absl::StatusOr<uint64_t> taught = Teach(std::move(decision.lesson));
      if (!absl::IsAborted(taught.status())) return taught;
    }
    if (!WaitFor(known + 1, kHearing)) return JournalUnavailable("what others taught does not come");
  }
}

absl::StatusOr<uint64_t> TaughtEntities::Teach(Journal::Lesson lesson) {
  v1::JournalEntry entry = lesson.entry;
  ANNALS_ASSIGN_OR_RETURN(const uint64_t revision, journal_.Teach(std::move(lesson)));
  entry.set_revision(revision);
  Apply(entry);
  return revision;
}

void TaughtEntities::Hear(const v1::JournalEntry& lesson) {
  const std::lock_guard changing(changing_);
  if (lesson.revision() > revision()) Apply(lesson);
}

void TaughtEntities::Apply(const v1::JournalEntry& entry) {
  const std::lock_guard lock(mutex_);
  state_.Apply(entry);
  revision_ = entry.revision();
  current_ = nullptr;
  heard_.notify_all();
}

uint64_t TaughtEntities::revision() const {
  const std::lock_guard lock(mutex_);
  return revision_;
}

bool TaughtEntities::WaitFor(uint64_t revision, absl::Duration timeout) const {
  std::unique_lock lock(mutex_);
  return heard_.wait_for(lock, absl::ToChronoNanoseconds(timeout), [&] { return revision_ >= revision; });
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
