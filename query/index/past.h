// Which past a view of the index shows.
#ifndef ANNALS_QUERY_INDEX_PAST_H_
#define ANNALS_QUERY_INDEX_PAST_H_

#include <cstdint>
#include <optional>

#include "query/events/day_span.h"

namespace annals::query {

// Two times at once, as in Snodgrass, "Developing Time-Oriented Database Applications in SQL" (1999): what
// the journal held (transaction time), and of that what had been published. Neither set: the present.
struct Past {
  // As after this revision of the journal.
  std::optional<uint64_t> revision;
  // What had been published by this day, inclusive; an article without a date counts from the UTC day it was
  // stored on.
  std::optional<DayNumber> known_on;

  bool present() const { return !revision && !known_on; }
  friend bool operator==(const Past&, const Past&) = default;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_PAST_H_
