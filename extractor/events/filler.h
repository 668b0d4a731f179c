// What fills a slot of a frame.
#ifndef ANNALS_EXTRACTOR_EVENTS_FILLER_H_
#define ANNALS_EXTRACTOR_EVENTS_FILLER_H_

#include "annals/v1/event.pb.h"

namespace annals {

// Where a filler was found is what it is worth; the scores order them.
struct Filler {
  int mention = -1;
  v1::Role role = v1::ROLE_UNSPECIFIED;
  double score = 0;
  const char* reason = "";
  int entity = -1;  // one of those a plural reference (双方) stands for; -1: the mention's own
};

// Scores of places, and what takes from them.
constexpr double kAdjacent = 3.2;
constexpr double kRelative = 3.0;
constexpr double kPerPhraseBetween = 0.25;
constexpr double kPossessive = 0.6;
constexpr double kFromObjectSide = 0.4;
// An organisation that no slot of the trigger names.
constexpr double kFromChain = 0.5;
// In characters: how far a modifier and a 的-clause stand from their heads, and how far a trigger looks.
constexpr int kMaxModifierGap = 10;
constexpr int kMaxRelativeGap = 14;
constexpr int kMaxReach = 200;

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_FILLER_H_
