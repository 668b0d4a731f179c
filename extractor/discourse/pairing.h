// Events that belong together: leaving and joining, joining and the post that comes with it, opening and
// releasing a model.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_PAIRING_H_
#define ANNALS_EXTRACTOR_DISCOURSE_PAIRING_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Gives each of two events that are sides of one move the other side, and folds an event that only elaborates
// another into it (an appointment that comes with a hire is JOIN with a title). Drops what was folded, with a
// note.
void PairEvents(const Document& document, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_PAIRING_H_
