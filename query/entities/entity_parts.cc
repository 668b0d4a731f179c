#include "query/entities/entity_parts.h"

#include "absl/container/flat_hash_set.h"
#include "common/status_macros.h"

namespace annals::query {

absl::StatusOr<WholeAndParts> ReadParts(const IndexView& view, const EntityRecord& whole, WorkBudget& budget,
                                        std::optional<DayNumber> true_on) {
  const IndexView::WayAndType parts_of{RelationWay::kIn, v1::RELATION_TYPE_PART_OF};
  if (view.HasNoRelations(whole)) return WholeAndParts{{whole}};
  WholeAndParts result;
  std::vector<EntityNumber> numbers = {whole.number};
  absl::flat_hash_set<EntityNumber> seen = {whole.number};
  size_t level_begin = 0;
  for (int depth = 0; depth < kMaxPartDepth; ++depth) {
    const size_t level_end = numbers.size();
    for (size_t i = level_begin; i < level_end; ++i) {
      ANNALS_ASSIGN_OR_RETURN(const auto parts,
                              view.ReadRelations(numbers[i], parts_of, kMaxParts + 1, true_on));
      for (const StoredRelation& part : parts) {
        if (!budget.Spend() || numbers.size() > kMaxParts) {
          result.truncated = true;
          break;
        }
        const bool counts = true_on || !part.former;
        if (counts && seen.insert(part.relation.other).second) numbers.push_back(part.relation.other);
      }
    }
    level_begin = level_end;
  }
  ANNALS_RETURN_IF_ERROR(budget.status());
  if (numbers.size() == 1) return WholeAndParts{{whole}, result.truncated};
  ANNALS_ASSIGN_OR_RETURN(result.entities, view.ReadEntities(numbers));
  return result;
}

}  // namespace annals::query
