// What kind of company is founded, where the words behind the verb say so.
#ifndef ANNALS_EXTRACTOR_EVENTS_FOUNDED_FIELD_H_
#define ANNALS_EXTRACTOR_EVENTS_FOUNDED_FIELD_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// 成立|储能|新公司, 创立|猫粮|公司“胡子先生”: the topic of an event of foundation that has none yet.
// 合伙开了家公司，|取名X: the name that the next clause gives to what was founded without one.
void AddFoundedName(const Document& document, EventDraft& draft);

void AddFoundedField(const Document& document, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_FOUNDED_FIELD_H_
