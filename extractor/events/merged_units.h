// The other unit of a merger: 算法组并入|平台部.
//
// Threads: any. Owns nothing, fails never.
#ifndef ANNALS_EXTRACTOR_EVENTS_MERGED_UNITS_H_
#define ANNALS_EXTRACTOR_EVENTS_MERGED_UNITS_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Adds to a reorganisation the unit that another one is merged into, where it stands right behind the verb.
void AddMergedUnit(const Document& document, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_MERGED_UNITS_H_
