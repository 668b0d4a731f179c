// Studios and laboratories that people set up for themselves: who holds no post founds a company, not a unit
// of one.
//
// Threads: any. Owns nothing, fails never.
#ifndef ANNALS_EXTRACTOR_EVENTS_FOUNDED_UNITS_H_
#define ANNALS_EXTRACTOR_EVENTS_FOUNDED_UNITS_H_

#include "extractor/events/assignment.h"
#include "extractor/events/document.h"
#include "extractor/events/employment.h"
#include "extractor/events/event_draft.h"

namespace annals {

// 离职后，林知远成立了“山海工作室”: makes a foundation of a draft that says a unit was set up.
void FoundOwnUnit(const Document& document, const Employment& employment, const Assignment& assignment,
                  EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_FOUNDED_UNITS_H_
