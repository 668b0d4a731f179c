#include "query/timeline/event_selection.h"

#include <algorithm>

namespace annals::query {
namespace {

bool In(const std::bitset<256>& set, int value) { return value >= 0 && value < 256 && set[value]; }

}  // namespace

bool EventSelection::Accepts(const EventPosition& position, const EventHeader& header) const {
  if (types.any() && !In(types, header.type)) return false;
  if (statuses.any() && !In(statuses, header.status)) return false;
  if (header.certainty < min_certainty) return false;
  const DayNumber began = position.day == kUndatedDay ? header.first_known : position.day;
  if (true_on && began > *true_on) return false;
  return roles.none() || std::any_of(header.roles.begin(), header.roles.end(),
                                     [&](v1::Role role) { return In(roles, role); });
}

}  // namespace annals::query
