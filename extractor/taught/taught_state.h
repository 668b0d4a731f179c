// What is taught just now, and whether a change may be made to it.
#ifndef ANNALS_EXTRACTOR_TAUGHT_TAUGHT_STATE_H_
#define ANNALS_EXTRACTOR_TAUGHT_TAUGHT_STATE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "annals/v1/entity.pb.h"
#include "annals/v1/journal.pb.h"
#include "common/limits.h"
#include "extractor/extractor.h"
#include "extractor/mentions/teaching.h"

namespace annals {

// Not thread-safe. `lexicon` outlives it.
class TaughtState {
 public:
  struct Limits {
    size_t entities = limits::kTaughtEntities;
    size_t merges = limits::kTaughtMerges;
  };
  explicit TaughtState(const Extractor& lexicon) : TaughtState(lexicon, Limits{}) {}
  TaughtState(const Extractor& lexicon, Limits limits) : lexicon_(lexicon), limits_(limits) {}

  // The revision under which just this is taught; nothing: it is not.
  std::optional<uint64_t> FindPut(const v1::Entity& entity) const;
  std::optional<uint64_t> FindMerge(const std::string& from, const std::string& into) const;

  // Whether the change may be made: the statuses of PutEntity and MergeEntities that depend on what is
  // taught. The entity is canonical, the ids are valid.
  absl::Status CheckPut(const v1::Entity& entity) const;
  absl::Status CheckMerge(const std::string& from, const std::string& into) const;
  // The ids that were merged away and will stand for themselves again when the entity is taken back.
  // NOT_FOUND (ENTITY_NOT_FOUND): nothing was taught of it.
  absl::StatusOr<std::vector<std::string>> CheckDelete(const std::string& id) const;

  // Makes a change that the journal holds: entity_put, entities_merged or entity_deleted.
  void Apply(const v1::JournalEntry& entry);

  const Teaching& teaching() const { return teaching_; }

 private:
  // Of any entity there can be: taught, of the lexicon, or with an id made of type and name.
  std::optional<v1::EntityType> TypeOf(const std::string& id) const;
  absl::Status CheckNames(const v1::Entity& entity) const;
  std::set<std::string> FoldedNames(const v1::Entity& entity) const;
  bool IsMergedInto(const std::string& id) const;
  void Put(const v1::Entity& entity, uint64_t revision);
  void TakeBackPut(const std::string& id);
  void TakeBackMerge(const std::string& from);

  const Extractor& lexicon_;
  const Limits limits_;
  Teaching teaching_;
  std::map<std::string, uint64_t> put_revisions_;    // by id
  std::map<std::string, uint64_t> merge_revisions_;  // by the id that disappears
  std::set<std::pair<std::string, std::string>>
      merged_from_;  // the id that stays, and the one that disappears
  std::map<std::pair<v1::EntityType, std::string>, std::string> owners_;  // of a folded name: id
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TAUGHT_TAUGHT_STATE_H_
