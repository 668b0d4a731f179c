// Who gets the money where a deal names only who gives it: X领投A轮.
#ifndef ANNALS_EXTRACTOR_EVENTS_DEAL_RECEIVERS_H_
#define ANNALS_EXTRACTOR_EVENTS_DEAL_RECEIVERS_H_

#include <vector>

#include "extractor/events/antecedents.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// The money goes to whom the text is about, and that is none of those who give.
void AddReceivers(const Document& document, const Antecedents& antecedents, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_DEAL_RECEIVERS_H_
