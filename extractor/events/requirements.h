// What an event cannot do without.
#ifndef ANNALS_EXTRACTOR_EVENTS_REQUIREMENTS_H_
#define ANNALS_EXTRACTOR_EVENTS_REQUIREMENTS_H_

#include <functional>

#include "annals/v1/event.pb.h"

namespace annals {

// What keeps participants from making an event of the type ("no person"), or null where nothing does. `count`
// tells how many fillers a role has.
const char* MissingParticipant(v1::EventType type, const std::function<int(v1::Role)>& count);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_REQUIREMENTS_H_
