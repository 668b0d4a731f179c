// Reads measured numbers: whose, of what, how much, by how much it changed.
#ifndef ANNALS_EXTRACTOR_EVENTS_METRICS_H_
#define ANNALS_EXTRACTOR_EVENTS_METRICS_H_

#include <vector>

#include "extractor/events/assignment.h"
#include "extractor/events/employment.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/event_words.h"

namespace annals {

// One draft a measure with its value and change, in text order. Marks the quantities it used in `claimed`
// (one flag a quantity).
std::vector<EventDraft> ReadMetrics(const Document& document, const EventWords& words,
                                    const ClauseParse& parse, const Assigner& assigner,
                                    const Employment& employment, std::vector<char>& claimed);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_METRICS_H_
