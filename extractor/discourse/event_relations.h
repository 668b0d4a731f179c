// The standing facts that an event leaves behind: who is appointed holds the post, who released a product
// makes it.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_EVENT_RELATIONS_H_
#define ANNALS_EXTRACTOR_DISCOURSE_EVENT_RELATIONS_H_

#include <vector>

#include "extractor/discourse/relations.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// The relations of one event, in the order of its arguments; none for one that was dropped.
std::vector<RelationDraft> RelationsOf(const EventDraft& draft, const Document& document);

// Whether the event says that the post is over: its holder left the organisation, or gave up this title.
bool EndsPost(const EventDraft& draft, const RelationDraft& post, const Document& document);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_EVENT_RELATIONS_H_
