// A page of events in order of time: of an entity and its parts, or of all.
#ifndef ANNALS_QUERY_TIMELINE_TIMELINE_H_
#define ANNALS_QUERY_TIMELINE_TIMELINE_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "query/index/event_scan.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"
#include "query/timeline/event_selection.h"

namespace annals::query {

struct TimelineQuery {
  EventSelection selection;
  ScanOrder order = ScanOrder::kOldestFirst;
  std::optional<EventPosition> after;
  size_t page_size = 0;
};

struct TimelineRow {
  IndexView::EventToRead event;
  size_t source = 0;  // the first entity that has it: 0 is the whole, others its parts
};

struct TimelinePage {
  std::vector<TimelineRow> rows;
  std::optional<EventPosition> next;  // where to go on; empty on the last page
  bool truncated = false;             // the work ran out before the page was full: go on at `next`
};

// Each event once; of the parts' events those that are theirs, see PartFilter.
absl::StatusOr<TimelinePage> ReadTimeline(const IndexView& view, const std::vector<EntityRecord>& entities,
                                          const TimelineQuery& query, WorkBudget& budget);

// All events of the selection's types; `roles` does not apply.
absl::StatusOr<TimelinePage> ReadAllEvents(const IndexView& view, const TimelineQuery& query,
                                           WorkBudget& budget);

// For a scan of the selection's days.
ScanRange RangeOf(const EventSelection& selection, ScanOrder order,
                  const std::optional<EventPosition>& after);

}  // namespace annals::query

#endif  // ANNALS_QUERY_TIMELINE_TIMELINE_H_
