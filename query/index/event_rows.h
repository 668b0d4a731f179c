// The rows under which an event is found: a pure function of the event, so that what was written can be taken
// back exactly.
#ifndef ANNALS_QUERY_INDEX_EVENT_ROWS_H_
#define ANNALS_QUERY_INDEX_EVENT_ROWS_H_

#include <string>
#include <utility>
#include <vector>

#include "query/events/report_facts.h"
#include "query/index/index_keys.h"

namespace annals::query {

struct EventRows {
  std::vector<std::pair<std::string, std::string>> rows;  // key, value
  SpanClass span_class = SpanClass::kUndated;
  // Each entity that takes part, once, with the number of edges the event gives it.
  std::vector<std::pair<EntityNumber, uint64_t>> participants;
};

// `merged`: the event has two or more reports.
EventRows RowsOf(ReportRef event, const ResolvedEvent& told, bool merged);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_EVENT_ROWS_H_
