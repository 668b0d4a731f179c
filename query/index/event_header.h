// What a timeline row says of its event: enough to filter, count and walk the graph without reading the
// event.
#ifndef ANNALS_QUERY_INDEX_EVENT_HEADER_H_
#define ANNALS_QUERY_INDEX_EVENT_HEADER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "annals/v1/event.pb.h"
#include "query/events/report_facts.h"

namespace annals::query {

// An edge names at most this many others per entity and event: a list of hundreds is no graph.
inline constexpr size_t kMaxEdgesPerEvent = 32;

// An edge of the graph as seen from the entity whose row it is.
struct HeaderEdge {
  EntityNumber other = kNoEntity;
  v1::Role own_role = v1::ROLE_UNSPECIFIED;
  v1::Role other_role = v1::ROLE_UNSPECIFIED;

  friend bool operator==(const HeaderEdge&, const HeaderEdge&) = default;
};

// What it says of the event alone.
struct EventMarks {
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  v1::EventStatus status = v1::EVENT_STATUS_UNSPECIFIED;
  v1::Certainty certainty = v1::CERTAINTY_UNSPECIFIED;
  bool merged = false;  // two or more reports: the event has a row of its own
  int32_t days = 0;     // how many it takes; 0: undated
  // Of an undated event: the day its first report was published; else 0.
  DayNumber first_known = 0;

  friend bool operator==(const EventMarks&, const EventMarks&) = default;
};

// The rest is in the rows of an entity only.
struct EventHeader : EventMarks {
  std::vector<v1::Role> roles;  // that the entity plays, ascending
  std::vector<HeaderEdge> edges;

  friend bool operator==(const EventHeader&, const EventHeader&) = default;
};

// Variable-length numbers, in the order of the fields.
std::string EncodeHeader(const EventHeader& header);

// False where the bytes are no header.
bool DecodeHeader(absl::string_view bytes, EventHeader& header);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_EVENT_HEADER_H_
