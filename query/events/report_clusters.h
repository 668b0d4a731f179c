// Which reports tell of the same real event: the reports of one block, parted into events.
//
// Two reports are compatible where they come from different articles, their key participants agree wherever
// both name them, the values of EventShape::agreeing likewise, and their times are compatible: the days
// overlap; or one is undated and was published within kNearbyDays of the other's days; or both are undated
// and were published within kNearbyDays of each other. An event holds only reports that are compatible each
// with each, so a vague report never draws two exact ones together.
//
// The fullest and most exact reports open events, the vaguer ones then join the nearest they fit. The result
// depends on the set of reports alone, never on the order in which they came or on how often it was computed:
// taking a report away gives what would stand had it never come. What is not tried: events told of with
// different days, and reports whose participants the index holds as different entities.
#ifndef ANNALS_QUERY_EVENTS_REPORT_CLUSTERS_H_
#define ANNALS_QUERY_EVENTS_REPORT_CLUSTERS_H_

#include <cstddef>
#include <vector>

#include "query/events/report_facts.h"

namespace annals::query {

// News of something undated is about the last weeks.
inline constexpr int kNearbyDays = 45;

// Reports of one block beyond this many, by ReportRef, stand alone: bounds the work an article can cause.
inline constexpr size_t kMaxBlockReports = 4096;

// Reports of one event, ascending; never empty. The first names it.
using ReportCluster = std::vector<ReportRef>;

// All reports are of one block and have different refs. Clusters ascend by their first report.
std::vector<ReportCluster> ClusterReports(std::vector<ReportFacts> reports);

// Indices, ascending, of the reports that are compatible with one of `seeds`, or with a report that is: no
// event of all of them together holds one of these and one of the rest.
std::vector<size_t> ConnectedReports(const std::vector<const ReportFacts*>& reports,
                                     const std::vector<const ReportFacts*>& seeds);

}  // namespace annals::query

#endif  // ANNALS_QUERY_EVENTS_REPORT_CLUSTERS_H_
