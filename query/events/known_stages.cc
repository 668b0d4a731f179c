#include "query/events/known_stages.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace annals::query {
namespace {

using Reports = std::vector<const KnownReport*>;

void Append(const Reports& more, Reports& reports) {
  reports.insert(reports.end(), more.begin(), more.end());
}

Reports Together(const Reports& a, const Reports& b) {
  Reports all = a;
  Append(b, all);
  return all;
}

// Of the others, those that may be in one event with a changed report, directly or through others.
Reports Concerned(const Reports& others, const Reports& changed) {
  // Beyond the limit, which reports are compared depends on all of them.
  if (others.size() + changed.size() > kMaxBlockReports) return others;
  std::vector<const ReportFacts*> rest;
  for (const KnownReport* other : others) rest.push_back(&other->facts);
  std::vector<const ReportFacts*> seeds;
  for (const KnownReport* report : changed) seeds.push_back(&report->facts);
  Reports concerned;
  for (size_t i : ConnectedReports(rest, seeds)) concerned.push_back(others[i]);
  return concerned;
}

// The reports of a block before or after the change, and its events at any stage.
class Side {
 public:
  explicit Side(Reports reports) : reports_(std::move(reports)) {
    // Reports that fit each with each do so also while some of them are not known yet.
    one_event_ = reports_.size() < 2 || ClustersOf(reports_).size() == 1;
  }

  // Of what was known by the day, by first report.
  std::map<ReportRef, ReportCluster> EventsBy(DayNumber day) const {
    Reports known;
    for (const KnownReport* report : reports_) {
      if (report->known <= day) known.push_back(report);
    }
    std::map<ReportRef, ReportCluster> events;
    if (known.empty()) return events;
    for (ReportCluster& cluster :
         one_event_ ? std::vector<ReportCluster>{RefsOf(known)} : ClustersOf(known)) {
      const ReportRef first = cluster.front();
      events.emplace(first, std::move(cluster));
    }
    return events;
  }

 private:
  static ReportCluster RefsOf(const Reports& reports) {
    ReportCluster refs;
    for (const KnownReport* report : reports) refs.push_back(report->facts.ref);
    std::sort(refs.begin(), refs.end());
    return refs;
  }

  static std::vector<ReportCluster> ClustersOf(const Reports& reports) {
    if (reports.size() == 1) return {RefsOf(reports)};
    std::vector<ReportFacts> facts;
    for (const KnownReport* report : reports) facts.push_back(report->facts);
    return ClusterReports(std::move(facts));
  }

  Reports reports_;
  bool one_event_ = false;
};

// The days from the first changed one on, on which something became known.
std::vector<DayNumber> StageDays(const Reports& reports, const Reports& changed) {
  DayNumber first = kStillKnown;
  for (const KnownReport* report : changed) first = std::min(first, report->known);
  std::set<DayNumber> days;
  for (const KnownReport* report : reports) {
    if (report->known >= first) days.insert(report->known);
  }
  return {days.begin(), days.end()};
}

bool TellsOf(const ReportCluster& cluster, uint64_t article) {
  return std::any_of(cluster.begin(), cluster.end(), [&](ReportRef ref) { return ref.article == article; });
}

// The events that differ at one stage.
void AddDifferences(std::map<ReportRef, ReportCluster> before, std::map<ReportRef, ReportCluster> after,
                    uint64_t article, DayNumber from, DayNumber to, std::vector<StageChange>& changes) {
  for (auto& [event, cluster] : before) {
    StageChange change{event, from, to, std::move(cluster), {}};
    if (const auto same = after.find(event); same != after.end()) {
      change.after = std::move(same->second);
      after.erase(same);
    }
    if (change.before != change.after || TellsOf(change.after, article)) changes.push_back(std::move(change));
  }
  for (auto& [event, cluster] : after) changes.push_back({event, from, to, {}, std::move(cluster)});
}

}  // namespace

std::vector<StageChange> ChangedStages(const std::vector<const KnownReport*>& others,
                                       const std::vector<const KnownReport*>& before,
                                       const std::vector<const KnownReport*>& after) {
  const Reports changed = Together(before, after);
  if (changed.empty()) return {};
  const uint64_t article = changed.front()->facts.ref.article;
  const Reports concerned = Concerned(others, changed);
  const Side old_side(Together(concerned, before));
  const Side new_side(Together(concerned, after));
  const std::vector<DayNumber> days = StageDays(Together(concerned, changed), changed);
  std::vector<StageChange> changes;
  for (size_t i = 0; i < days.size(); ++i) {
    const DayNumber to = i + 1 < days.size() ? days[i + 1] : kStillKnown;
    AddDifferences(old_side.EventsBy(days[i]), new_side.EventsBy(days[i]), article, days[i], to, changes);
  }
  std::stable_sort(changes.begin(), changes.end(),
                   [](const StageChange& a, const StageChange& b) { return a.event < b.event; });
  return changes;
}

DayNumber AdmittedDay(const std::vector<const KnownReport*>& others, DayNumber known) {
  const size_t reports = others.size() + 1;
  if (reports * reports <= kMaxStagedReports) return known;
  std::set<DayNumber, std::greater<>> later;
  for (const KnownReport* other : others) {
    if (other->known > known) later.insert(other->known);
  }
  const size_t stages = kMaxStagedReports / reports;
  if (later.size() < stages) return known;
  return *std::next(later.begin(), static_cast<ptrdiff_t>(stages) - 1);
}

}  // namespace annals::query
