// Moves of one person from one organisation to another, out of the events of a career. Pure functions.
#ifndef ANNALS_QUERY_FLOWS_MOVES_H_
#define ANNALS_QUERY_FLOWS_MOVES_H_

#include <vector>

#include "query/index/event_header.h"
#include "query/index/index_keys.h"
#include "query/index/index_view.h"

namespace annals::query {

// Who joins so long after leaving has been elsewhere meanwhile.
inline constexpr int kMoveDays = 365;

// An event of a career: JOIN, APPOINT and FOUND lead to an organisation, DEPART and DISMISS away from one;
// JOIN may say where from, DEPART where to.
struct CareerEvent {
  EventPosition position;
  v1::EventType type = v1::EVENT_TYPE_UNSPECIFIED;
  int32_t days = 0;  // 0: undated
  bool merged = false;
  std::vector<EntityNumber> left;
  std::vector<EntityNumber> joined;

  bool dated() const { return position.day != kUndatedDay; }
  DayNumber last_day() const { return position.day + days - 1; }
};

// Whether an event of this type belongs to a career at all.
bool IsCareerEvent(v1::EventType type);
// Adds an organisation in its role; roles that say nothing of a move are passed over.
void AddOrganization(EntityNumber organization, v1::Role role, CareerEvent& event);

struct Move {
  EntityNumber from = kNoEntity;
  EntityNumber to = kNoEntity;
  DayNumber day = kUndatedDay;  // first day of joining; where that is not known, of leaving
  std::vector<IndexView::EventToRead> events;
};

// A move is
// - one event that names both organisations. A departure for a new organisation counts on the day of the
//   joining that follows it there, where one is known;
// - a departure that names no other organisation (one that was merged with that left is none), and the
//   joining of another organisation that follows it next.
// A joining follows a departure where it can lie after it and begins within kMoveDays of it; the next one is
// the first by day, then by event.
std::vector<Move> FindMoves(std::vector<CareerEvent> career);

}  // namespace annals::query

#endif  // ANNALS_QUERY_FLOWS_MOVES_H_
