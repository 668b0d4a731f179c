// Which time belongs to which event: a time belongs to a verb, and not to the verb of the report around it.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_TIME_ATTACHMENT_H_
#define ANNALS_EXTRACTOR_DISCOURSE_TIME_ATTACHMENT_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/valency_lexicon.h"

namespace annals {

// Sets time and interval of every draft that has one. Needs the status: plans look ahead. What is dated after
// publication becomes a plan.
void AttachTimes(const Document& document, const ValencyLexicon& lexicon, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_TIME_ATTACHMENT_H_
