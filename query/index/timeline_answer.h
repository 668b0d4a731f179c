// A page of a timeline as it is sent, kept for who asks the same again.
#ifndef ANNALS_QUERY_INDEX_TIMELINE_ANSWER_H_
#define ANNALS_QUERY_INDEX_TIMELINE_ANSWER_H_

#include <optional>
#include <string>
#include <vector>

#include "query/events/report_facts.h"
#include "query/index/change_stamps.h"
#include "query/index/index_keys.h"

namespace annals::query {

struct TimelineAnswer {
  // annals.v1.GetTimelineResponse, serialised: the fields `entity`, `events` and `entities`.
  std::string bytes;
  EntityNumber entity = kNoEntity;
  std::optional<EventPosition> next;  // where to go on; empty on the last page
  uint64_t revision = 0;              // it was read at, and
  std::string next_page_token;        // holds
  // Of all whose change may change it; empty: that is not known, and it is not kept.
  std::vector<ChangeStamps::Place> depends_on;

  // Bytes in memory.
  size_t size() const { return sizeof(*this) + bytes.capacity() + 2 * depends_on.capacity() + 128; }
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_TIMELINE_ANSWER_H_
