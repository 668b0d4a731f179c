// From triggers to event drafts: every trigger is assigned its participants and values. What became of them,
// when, and on whose word is for the discourse stage.
#ifndef ANNALS_EXTRACTOR_EVENTS_EVENT_READER_H_
#define ANNALS_EXTRACTOR_EVENTS_EVENT_READER_H_

#include <vector>

#include "extractor/events/employment.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/event_words.h"
#include "extractor/events/statements.h"

namespace annals {

struct EventReading {
  std::vector<EventDraft> drafts;  // by trigger, one a person where people move one by one
  std::vector<Attribution> attributions;
  std::vector<TriggerTrace> traces;  // one a trigger occurrence
};

// Deterministic; cost is linear in the text for clauses of bounded length.
EventReading ReadEvents(const Document& document, const ValencyLexicon& valency, const EventWords& words,
                        const Vocabulary& vocabulary, const Employment& employment);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_EVENT_READER_H_
