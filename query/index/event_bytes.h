// Events as they are stored: for answers that pass them on without looking into them.
#ifndef ANNALS_QUERY_INDEX_EVENT_BYTES_H_
#define ANNALS_QUERY_INDEX_EVENT_BYTES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "query/events/report_facts.h"

namespace annals::query {

// Points into a row.
struct EventBytes {
  ReportRef ref;            // the first report
  absl::string_view event;  // annals.v1.Event: its id is the first report's own, arguments name entities as
                            // that report did
  std::vector<EntityNumber> numbers;           // of the arguments, in order; kNoEntity: a value
  std::vector<absl::string_view> article_ids;  // of the reports, in their order
};

// Reads rows::Event (`merged`) or rows::Report. False where the row is neither.
bool ReadEventBytes(absl::string_view row, bool merged, EventBytes& event);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_EVENT_BYTES_H_
