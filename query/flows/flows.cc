#include "query/flows/flows.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "common/status_macros.h"
#include "query/flows/careers.h"

namespace annals::query {
namespace {

// The moves of a cell.
struct Cell {
  std::set<EntityNumber> people;
  std::map<ReportRef, IndexView::EventToRead> events;
};
using CellKey = std::tuple<EntityNumber, EntityNumber, std::optional<DayNumber>>;
using Cells = std::map<CellKey, Cell>;

class FlowReader {
 public:
  FlowReader(const IndexView& view, const FlowQuery& query, WorkBudget& budget)
      : view_(view), query_(query), budget_(budget) {}

  absl::StatusOr<Flows> Run() {
    ANNALS_ASSIGN_OR_RETURN(const Careers careers, ReadCareers());
    flows_.truncated = careers.truncated;
    for (const auto& [person, career] : careers.by_person) {
      // What was read counts; only who went away is not answered any more.
      if (!budget_.Spend() && !budget_.status().ok()) break;
      for (const Move& move : FindMoves(career)) Count(person, move);
    }
    ANNALS_RETURN_IF_ERROR(budget_.status());
    ANNALS_ASSIGN_OR_RETURN(const auto order, LargestFirst());
    for (const auto* cell : order) {
      if (flows_.flows.size() == query_.max_flows || ids_ >= query_.max_ids) {
        flows_.truncated = true;
        break;
      }
      ANNALS_RETURN_IF_ERROR(Write(cell->first, cell->second));
    }
    return std::move(flows_);
  }

 private:
  absl::StatusOr<Careers> ReadCareers() {
    if (query_.organization)
      return ReadCareersThrough(view_, *query_.organization, query_.selection, budget_);
    return ReadAllCareers(view_, query_.selection, budget_);
  }

  void Count(EntityNumber person, const Move& move) {
    const EventSelection& days = query_.selection;
    if (move.day == kUndatedDay && (days.first_day || days.last_day)) return;
    if (days.first_day && move.day < *days.first_day) return;
    if (days.last_day && move.day > *days.last_day) return;
    if (query_.organization) {
      const EntityNumber organization = query_.organization->number;
      if (move.from != organization && move.to != organization) return;
    }
    std::optional<DayNumber> period;
    if (query_.width) period = BucketStart(move.day, *query_.width);
    Cell& cell = cells_[{move.from, move.to, period}];
    cell.people.insert(person);
    for (const IndexView::EventToRead& event : move.events) cell.events[event.ref] = event;
  }

  absl::StatusOr<std::vector<const Cells::value_type*>> LargestFirst() {
    std::set<EntityNumber> numbers;
    for (const auto& [key, cell] : cells_) numbers.insert({std::get<0>(key), std::get<1>(key)});
    ANNALS_ASSIGN_OR_RETURN(const auto records, view_.ReadEntities({numbers.begin(), numbers.end()}));
    absl::flat_hash_map<EntityNumber, std::string> ids;
    for (const EntityRecord& record : records) ids[record.number] = std::string(record.entity.id());
    std::vector<const Cells::value_type*> order;
    for (const auto& cell : cells_) order.push_back(&cell);
    const auto rank = [&](const Cells::value_type* cell) {
      const auto& [from, to, period] = cell->first;
      return std::tuple(-static_cast<int64_t>(cell->second.people.size()), std::cref(ids[from]),
                        std::cref(ids[to]), period);
    };
    std::sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
      const auto [a_size, a_from, a_to, a_period] = rank(a);
      const auto [b_size, b_from, b_to, b_period] = rank(b);
      return std::tie(a_size, a_from.get(), a_to.get(), a_period) <
             std::tie(b_size, b_from.get(), b_to.get(), b_period);
    });
    return order;
  }

  // A cell that is too large by itself is cut.
  absl::Status Write(const CellKey& key, const Cell& cell) {
    Flow flow{.from = std::get<0>(key), .to = std::get<1>(key), .period = std::get<2>(key)};
    const size_t room = query_.max_ids - ids_;
    for (EntityNumber person : cell.people) {
      if (flow.people.size() < room) flow.people.push_back(person);
    }
    std::vector<IndexView::EventToRead> events;
    for (const auto& [ref, event] : cell.events) {
      if (events.size() < room) events.push_back(event);
    }
    if (cell.people.size() > room || cell.events.size() > room) flows_.truncated = true;
    ANNALS_ASSIGN_OR_RETURN(const std::vector<StoredEvent> stored, view_.ReadEvents(events));
    for (const StoredEvent& event : stored) flow.event_ids.push_back(EventIdOf(event));
    ids_ += flow.people.size() + flow.event_ids.size();
    flows_.flows.push_back(std::move(flow));
    return absl::OkStatus();
  }

  const IndexView& view_;
  const FlowQuery& query_;
  WorkBudget& budget_;
  Cells cells_;
  size_t ids_ = 0;
  Flows flows_;
};

}  // namespace

absl::StatusOr<Flows> ReadFlows(const IndexView& view, const FlowQuery& query, WorkBudget& budget) {
  return FlowReader(view, query, budget).Run();
}

}  // namespace annals::query
