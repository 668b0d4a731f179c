// Who holds what is bought: 受让A所持B股份 buys B, and not A. Pure functions of the document and the draft.
#ifndef ANNALS_EXTRACTOR_EVENTS_DEAL_SELLERS_H_
#define ANNALS_EXTRACTOR_EVENTS_DEAL_SELLERS_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Puts in the place of a holder what is held; takes the holder out where nobody says what that is. Does
// nothing to events that are no acquisitions.
void ReplaceSellers(const Document& document, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_DEAL_SELLERS_H_
