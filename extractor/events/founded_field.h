// What kind of company is founded, where the words behind the verb say so.
#ifndef ANNALS_EXTRACTOR_EVENTS_FOUNDED_FIELD_H_
#define ANNALS_EXTRACTOR_EVENTS_FOUNDED_FIELD_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// 合伙开了家公司，|取名X: where the name begins that the next clause gives to what is founded; -1: it gives
// none.
int BeginOfFoundedName(const Document& document, int clause);

// That name, to an event of foundation that has none.
void AddFoundedName(const Document& document, EventDraft& draft);

// 成立|储能|新公司, 创立|猫粮|公司“胡子先生”: the topic of an event of foundation that has none yet.
void AddFoundedField(const Document& document, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_FOUNDED_FIELD_H_
