#include "tests/query/model/model_clusters.h"

#include <algorithm>
#include <climits>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/events/event_shape.h"
#include "query/events/report_clusters.h"

namespace annals::query {
namespace {

using Fillers = std::set<std::string>;

Fillers FillersOf(const v1::Event& event, v1::Role role) {
  Fillers fillers;
  for (const v1::Argument& argument : event.arguments()) {
    if (argument.role() != role) continue;
    fillers.insert(argument.has_entity_id() ? argument.entity_id()
                                            : absl::AsciiStrToLower(argument.value().text()));
  }
  return fillers;
}

bool Disjoint(const Fillers& a, const Fillers& b) {
  return std::none_of(a.begin(), a.end(), [&](const std::string& x) { return b.contains(x); });
}

bool Conflict(const Fillers& a, const Fillers& b, bool whole) {
  if (a.empty() || b.empty()) return false;
  return whole ? a != b : Disjoint(a, b);
}

bool TimesAgree(const ModelReport& a, const ModelReport& b) {
  const auto span_a = SpanOf(a.event.time());
  const auto span_b = SpanOf(b.event.time());
  if (span_a && span_b) return span_a->first <= span_b->last && span_b->first <= span_a->last;
  if ((!span_a && !a.published) || (!span_b && !b.published)) return false;
  const DaySpan x = span_a.value_or(DaySpan{a.published.value_or(0), a.published.value_or(0)});
  const DaySpan y = span_b.value_or(DaySpan{b.published.value_or(0), b.published.value_or(0)});
  return x.first - y.last <= kNearbyDays && y.first - x.last <= kNearbyDays;
}

// Type, first identity role's entity and the words that part blocks; "" where a report stands alone.
std::string BlockName(const v1::Event& event) {
  const EventShape& shape = ShapeOf(event.type());
  std::string words;
  for (v1::Role role : shape.discriminators) {
    if (words.empty()) words = absl::StrJoin(FillersOf(event, role), "\n");
  }
  if (words.empty() && !shape.discriminators.empty()) return "";
  for (v1::Role role : shape.identity) {
    const Fillers fillers = FillersOf(event, role);
    if (!fillers.empty()) return absl::StrCat(event.type(), " ", *fillers.begin(), " ", words);
  }
  return "";
}

bool Compatible(const ModelReport& a, const ModelReport& b) {
  if (a.article_id == b.article_id || BlockName(a.event).empty() || BlockName(a.event) != BlockName(b.event))
    return false;
  const EventShape& shape = ShapeOf(a.event.type());
  for (v1::Role role : shape.identity) {
    if (Conflict(FillersOf(a.event, role), FillersOf(b.event, role), shape.whole_set)) return false;
  }
  for (v1::Role role : shape.agreeing) {
    if (Conflict(FillersOf(a.event, role), FillersOf(b.event, role), true)) return false;
  }
  return TimesAgree(a, b);
}

// What all the reports of the cluster that fill the role have in common; none where nobody fills it.
std::pair<bool, Fillers> CommonOf(const ModelCluster& cluster, v1::Role role) {
  bool filled = false;
  Fillers common;
  for (const ModelReport* report : cluster) {
    const Fillers own = FillersOf(report->event, role);
    if (own.empty()) continue;
    if (!filled) common = own;
    std::erase_if(common, [&](const std::string& x) { return !own.contains(x); });
    filled = true;
  }
  return {filled, common};
}

// Of the dated reports the days they share; where there are none, first to last publication.
DaySpan DaysOf(const ModelCluster& cluster) {
  std::optional<DaySpan> dated;
  std::optional<DaySpan> published;
  for (const ModelReport* report : cluster) {
    if (const auto span = SpanOf(report->event.time())) {
      dated = dated ? DaySpan{std::max(dated->first, span->first), std::min(dated->last, span->last)} : *span;
    } else if (report->published) {
      const DayNumber day = *report->published;
      published = published ? DaySpan{std::min(published->first, day), std::max(published->last, day)}
                            : DaySpan{day, day};
    }
  }
  return dated ? *dated : published.value_or(DaySpan{});
}

// More shared key participants are nearer, then less time between.
std::pair<int, int> DistanceOf(const ModelCluster& cluster, const ModelReport& report) {
  int shared = 0;
  for (v1::Role role : ShapeOf(report.event.type()).identity) {
    const auto [filled, common] = CommonOf(cluster, role);
    if (filled && !Disjoint(common, FillersOf(report.event, role))) ++shared;
  }
  const DaySpan days = DaysOf(cluster);
  const DayNumber day = report.published.value_or(0);
  const DaySpan own = SpanOf(report.event.time()).value_or(DaySpan{day, day});
  return {-shared, std::max({0, days.first - own.last, own.first - days.last})};
}

// Fullest first, then most exact, then first come.
std::tuple<int, int, ReportRef> OrderOf(const ModelReport& report) {
  int missing = 0;
  for (v1::Role role : ShapeOf(report.event.type()).identity)
    missing += FillersOf(report.event, role).empty() ? 1 : 0;
  const auto span = SpanOf(report.event.time());
  return {missing, span ? span->days() : INT_MAX, report.ref};
}

bool Fits(const ModelCluster& cluster, const ModelReport& report) {
  return std::all_of(cluster.begin(), cluster.end(),
                     [&](const ModelReport* other) { return Compatible(*other, report); });
}

}  // namespace

std::vector<ModelCluster> ClustersOf(const std::vector<ModelReport>& reports) {
  ModelCluster order;
  for (const ModelReport& report : reports) order.push_back(&report);
  std::sort(order.begin(), order.end(), [](auto* a, auto* b) { return OrderOf(*a) < OrderOf(*b); });
  std::vector<ModelCluster> clusters;
  for (const ModelReport* report : order) {
    ModelCluster* nearest = nullptr;
    for (ModelCluster& cluster : clusters) {
      if (!Fits(cluster, *report)) continue;
      if (nearest == nullptr || DistanceOf(cluster, *report) < DistanceOf(*nearest, *report))
        nearest = &cluster;
    }
    nearest == nullptr ? clusters.push_back({report}) : nearest->push_back(report);
  }
  for (ModelCluster& cluster : clusters) {
    std::sort(cluster.begin(), cluster.end(), [](auto* a, auto* b) { return a->ref < b->ref; });
  }
  return clusters;
}

}  // namespace annals::query
