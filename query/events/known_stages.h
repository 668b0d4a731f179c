// How the events of a block change for those who know only what was published by a day: the reports of a
// block become known day by day, and each such stage has its own events.
#ifndef ANNALS_QUERY_EVENTS_KNOWN_STAGES_H_
#define ANNALS_QUERY_EVENTS_KNOWN_STAGES_H_

#include <vector>

#include "query/events/report_clusters.h"
#include "query/events/report_facts.h"

namespace annals::query {

// End of a stretch of days of knowledge that goes on.
inline constexpr DayNumber kStillKnown = 0xFFFFFF;

struct KnownReport {
  ReportFacts facts;
  DayNumber known = 0;  // the day it was published, or stored where that is not said
};

// To those who know what was published by a day in [from, to), the event named by `event` was made of
// `before` and is made of `after`; empty: there was, or is, no such event.
struct StageChange {
  ReportRef event;
  DayNumber from = 0;
  DayNumber to = kStillKnown;
  ReportCluster before;
  ReportCluster after;
};

// What it means for a block that one article's reports in it are replaced: by event, then by day. Both lists
// are of that article; `others` are the reports of all other articles. Events that are made of the same
// reports, none of them the article's, are left out. For every day the events are those of ClusterReports
// over what was known by then.
//
// Only stages from the first changed day on are looked at, and of the others only reports that may have to do
// with the changed ones.
std::vector<StageChange> ChangedStages(const std::vector<const KnownReport*>& others,
                                       const std::vector<const KnownReport*>& before,
                                       const std::vector<const KnownReport*>& after);

// The day from which on a report counts as known beside these others: `known`, but in a block of hundreds no
// more than so many stages back that a change takes kMaxStagedReports reports times stages to look at. What
// an archive tells of a day long ago then shows to those who know only what was published by a later one.
DayNumber AdmittedDay(const std::vector<const KnownReport*>& others, DayNumber known);
inline constexpr size_t kMaxStagedReports = 1 << 18;

}  // namespace annals::query

#endif  // ANNALS_QUERY_EVENTS_KNOWN_STAGES_H_
