// What an event is where its arguments say so, and not its verb alone: 关停研发组 dissolves a unit,
// 上线微信支付 takes in what another company makes.
#ifndef ANNALS_EXTRACTOR_EVENTS_RETYPING_H_
#define ANNALS_EXTRACTOR_EVENTS_RETYPING_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// The draft has its arguments; type and roles change with each other.
void RetypeByArguments(const Document& document, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_RETYPING_H_
