// An organisation with its units, products and subsidiaries.
#ifndef ANNALS_QUERY_ENTITIES_ENTITY_PARTS_H_
#define ANNALS_QUERY_ENTITIES_ENTITY_PARTS_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"

namespace annals::query {

// More parts than this are left out: a timeline merges the rows of each.
inline constexpr size_t kMaxParts = 100;
// A laboratory of a subsidiary of a holding.
inline constexpr int kMaxPartDepth = 3;

struct WholeAndParts {
  std::vector<EntityRecord> entities;  // the whole first, then its parts, nearest first
  bool truncated = false;              // there are more
};

// Parts by PART_OF that the latest article does not call former, and theirs. Each once, also where parts go
// round in a circle.
//
// With `true_on` those that were parts on that day.
absl::StatusOr<WholeAndParts> ReadParts(const IndexView& view, const EntityRecord& whole, WorkBudget& budget,
                                        std::optional<DayNumber> true_on = {});

}  // namespace annals::query

#endif  // ANNALS_QUERY_ENTITIES_ENTITY_PARTS_H_
