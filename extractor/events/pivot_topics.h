// What an organisation turns from and what to: 从造车转行卖车, 弃车从房, 从造车到卖铁，X掉头.
#ifndef ANNALS_EXTRACTOR_EVENTS_PIVOT_TOPICS_H_
#define ANNALS_EXTRACTOR_EVENTS_PIVOT_TOPICS_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/valency_lexicon.h"

namespace annals {

// Adds the topics that the words around a trigger say, where its frame takes any. Stateless.
void AddPivotTopics(const Document& document, const TriggerHit& hit, const Frame& frame, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_PIVOT_TOPICS_H_
