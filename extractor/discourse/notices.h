// Statements that are notices: 公告称, 致信全体员工称, 在内部信中说. What they say is the event, and nothing
// else is said.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_NOTICES_H_
#define ANNALS_EXTRACTOR_DISCOURSE_NOTICES_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Drops statements without quotation marks that tell of an event, where the words before the claim name a
// notice; and those that only deny something that was said: 否认这一说法.
void FoldNotices(const Document& document, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_NOTICES_H_
