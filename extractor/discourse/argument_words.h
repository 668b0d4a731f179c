// The words of an article that an argument points to.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_ARGUMENT_WORDS_H_
#define ANNALS_EXTRACTOR_DISCOURSE_ARGUMENT_WORDS_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Lets every argument that no mention of its own filled (the employer in 云岚科技董事长林知远, the company a
// text is about) point to where its entity is named: in the words it had, else last before the trigger, else
// first behind it. What is named nowhere keeps its words. Names of models begin with their brand: 荣耀|30S.
void PointToOwnWords(const Document& document, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_ARGUMENT_WORDS_H_
