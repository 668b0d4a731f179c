// Appointments that share the verb of one told before them: 聘任林知远为总经理，|顾若彤为财务总监.
#ifndef ANNALS_EXTRACTOR_EVENTS_COORDINATED_POSTS_H_
#define ANNALS_EXTRACTOR_EVENTS_COORDINATED_POSTS_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Adds a draft for every person who stands with a post of their own behind an appointment, in its sentence
// and without a verb between.
void AddCoordinatedAppointments(const Document& document, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_COORDINATED_POSTS_H_
