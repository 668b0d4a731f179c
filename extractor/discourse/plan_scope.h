// How far a plan goes on: 将自立门户，创办X is a plan in both clauses.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_PLAN_SCOPE_H_
#define ANNALS_EXTRACTOR_DISCOURSE_PLAN_SCOPE_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Makes a plan of every draft that a clause tells without a subject of its own right behind a plan of the
// same subject, unless its words say that it is done. `drafts` are by trigger, with the status that cues
// give.
void ExtendPlans(const Document& document, std::vector<EventDraft>& drafts);

// Whether the clause says that it is done: 已, 曾 before the verb, 了, 过 behind it.
bool SaysDone(const Document& document, const EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_PLAN_SCOPE_H_
