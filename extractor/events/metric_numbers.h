// What a number is to the measure it stands beside: its value, its change, or neither.
#ifndef ANNALS_EXTRACTOR_EVENTS_METRIC_NUMBERS_H_
#define ANNALS_EXTRACTOR_EVENTS_METRIC_NUMBERS_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/event_words.h"

namespace annals {

// Whether a number of this kind can be the measure's, as its value or as its change.
bool FitsUnit(const MetricWord& word, const Quantity& quantity);

// Whether the words before a number say that it is where something went (降至3%) rather than by how much.
bool IsTarget(const Document& document, const Quantity& quantity);

// Where the time begins whose number stands at a position (去年同期的|12%); else the position.
int BeforeWhen(const Document& document, int position);

// ROLE_VALUE, or ROLE_CHANGE, negative where it fell.
ArgumentDraft ValueOf(const Document& document, const MetricWord& word, const Quantity& quantity);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_METRIC_NUMBERS_H_
