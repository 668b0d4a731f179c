// Which events a read is about: EventFilter, checked and ready to be asked of every row.
#ifndef ANNALS_QUERY_TIMELINE_EVENT_SELECTION_H_
#define ANNALS_QUERY_TIMELINE_EVENT_SELECTION_H_

#include <bitset>
#include <optional>

#include "query/events/day_span.h"
#include "query/index/event_header.h"
#include "query/index/index_keys.h"

namespace annals::query {

// Empty sets and missing days do not filter.
struct EventSelection {
  std::bitset<256> types;
  std::bitset<256> roles;  // the entity whose row it is plays one of them
  std::bitset<256> statuses;
  v1::Certainty min_certainty = v1::CERTAINTY_UNSPECIFIED;
  std::optional<DayNumber> first_day;  // for ScanRange: Accepts does not look at days
  std::optional<DayNumber> last_day;
  // Only what was true on this day: begun by then or, undated, published by then.
  std::optional<DayNumber> true_on;

  bool Accepts(const EventPosition& position, const EventHeader& header) const;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_TIMELINE_EVENT_SELECTION_H_
