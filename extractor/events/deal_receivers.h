// What a deal does not name: who gets the money (X领投A轮), whose shares are sold (买进19.9%的股份).
#ifndef ANNALS_EXTRACTOR_EVENTS_DEAL_RECEIVERS_H_
#define ANNALS_EXTRACTOR_EVENTS_DEAL_RECEIVERS_H_

#include <vector>

#include "extractor/events/antecedents.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// The money goes to whom the text is about, and that is none of those who give.
void AddReceivers(const Document& document, const Antecedents& antecedents, std::vector<EventDraft>& drafts);

// Shares that are bought or sold, of a company that nobody names there, are of whom the text is about.
void AddTargets(const Document& document, const Antecedents& antecedents, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_DEAL_RECEIVERS_H_
