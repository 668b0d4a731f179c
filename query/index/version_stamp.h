// Which revisions and which days of knowledge a version of an event holds for: a rectangle, and its bytes in
// front of the header in a row.
#ifndef ANNALS_QUERY_INDEX_VERSION_STAMP_H_
#define ANNALS_QUERY_INDEX_VERSION_STAMP_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "query/events/known_stages.h"
#include "query/index/index_keys.h"
#include "query/index/past.h"

namespace annals::query {

// Both stretches are half-open.
struct VersionStamp {
  uint64_t since = 0;  // revisions
  uint64_t until = 0;  // 0: not replaced
  DayNumber known_from = 0;
  DayNumber known_to = kStillKnown;

  bool HoldsAt(const Past& past) const {
    const bool stored =
        past.revision ? since <= *past.revision && (until == 0 || *past.revision < until) : until == 0;
    const bool known =
        past.known_on ? known_from <= *past.known_on && *past.known_on < known_to : known_to == kStillKnown;
    return stored && known;
  }
  friend bool operator==(const VersionStamp&, const VersionStamp&) = default;
};

// The value of a row of the event at `position`: the stamp as differences to what it is near, then the
// header. In the present `until` and `known_to` are open and not written; in the past the key holds
// `known_from`.
std::string StampHeader(Era era, const EventPosition& position, const VersionStamp& stamp,
                        absl::string_view header);

// Takes the stamp off the front of a value and leaves the header. What the key holds is left as it is. False
// where the bytes are no such value.
bool TakeStamp(Era era, const EventPosition& position, absl::string_view& value, VersionStamp& stamp);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_VERSION_STAMP_H_
