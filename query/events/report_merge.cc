#include "query/events/report_merge.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "absl/container/flat_hash_set.h"

namespace annals::query {
namespace {

int32_t Width(const Report& report) {
  const std::optional<DaySpan> span = SpanOf(report.told.event.time());
  return span ? span->days() : std::numeric_limits<int32_t>::max();
}

// Smaller is better.
auto Standing(const Report& report) {
  const v1::Event& event = report.told.event;
  return std::make_tuple(-static_cast<int>(event.certainty()), Width(report), -event.arguments_size(),
                         report.ref);
}

std::vector<const Report*> BestFirst(const std::vector<Report>& reports) {
  std::vector<const Report*> order;
  for (const Report& report : reports) order.push_back(&report);
  std::sort(order.begin(), order.end(),
            [](const Report* a, const Report* b) { return Standing(*a) < Standing(*b); });
  return order;
}

v1::EventStatus LatestStatus(const std::vector<const Report*>& order) {
  const Report* latest = order.front();
  const auto age = [](const Report& report) {
    return std::make_pair(report.published.value_or(-1), report.ref);
  };
  for (const Report* report : order) {
    const bool as_certain = report->told.event.certainty() == order.front()->told.event.certainty();
    if (as_certain && age(*report) > age(*latest)) latest = report;
  }
  return latest->told.event.status();
}

void TakeMostExactTime(const std::vector<const Report*>& order, v1::Event& event) {
  const auto exact = *std::min_element(
      order.begin(), order.end(), [](const Report* a, const Report* b) { return Width(*a) < Width(*b); });
  if (exact == order.front() || !exact->told.event.has_time()) return;
  *event.mutable_time() = exact->told.event.time();
  event.mutable_time()->clear_span();
}

void AddMissingRoles(const ResolvedEvent& other, ResolvedEvent& merged) {
  absl::flat_hash_set<int> filled;
  for (const v1::Argument& argument : merged.event.arguments()) filled.insert(argument.role());
  for (int i = 0; i < other.event.arguments_size(); ++i) {
    if (filled.contains(other.event.arguments(i).role())) continue;
    v1::Argument& added = *merged.event.add_arguments();
    added = other.event.arguments(i);
    added.clear_span();
    merged.numbers.push_back(other.numbers[i]);
  }
}

}  // namespace

ResolvedEvent MergeReports(const std::vector<Report>& reports) {
  const std::vector<const Report*> order = BestFirst(reports);
  ResolvedEvent merged = order.front()->told;
  if (order.size() == 1) return merged;
  const auto by_ref = [](const Report& a, const Report& b) { return a.ref < b.ref; };
  merged.event.set_id(std::min_element(reports.begin(), reports.end(), by_ref)->told.event.id());
  merged.event.set_status(LatestStatus(order));
  TakeMostExactTime(order, merged.event);
  for (size_t i = 1; i < order.size(); ++i) {
    AddMissingRoles(order[i]->told, merged);
    merged.event.set_confidence(std::max(merged.event.confidence(), order[i]->told.event.confidence()));
  }
  return merged;
}

}  // namespace annals::query
