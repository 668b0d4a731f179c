// Who or what is meant by a number of them: 砍掉三款游戏，包括A和B; 挖走三名研究员，其中包括X和Y. Pure
// functions of the document and the draft.
#ifndef ANNALS_EXTRACTOR_EVENTS_NAMED_MEMBERS_H_
#define ANNALS_EXTRACTOR_EVENTS_NAMED_MEMBERS_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Adds the names of the clause that goes on with 包括 or 分别为 to an event of products or of people that
// names none, and to one of a product that nobody named takes in.
void AddNamedMembers(const Document& document, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_NAMED_MEMBERS_H_
