// Which events of an organisation's parts count as the organisation's.
#ifndef ANNALS_QUERY_TIMELINE_PART_FILTER_H_
#define ANNALS_QUERY_TIMELINE_PART_FILTER_H_

#include <cstddef>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "query/index/event_header.h"
#include "query/index/index_view.h"

namespace annals::query {

// All do, but one: many companies have a unit called "AI team", and an event that names the company it is of,
// another one than this, is not about this one's. Immutable.
class PartFilter {
 public:
  // The organisation first, then its parts.
  explicit PartFilter(const std::vector<EntityRecord>& whole_and_parts);

  // The event of `header` as it stands in the rows of entity `source` of the list.
  bool AdmitsAt(size_t source, const EventHeader& header) const;
  // The same by number; an entity outside the list is admitted.
  bool Admits(EntityNumber source, const EventHeader& header) const;

 private:
  std::vector<EntityNumber> order_;
  absl::flat_hash_set<EntityNumber> family_;
  absl::flat_hash_set<EntityNumber> units_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_TIMELINE_PART_FILTER_H_
