// Times that hang on an event the text names: 离职的第二天, 上线三个月后, 敲钟前一个月.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_EVENT_ANCHORS_H_
#define ANNALS_EXTRACTOR_DISCOURSE_EVENT_ANCHORS_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"
#include "extractor/events/valency_lexicon.h"
#include "extractor/times/time_lexicon.h"

namespace annals {

// Resolves such times of the drafts again, from the day of the event they hang on: the one told with that
// very word, else the last one told before with a word of its type and, where the words name somebody, of
// theirs. Leaves alone what hangs on nothing, or on an event without a day.
void ResolveAgainstEvents(const Document& document, const ValencyLexicon& valency, const TimeLexicon& times,
                          std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_EVENT_ANCHORS_H_
