// What became of an event, and on whose word: cues and how far they reach.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_CUES_H_
#define ANNALS_EXTRACTOR_DISCOURSE_CUES_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/statements.h"

namespace annals {

// Sets status, certainty and attribution of every draft from the cues around it; drops drafts under a generic
// or hypothetical cue. `told` are the sources that verbs of saying name.
void ApplyCues(const Document& document, const std::vector<Attribution>& told,
               std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_CUES_H_
