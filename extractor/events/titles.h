// Titles behind a trigger: 出任CEO, 任命赵晟佳为首席科学家, 转任顾问.
#ifndef ANNALS_EXTRACTOR_EVENTS_TITLES_H_
#define ANNALS_EXTRACTOR_EVENTS_TITLES_H_

#include "extractor/events/document.h"
#include "extractor/events/employment.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Adds the title (or new title) that a trigger gives, and the organisation and unit named with it where no
// slot has them.
void AddTitles(const Document& document, const TriggerHit& hit, const Frame& frame, EventDraft& draft);

// Adds to an appointment with a person what noun phrases say of its post: the title of one who is newly
// appointed (新任总经理X走马上任), whose post it was (X的总裁一职由Y接手).
void AddHeldPost(const Document& document, EventDraft& draft);

// 社长由Y副总编辑X兼任: whether the post that stands before 由 is another than the noun phrase of the person
// tells, and the text speaks of another organisation there.
bool IsPostElsewhere(const Document& document, const Post& post, const EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_TITLES_H_
