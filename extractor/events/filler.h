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

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_FILLER_H_
