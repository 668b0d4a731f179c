// Times that one event has of another: what follows in a calendar, a list of measures, a speech.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_TIME_SHARING_H_
#define ANNALS_EXTRACTOR_DISCOURSE_TIME_SHARING_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Gives drafts without a time that of the heading, the measure or the statement they follow, and lets all
// that are dated by the same words mean the same year. `drafts` in the order of the text, with the times that
// their own words give them.
void ShareTimes(const Document& document, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_TIME_SHARING_H_
