// Moves of people between organisations, by period.
#ifndef ANNALS_QUERY_FLOWS_FLOWS_H_
#define ANNALS_QUERY_FLOWS_FLOWS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"
#include "query/timeline/event_selection.h"
#include "query/timeline/timeline_buckets.h"

namespace annals::query {

struct FlowQuery {
  // Which events moves rest on. Its days are those of the moves.
  EventSelection selection;
  std::optional<EntityRecord> organization;  // only moves from or to it
  std::optional<BucketWidth> width;          // empty: one period
  size_t max_flows = 0;
  size_t max_ids = 0;  // people and events in all
};

struct Flow {
  EntityNumber from = kNoEntity;
  EntityNumber to = kNoEntity;
  // First day of the period; kUndatedDay: moves without a day; empty: the one period.
  std::optional<DayNumber> period;
  std::vector<EntityNumber> people;    // each once, ascending
  std::vector<std::string> event_ids;  // each once, in the order of their first reports
};

struct Flows {
  std::vector<Flow> flows;  // most people first, then by ids of the organisations, then by period
  bool truncated = false;
};

// See FindMoves. A person counts once for a pair of organisations and a period; the period is that of joining
// or, where that is not known, of leaving. Moves without a day count where no window is asked for.
absl::StatusOr<Flows> ReadFlows(const IndexView& view, const FlowQuery& query, WorkBudget& budget);

}  // namespace annals::query

#endif  // ANNALS_QUERY_FLOWS_FLOWS_H_
