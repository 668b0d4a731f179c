// Which of the words that tell for how long somebody was at a place tell when it began.
#ifndef ANNALS_EXTRACTOR_EVENTS_STAYS_H_
#define ANNALS_EXTRACTOR_EVENTS_STAYS_H_

#include <vector>

#include "extractor/events/document.h"

namespace annals {

// 2011年毕业后在云岚|待了|九年: a stay begins at the time before it. Drops the readings of stays that a
// length of time does not follow (在云岚|做了|一场演讲), that no time stands before (在云岚|待了|九年) or
// that only say which one is meant (在云岚|待了|九年的林知远): their words are no verbs of joining. `hits`:
// of the document's text.
void DropStaysWithoutBeginning(const Document& document, const ValencyLexicon& lexicon,
                               std::vector<TriggerHit>& hits);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_STAYS_H_
