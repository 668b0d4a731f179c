#include "query/events/report_clusters.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "absl/container/flat_hash_set.h"

namespace annals::query {
namespace {

// Days from one stretch to the other; 0 where they meet.
int32_t Gap(const DaySpan& a, const DaySpan& b) { return std::max({0, a.first - b.last, b.first - a.last}); }

std::vector<EntityNumber> Common(const std::vector<EntityNumber>& a, const std::vector<EntityNumber>& b) {
  std::vector<EntityNumber> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common;
}

// An event that grows: what all its reports have in common, so that one comparison stands for all of them.
class Candidate {
 public:
  explicit Candidate(const ReportFacts& first) : identity_(first.identity), agreeing_(first.agreeing) {
    Note(first);
  }

  bool Fits(const ReportFacts& report) const {
    return !articles_.contains(report.ref.article) && SameParticipants(report) && SameValues(report) &&
           SameTime(report);
  }

  void Add(const ReportFacts& report) {
    for (size_t i = 0; i < identity_.size(); ++i) {
      if (identity_[i].empty()) {
        identity_[i] = report.identity[i];
      } else if (!report.identity[i].empty()) {
        identity_[i] = Common(identity_[i], report.identity[i]);
      }
    }
    for (size_t i = 0; i < agreeing_.size(); ++i) {
      if (agreeing_[i] == 0) agreeing_[i] = report.agreeing[i];
    }
    Note(report);
  }

  // Smaller is nearer: more shared key participants, then less time between.
  std::pair<int, int32_t> Distance(const ReportFacts& report) const {
    int shared = 0;
    for (size_t i = 0; i < identity_.size(); ++i)
      shared += Common(identity_[i], report.identity[i]).empty() ? 0 : 1;
    return {-shared, TimeDistance(report)};
  }

  ReportCluster TakeReports() {
    std::sort(reports_.begin(), reports_.end());
    return std::move(reports_);
  }

 private:
  void Note(const ReportFacts& report) {
    reports_.push_back(report.ref);
    articles_.insert(report.ref.article);
    if (report.span) {
      days_ = days_ ? DaySpan{std::max(days_->first, report.span->first),
                              std::min(days_->last, report.span->last)}
                    : *report.span;
    } else if (report.published) {
      const DayNumber day = *report.published;
      undated_ = undated_ ? DaySpan{std::min(undated_->first, day), std::max(undated_->last, day)}
                          : DaySpan{day, day};
    } else {
      timeless_ = true;
    }
  }

  bool SameParticipants(const ReportFacts& report) const {
    for (size_t i = 0; i < identity_.size(); ++i) {
      if (identity_[i].empty() || report.identity[i].empty()) continue;
      if (Common(identity_[i], report.identity[i]).empty()) return false;
    }
    return true;
  }

  bool SameValues(const ReportFacts& report) const {
    for (size_t i = 0; i < agreeing_.size(); ++i) {
      if (agreeing_[i] != 0 && report.agreeing[i] != 0 && agreeing_[i] != report.agreeing[i]) return false;
    }
    return true;
  }

  bool SameTime(const ReportFacts& report) const {
    if (timeless_) return false;
    if (report.span) {
      return (!days_ || Gap(*days_, *report.span) == 0) && (!undated_ || NearAllUndated(*report.span));
    }
    if (!report.published) return false;
    const DaySpan day{*report.published, *report.published};
    return (!days_ || Gap(*days_, day) <= kNearbyDays) && (!undated_ || NearAllUndated(day));
  }

  bool NearAllUndated(const DaySpan& span) const {
    return Gap(span, {undated_->first, undated_->first}) <= kNearbyDays &&
           Gap(span, {undated_->last, undated_->last}) <= kNearbyDays;
  }

  int32_t TimeDistance(const ReportFacts& report) const {
    const DaySpan own = days_ ? *days_ : undated_.value_or(DaySpan{});
    if (report.span) return Gap(own, *report.span);
    const DayNumber day = report.published.value_or(0);
    return Gap(own, {day, day});
  }

  std::vector<std::vector<EntityNumber>> identity_;
  std::vector<uint64_t> agreeing_;
  std::optional<DaySpan> days_;     // common to all dated reports
  std::optional<DaySpan> undated_;  // first to last publication of the undated ones
  bool timeless_ = false;           // a report without any day: nothing joins it
  absl::flat_hash_set<uint64_t> articles_;
  ReportCluster reports_;
};

// Fullest first, then most exact, then first come.
auto Order(const ReportFacts& report) {
  int missing = 0;
  for (const auto& entities : report.identity) missing += entities.empty() ? 1 : 0;
  const int32_t width = report.span ? report.span->days() : std::numeric_limits<int32_t>::max();
  return std::make_tuple(missing, width, report.ref);
}

Candidate* Nearest(std::vector<Candidate>& candidates, const ReportFacts& report) {
  Candidate* nearest = nullptr;
  for (Candidate& candidate : candidates) {
    if (!candidate.Fits(report)) continue;
    if (nearest == nullptr || candidate.Distance(report) < nearest->Distance(report)) nearest = &candidate;
  }
  return nearest;
}

}  // namespace

std::vector<ReportCluster> ClusterReports(std::vector<ReportFacts> reports) {
  std::vector<ReportCluster> clusters;
  std::sort(reports.begin(), reports.end(), [](const auto& a, const auto& b) { return a.ref < b.ref; });
  for (size_t i = kMaxBlockReports; i < reports.size(); ++i) clusters.push_back({reports[i].ref});
  if (reports.size() > kMaxBlockReports) reports.resize(kMaxBlockReports);
  std::sort(reports.begin(), reports.end(), [](const auto& a, const auto& b) { return Order(a) < Order(b); });
  std::vector<Candidate> candidates;
  for (const ReportFacts& report : reports) {
    if (Candidate* nearest = Nearest(candidates, report); nearest != nullptr) {
      nearest->Add(report);
    } else {
      candidates.emplace_back(report);
    }
  }
  for (Candidate& candidate : candidates) clusters.push_back(candidate.TakeReports());
  std::sort(clusters.begin(), clusters.end());
  return clusters;
}

std::vector<size_t> ConnectedReports(const std::vector<const ReportFacts*>& reports,
                                     const std::vector<const ReportFacts*>& seeds) {
  std::vector<const ReportFacts*> frontier = seeds;
  std::vector<bool> connected(reports.size(), false);
  while (!frontier.empty()) {
    const Candidate from(*frontier.back());
    frontier.pop_back();
    for (size_t i = 0; i < reports.size(); ++i) {
      if (connected[i] || !from.Fits(*reports[i])) continue;
      connected[i] = true;
      frontier.push_back(reports[i]);
    }
  }
  std::vector<size_t> indices;
  for (size_t i = 0; i < reports.size(); ++i) {
    if (connected[i]) indices.push_back(i);
  }
  return indices;
}

}  // namespace annals::query
