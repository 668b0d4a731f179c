// How many events start in each day, month, quarter or year.
#ifndef ANNALS_QUERY_TIMELINE_TIMELINE_BUCKETS_H_
#define ANNALS_QUERY_TIMELINE_TIMELINE_BUCKETS_H_

#include <cstdint>
#include <map>
#include <vector>

#include "absl/status/statusor.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"
#include "query/timeline/event_selection.h"

namespace annals::query {

enum class BucketWidth { kDay, kMonth, kQuarter, kYear };

struct BucketCounts {
  std::map<DayNumber, uint64_t> by_first_day;  // first day of the bucket; kUndatedDay: the undated ones
  bool truncated = false;                      // the work ran out: the counts are of the oldest events
};

// Over the whole timeline of the entities, each event once; empty buckets are left out.
absl::StatusOr<BucketCounts> CountBuckets(const IndexView& view, const std::vector<EntityRecord>& entities,
                                          const EventSelection& selection, BucketWidth width,
                                          WorkBudget& budget);

// First day of the bucket that `day` falls into.
DayNumber BucketStart(DayNumber day, BucketWidth width);

}  // namespace annals::query

#endif  // ANNALS_QUERY_TIMELINE_TIMELINE_BUCKETS_H_
