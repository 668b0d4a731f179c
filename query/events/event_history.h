// How an event became known: what its reports said, day of publication by day of publication.
#ifndef ANNALS_QUERY_EVENTS_EVENT_HISTORY_H_
#define ANNALS_QUERY_EVENTS_EVENT_HISTORY_H_

#include <cstddef>
#include <vector>

#include "query/events/report_merge.h"

namespace annals::query {

struct DatedReport {
  Report report;
  DayNumber known = 0;  // the day it was published, or stored where that is not said
};

// What was known from a day on.
struct HistoryStage {
  DayNumber known_on = 0;
  v1::EventStatus status = v1::EVENT_STATUS_UNSPECIFIED;
  v1::Certainty certainty = v1::CERTAINTY_UNSPECIFIED;
  v1::EventTime time;           // without its span: it may come from any of the articles
  std::vector<ReportRef> refs;  // reports published on that day, ascending
};

// A stage for each day on which status, certainty or time changed, the first day always; oldest first. Of
// more than kMaxHistoryReports reports only those first known are looked at, and all of them once more at the
// end.
std::vector<HistoryStage> HistoryOf(std::vector<DatedReport> reports);
inline constexpr size_t kMaxHistoryReports = 512;

}  // namespace annals::query

#endif  // ANNALS_QUERY_EVENTS_EVENT_HISTORY_H_
