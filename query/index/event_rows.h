// The rows under which an event is found: a pure function of the event, so that what was written can be taken
// back exactly.
#ifndef ANNALS_QUERY_INDEX_EVENT_ROWS_H_
#define ANNALS_QUERY_INDEX_EVENT_ROWS_H_

#include <string>
#include <vector>

#include "query/events/report_facts.h"
#include "query/index/index_keys.h"

namespace annals::query {

// One row for the type and one for each entity that takes part; their headers as EncodeHeader gives them.
struct EventRows {
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  SpanClass span_class = SpanClass::kUndated;
  EventPosition position;
  std::string type_header;
  struct Participant {
    EntityNumber entity = kNoEntity;
    uint64_t edges = 0;  // that the event gives it
    std::string header;

    friend bool operator==(const Participant&, const Participant&) = default;
  };
  std::vector<Participant> participants;

  friend bool operator==(const EventRows&, const EventRows&) = default;
};

// `merged`: the event has two or more reports. `first_known`: the day its first report was published.
EventRows RowsOf(ReportRef event, const ResolvedEvent& told, bool merged, DayNumber first_known);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_EVENT_ROWS_H_
