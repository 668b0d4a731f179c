// Stints of one person at one organisation, out of what is known of starts, ends and presence.
//
// Evidence is put in order of time, starts by their first day and ends by their last, and paired in that
// order:
//
// - A start opens a stint, an end closes it. Two stints stay two: a start kOtherStintDays or more after the
//   start of a stint of which no end is known opens another one; one sooner is another account of the same
//   start. Likewise with ends.
// - Presence on a day bounds the stint it falls into, and opens one where there is none. A post is named
//   carelessly around a change: presence up to kCarelessDays before a start or after an end is no stint of
//   its own.
// - A former post ends a stint, at the latest on the day it was called so, unless presence follows within
//   kOtherStintDays.
// - Where somebody was headed for opens a stint that begins on that day or later.
// - A rumoured start makes a stint that is only possible; other rumours make nothing.
//
// Intervals are closed, and reasoned with as in Allen, "Maintaining knowledge about temporal intervals"
// (1983). Pure functions.
#ifndef ANNALS_QUERY_TENURES_STINTS_H_
#define ANNALS_QUERY_TENURES_STINTS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/events/day_span.h"

namespace annals::query {

inline constexpr int kOtherStintDays = 365;
inline constexpr int kCarelessDays = 45;

// Before and after all days: not known.
inline constexpr DayNumber kLongAgo = -1;
inline constexpr DayNumber kNotYet = kLastDay + 1;

// First and last possible day, inclusive.
struct DayBounds {
  DayNumber first = kLongAgo;
  DayNumber last = kNotYet;

  friend bool operator==(const DayBounds&, const DayBounds&) = default;
};

// In the order in which those of one day are taken.
enum class StintSign {
  kStart,          // began on one of the days
  kRumouredStart,  // the same on nobody's word
  kHeadedFor,      // began on the first of the days or later
  kFormer,         // had left a post by the last of the days
  kPresent,        // was there on one of the days
  kMovedOn,        // had left by the last of the days
  kEnd,            // left on one of the days
};

struct StintEvidence {
  StintSign sign = StintSign::kStart;
  DayBounds days;
  size_t source = 0;  // the caller's
};

// Sources: what is exact comes first.
struct Stint {
  DayBounds start;
  bool start_exact = false;   // by a start; else it is only bounded
  bool start_certain = true;  // neither rumoured only nor headed for only
  bool ended = false;
  DayBounds end;  // where it ended
  bool end_exact = false;
  DayNumber last_seen = kLongAgo;
  std::vector<size_t> start_sources;
  std::vector<size_t> end_sources;
  std::vector<size_t> presence_sources;
};

// In order of time.
std::vector<Stint> FindStints(std::vector<StintEvidence> evidence);

enum class Presence { kNot, kPossibly, kDefinitely };
// Definitely: it had begun by then at the latest, and the first day on which it can have ended lies after it,
// or no end is known and there is evidence of presence on that day or a later one. Who leaves on a day is not
// there on it.
Presence PresenceOn(const Stint& stint, DayNumber day);

// Whether it may have a day in common with these, inclusive.
bool MayMeet(const Stint& stint, const DayBounds& window);

}  // namespace annals::query

#endif  // ANNALS_QUERY_TENURES_STINTS_H_
