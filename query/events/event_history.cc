#include "query/events/event_history.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace annals::query {
namespace {

HistoryStage StageOf(DayNumber day, const ResolvedEvent& known) {
  HistoryStage stage{.known_on = day,
                     .status = known.event.status(),
                     .certainty = known.event.certainty(),
                     .time = known.event.time()};
  stage.time.clear_span();
  return stage;
}

// The words for a time do not matter, only which days it means.
bool SaysTheSame(const HistoryStage& a, const HistoryStage& b) {
  return std::tie(a.status, a.certainty, a.time.start(), a.time.end()) ==
         std::tie(b.status, b.certainty, b.time.start(), b.time.end());
}

}  // namespace

std::vector<HistoryStage> HistoryOf(std::vector<DatedReport> reports) {
  std::sort(reports.begin(), reports.end(), [](const DatedReport& a, const DatedReport& b) {
    return std::tie(a.known, a.report.ref) < std::tie(b.known, b.report.ref);
  });
  std::vector<HistoryStage> stages;
  std::vector<Report> known;
  for (size_t i = 0; i < reports.size();) {
    const DayNumber day = reports[i].known;
    std::vector<ReportRef> refs;
    for (; i < reports.size() && reports[i].known == day; ++i) {
      refs.push_back(reports[i].report.ref);
      known.push_back(std::move(reports[i].report));
    }
    if (known.size() > kMaxHistoryReports && i < reports.size()) continue;
    HistoryStage stage = StageOf(day, MergeReports(known));
    if (!stages.empty() && SaysTheSame(stages.back(), stage)) continue;
    stage.refs = std::move(refs);
    stages.push_back(std::move(stage));
  }
  return stages;
}

}  // namespace annals::query
