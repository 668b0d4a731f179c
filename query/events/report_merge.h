// One event out of its reports: later ones refine it and never blur it.
#ifndef ANNALS_QUERY_EVENTS_REPORT_MERGE_H_
#define ANNALS_QUERY_EVENTS_REPORT_MERGE_H_

#include <optional>
#include <vector>

#include "query/events/report_facts.h"

namespace annals::query {

// One article's account of the event.
struct Report {
  ReportRef ref;
  std::optional<DayNumber> published;
  ResolvedEvent told;
};

// Reports of one event, at least one, of one type.
//
// - The best report carries the words: most certain, then most exact in time, then with most arguments, then
// first come.
// - Certainty is the strongest of all; status that of the latest published among the reports of that
// certainty: a rumour does not
//   undo a fact, and a plan that was confirmed to have come true is no plan.
// - Time is the most exact one.
// - Roles that the best report leaves empty are filled from the next best that has them. Spans point into one
// article only, so
//   what comes from another one loses its span.
// - confidence is the largest. The id is that of the first report by ref.
ResolvedEvent MergeReports(const std::vector<Report>& reports);

}  // namespace annals::query

#endif  // ANNALS_QUERY_EVENTS_REPORT_MERGE_H_
