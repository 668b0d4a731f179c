#include "query/timeline/timeline.h"

#include "common/status_macros.h"
#include "query/timeline/part_filter.h"

namespace annals::query {
namespace {

absl::StatusOr<TimelinePage> ReadPage(EventScan& scan, const PartFilter& parts, const TimelineQuery& query) {
  TimelinePage page;
  EventPosition last_taken{-1, {}};
  while (scan.Next()) {
    // The same event through another source comes next to it.
    if (scan.position() == last_taken || !query.selection.Accepts(scan.position(), scan.header())) continue;
    if (!parts.AdmitsAt(scan.source(), scan.header())) continue;
    if (page.rows.size() == query.page_size) {
      page.next = last_taken;
      break;
    }
    last_taken = scan.position();
    page.rows.push_back({{scan.position().event, scan.header().merged}, scan.source()});
  }
  ANNALS_RETURN_IF_ERROR(scan.status());
  if (scan.truncated()) {
    page.truncated = true;
    page.next = scan.last_seen();
  }
  return page;
}

std::vector<v1::EventType> TypesOf(const EventSelection& selection) {
  std::vector<v1::EventType> types;
  for (int type = v1::EventType_MIN + 1; type <= v1::EventType_MAX; ++type) {
    if (selection.types.none() || selection.types[type]) types.push_back(static_cast<v1::EventType>(type));
  }
  return types;
}

}  // namespace

ScanRange RangeOf(const EventSelection& selection, ScanOrder order,
                  const std::optional<EventPosition>& after) {
  return {.order = order, .first_day = selection.first_day, .last_day = selection.last_day, .after = after};
}

absl::StatusOr<TimelinePage> ReadTimeline(const IndexView& view, const std::vector<EntityRecord>& entities,
                                          const TimelineQuery& query, WorkBudget& budget) {
  EventScan scan(view, entities, RangeOf(query.selection, query.order, query.after), budget);
  return ReadPage(scan, PartFilter(entities), query);
}

absl::StatusOr<TimelinePage> ReadAllEvents(const IndexView& view, const TimelineQuery& query,
                                           WorkBudget& budget) {
  EventScan scan(view, TypesOf(query.selection), RangeOf(query.selection, query.order, query.after), budget);
  return ReadPage(scan, PartFilter({}), query);
}

}  // namespace annals::query
