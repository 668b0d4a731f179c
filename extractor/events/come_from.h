// Where somebody comes from by the words before the name: 来自云岚科技的林知远.
#ifndef ANNALS_EXTRACTOR_EVENTS_COME_FROM_H_
#define ANNALS_EXTRACTOR_EVENTS_COME_FROM_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Gives a joining the organisation that stands with 的 right before the person (挖走启元光电的林知远), or
// that 来自 and 的 stand around before the person's noun phrase, where no other was found that the person
// comes from. Looks a few words back.
void AddCompanyComeFrom(const Document& document, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_COME_FROM_H_
