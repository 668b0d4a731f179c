// What the events of one career say of each other.
#ifndef ANNALS_EXTRACTOR_EVENTS_CAREER_ORDER_H_
#define ANNALS_EXTRACTOR_EVENTS_CAREER_ORDER_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/employment.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/word_classes.h"

namespace annals {

// Who leaves without a word of where leaves what they came to last (2014年进入A，2019年|离职), and not what
// they found only afterwards (离职创办B), or where the sentence says they worked (在C供职九年，2019年|离职),
// nor where they were before they came (请来前A总裁X。…X辞职). An organisation that the words of the event
// name stays as it is. `drafts` in any order.
void OrderCareers(const Document& document, const Employment& employment, const WordClasses& classes,
                  std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_CAREER_ORDER_H_
