#include "query/flows/careers.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "common/status_macros.h"
#include "query/index/event_scan.h"

namespace annals::query {
namespace {

// Reading an event costs as much as some rows; so does opening the rows of a person.
constexpr uint64_t kRowsPerEvent = 4;
constexpr uint64_t kRowsPerPerson = 16;
constexpr size_t kEventsAtOnce = 256;

ScanRange RangeAround(const EventSelection& selection) {
  ScanRange range{.order = ScanOrder::kNewestFirst};
  if (selection.first_day) range.first_day = std::max(0, *selection.first_day - kMoveDays);
  if (selection.last_day) range.last_day = std::min(kLastDay, *selection.last_day + kMoveDays);
  return range;
}

bool IsPerson(v1::EventType type, v1::Role role) {
  return role == v1::ROLE_PERSON || (type == v1::EVENT_TYPE_FOUND && role == v1::ROLE_FOUNDER);
}

CareerEvent FromHeader(const EventPosition& position, const EventHeader& header) {
  return {.position = position, .type = header.type, .days = header.days, .merged = header.merged};
}

class AllCareers {
 public:
  AllCareers(const IndexView& view, const EventSelection& selection, WorkBudget& budget)
      : view_(view), selection_(selection), budget_(budget) {}

  absl::StatusOr<Careers> Run() {
    EventScan scan(view_, CareerTypes(), RangeAround(selection_), budget_);
    while (scan.Next()) {
      if (!selection_.Accepts(scan.position(), scan.header())) continue;
      if (!budget_.Spend(kRowsPerEvent)) {
        careers_.truncated = true;
        break;
      }
      waiting_.push_back(FromHeader(scan.position(), scan.header()));
      if (waiting_.size() == kEventsAtOnce) ANNALS_RETURN_IF_ERROR(ReadWaiting());
    }
    ANNALS_RETURN_IF_ERROR(scan.status());
    ANNALS_RETURN_IF_ERROR(budget_.status());
    ANNALS_RETURN_IF_ERROR(ReadWaiting());
    if (scan.truncated()) careers_.truncated = true;
    return std::move(careers_);
  }

 private:
  static std::vector<v1::EventType> CareerTypes() {
    std::vector<v1::EventType> types;
    for (int type = v1::EventType_MIN; type <= v1::EventType_MAX; ++type) {
      if (IsCareerEvent(static_cast<v1::EventType>(type))) types.push_back(static_cast<v1::EventType>(type));
    }
    return types;
  }

  absl::Status ReadWaiting() {
    std::vector<IndexView::EventToRead> events;
    for (const CareerEvent& event : waiting_) events.push_back({event.position.event, event.merged});
    ANNALS_ASSIGN_OR_RETURN(const std::vector<StoredEvent> stored, view_.ReadEvents(events));
    for (size_t i = 0; i < stored.size(); ++i) Add(stored[i].told, std::move(waiting_[i]));
    waiting_.clear();
    return absl::OkStatus();
  }

  void Add(const ResolvedEvent& told, CareerEvent event) {
    absl::flat_hash_set<EntityNumber> people;
    for (int i = 0; i < told.event.arguments_size(); ++i) {
      const v1::Role role = told.event.arguments(i).role();
      if (told.numbers[i] == kNoEntity) continue;
      if (IsPerson(event.type, role)) people.insert(told.numbers[i]);
      AddOrganization(told.numbers[i], role, event);
    }
    for (EntityNumber person : people) careers_.by_person[person].push_back(event);
  }

  const IndexView& view_;
  const EventSelection& selection_;
  WorkBudget& budget_;
  std::vector<CareerEvent> waiting_;
  Careers careers_;
};

class CareersThrough {
 public:
  CareersThrough(const IndexView& view, const EntityRecord& organization, const EventSelection& selection,
                 WorkBudget& budget)
      : view_(view), organization_(organization), selection_(selection), budget_(budget) {}

  absl::StatusOr<Careers> Run() {
    ANNALS_RETURN_IF_ERROR(FindPeople());
    for (size_t i = 0; i < people_.size() && !careers_.truncated; i += kEventsAtOnce) {
      const auto end = people_.begin() + std::min(people_.size(), i + kEventsAtOnce);
      ANNALS_ASSIGN_OR_RETURN(const auto people, view_.ReadEntities({people_.begin() + i, end}));
      for (const EntityRecord& person : people) ANNALS_RETURN_IF_ERROR(ReadCareer(person));
    }
    ANNALS_RETURN_IF_ERROR(budget_.status());
    return std::move(careers_);
  }

 private:
  // Newest first.
  absl::Status FindPeople() {
    absl::flat_hash_set<EntityNumber> known;
    EventScan scan(view_, std::vector<EntityRecord>{organization_}, RangeAround(selection_), budget_);
    while (scan.Next()) {
      if (!Counts(scan)) continue;
      for (const HeaderEdge& edge : scan.header().edges) {
        if (!IsPerson(scan.header().type, edge.other_role)) continue;
        if (known.insert(edge.other).second) people_.push_back(edge.other);
      }
    }
    careers_.truncated = scan.truncated();
    return scan.status();
  }

  bool Counts(const EventScan& scan) const {
    return IsCareerEvent(scan.header().type) && selection_.Accepts(scan.position(), scan.header());
  }

  absl::Status ReadCareer(const EntityRecord& person) {
    if (!budget_.Spend(kRowsPerPerson)) {
      careers_.truncated = true;
      return budget_.status();
    }
    std::vector<CareerEvent>& career = careers_.by_person[person.number];
    EventScan scan(view_, std::vector<EntityRecord>{person}, RangeAround(selection_), budget_);
    while (scan.Next()) {
      if (!Counts(scan)) continue;
      CareerEvent event = FromHeader(scan.position(), scan.header());
      for (const HeaderEdge& edge : scan.header().edges) {
        if (IsPerson(event.type, edge.own_role)) AddOrganization(edge.other, edge.other_role, event);
      }
      career.push_back(std::move(event));
    }
    if (scan.truncated()) careers_.truncated = true;
    return scan.status();
  }

  const IndexView& view_;
  const EntityRecord& organization_;
  const EventSelection& selection_;
  WorkBudget& budget_;
  std::vector<EntityNumber> people_;
  Careers careers_;
};

}  // namespace

absl::StatusOr<Careers> ReadAllCareers(const IndexView& view, const EventSelection& selection,
                                       WorkBudget& budget) {
  return AllCareers(view, selection, budget).Run();
}

absl::StatusOr<Careers> ReadCareersThrough(const IndexView& view, const EntityRecord& organization,
                                           const EventSelection& selection, WorkBudget& budget) {
  return CareersThrough(view, organization, selection, budget).Run();
}

}  // namespace annals::query
