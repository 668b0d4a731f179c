// Titles behind a trigger: 出任CEO, 任命赵晟佳为首席科学家, 转任顾问.
#ifndef ANNALS_EXTRACTOR_EVENTS_TITLES_H_
#define ANNALS_EXTRACTOR_EVENTS_TITLES_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Adds the title (or new title) that a trigger gives, and the organisation and unit named with it where no
// slot has them.
void AddTitles(const Document& document, const TriggerHit& hit, const Frame& frame, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_TITLES_H_
