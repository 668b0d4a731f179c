#include "query/flows/moves.h"

#include <algorithm>

namespace annals::query {
namespace {

bool Follows(const CareerEvent& joining, const CareerEvent& departure) {
  return joining.dated() && departure.dated() && joining.last_day() >= departure.position.day &&
         joining.position.day <= departure.last_day() + kMoveDays;
}

bool Departs(const CareerEvent& event) {
  return event.type == v1::EVENT_TYPE_DEPART || event.type == v1::EVENT_TYPE_DISMISS;
}

// The next joining after a departure that leads to an organisation that fits; null where there is none.
template <typename Fits>
const CareerEvent* NextJoining(const std::vector<CareerEvent>& career, const CareerEvent& departure,
                               const Fits& fits) {
  for (const CareerEvent& event : career) {
    if (Departs(event) || !Follows(event, departure)) continue;
    if (std::any_of(event.joined.begin(), event.joined.end(), fits)) return &event;
  }
  return nullptr;
}

IndexView::EventToRead ToRead(const CareerEvent& event) { return {event.position.event, event.merged}; }

void AddNamed(const std::vector<CareerEvent>& career, const CareerEvent& event, std::vector<Move>& moves) {
  for (EntityNumber from : event.left) {
    for (EntityNumber to : event.joined) {
      if (from == to) continue;
      Move move{from, to, event.position.day, {ToRead(event)}};
      const CareerEvent* joining = nullptr;
      if (Departs(event)) joining = NextJoining(career, event, [&](EntityNumber at) { return at == to; });
      if (joining != nullptr) {
        move.day = joining->position.day;
        move.events.push_back(ToRead(*joining));
      }
      moves.push_back(std::move(move));
    }
  }
}

void AddPaired(const std::vector<CareerEvent>& career, const CareerEvent& departure,
               std::vector<Move>& moves) {
  for (EntityNumber from : departure.left) {
    const auto another = [&](EntityNumber at) { return at != from; };
    if (std::any_of(departure.joined.begin(), departure.joined.end(), another)) continue;
    const CareerEvent* joining = NextJoining(career, departure, another);
    if (joining == nullptr) continue;
    for (EntityNumber to : joining->joined) {
      if (to == from) continue;
      moves.push_back({from, to, joining->position.day, {ToRead(departure), ToRead(*joining)}});
    }
  }
}

}  // namespace

bool IsCareerEvent(v1::EventType type) {
  return type == v1::EVENT_TYPE_JOIN || type == v1::EVENT_TYPE_APPOINT || type == v1::EVENT_TYPE_FOUND ||
         type == v1::EVENT_TYPE_DEPART || type == v1::EVENT_TYPE_DISMISS;
}

void AddOrganization(EntityNumber organization, v1::Role role, CareerEvent& event) {
  const bool departs = Departs(event);
  if (role == v1::ROLE_ORGANIZATION) (departs ? event.left : event.joined).push_back(organization);
  if (role == v1::ROLE_FROM_ORGANIZATION && event.type == v1::EVENT_TYPE_JOIN)
    event.left.push_back(organization);
  if (role == v1::ROLE_TO_ORGANIZATION && event.type == v1::EVENT_TYPE_DEPART)
    event.joined.push_back(organization);
}

std::vector<Move> FindMoves(std::vector<CareerEvent> career) {
  std::sort(career.begin(), career.end(),
            [](const CareerEvent& a, const CareerEvent& b) { return a.position < b.position; });
  std::vector<Move> moves;
  for (const CareerEvent& event : career) {
    AddNamed(career, event, moves);
    if (Departs(event)) AddPaired(career, event, moves);
  }
  return moves;
}

}  // namespace annals::query
