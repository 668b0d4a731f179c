// Stints of the model: signs of one person at one organisation, taken one after the other in order of time.
//
// A sign stands where it begins; an end, a former post and having moved on stand where they end. Of those of
// one place the order is that of ModelSignKind.
//
// - Start: a year or more after the known start of the open stint, or, where only presence is known of it,
//   more than 45 days after the last day somebody was seen, it begins another one. The one before then ended
//   on an end that lies around the start or, where there is none, some day between. Else it is an account of
//   the same start.
// - Rumoured start, headed for: another word for the open stint, or one that is only possible.
// - Presence: of the open stint, which had begun by then; up to 45 days after an end it is careless talk;
// else
//   it opens a stint.
// - Former post: nothing where presence follows within a year; else it ends the stint.
// - End, moved on: ends the open stint; within a year after an end it is an account of the same end; else the
//   end of a stint of which no start is known.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_STINTS_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_STINTS_H_

#include <cstddef>
#include <vector>

#include "query/events/day_span.h"

namespace annals::query {

enum class ModelSignKind { kStart, kRumouredStart, kHeadedFor, kFormer, kPresent, kMovedOn, kEnd };

inline constexpr DayNumber kModelLongAgo = -1;
inline constexpr DayNumber kModelNotYet = kLastDay + 1;

struct ModelDays {
  DayNumber first = kModelLongAgo;
  DayNumber last = kModelNotYet;
};

struct ModelSign {
  ModelSignKind kind = ModelSignKind::kStart;
  ModelDays days;
  size_t source = 0;
};

struct ModelStint {
  ModelDays start;
  bool start_exact = false;
  bool start_certain = true;
  bool ended = false;
  ModelDays end;
  bool end_exact = false;
  DayNumber last_seen = kModelLongAgo;
  std::vector<size_t> starts;  // sources, exact ones first
  std::vector<size_t> ends;
  std::vector<size_t> presences;
};

std::vector<ModelStint> StintsOf(std::vector<ModelSign> signs);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_STINTS_H_
