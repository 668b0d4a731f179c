// Reads the events of careers: of all people in a window, or of those who came to or left one organisation.
#ifndef ANNALS_QUERY_FLOWS_CAREERS_H_
#define ANNALS_QUERY_FLOWS_CAREERS_H_

#include <map>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "query/flows/moves.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"
#include "query/timeline/event_selection.h"

namespace annals::query {

struct Careers {
  std::map<EntityNumber, std::vector<CareerEvent>> by_person;
  bool truncated = false;  // the budget was spent: the newest events were read
};

// Events that the selection accepts; its days are those of moves, so events kMoveDays around them are read,
// too. With a window, a departure or joining dated to years may so be paired with another event than without:
// what lies farther away is not read.
//
// Of all people: every event of the types of a career is read, newest first. Of one organisation: its own
// rows say who came and left, and their rows the rest; no event is read.
absl::StatusOr<Careers> ReadAllCareers(const IndexView& view, const EventSelection& selection,
                                       WorkBudget& budget);
absl::StatusOr<Careers> ReadCareersThrough(const IndexView& view, const EntityRecord& organization,
                                           const EventSelection& selection, WorkBudget& budget);

}  // namespace annals::query

#endif  // ANNALS_QUERY_FLOWS_CAREERS_H_
