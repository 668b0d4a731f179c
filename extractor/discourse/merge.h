// Mentions of one event become one record.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_MERGE_H_
#define ANNALS_EXTRACTOR_DISCOURSE_MERGE_H_

#include <vector>

#include "annals/v1/event.pb.h"
#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Folds every draft into the first earlier one of its type that it does not contradict: key participants
// overlap and none differ, times meet, numbers agree. The first keeps its certainty; the furthest status and
// every argument are kept. What was folded is dropped; `merged_into[i]` tells where draft i went, or i.
void MergeEvents(const Document& document, std::vector<EventDraft>& drafts, std::vector<int>& merged_into);

// The key roles of a type: an event is not reported without one of them.
const std::vector<v1::Role>& KeyRolesOf(v1::EventType type);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_MERGE_H_
