// Whom 我 and 我们 mean in the words of somebody who is quoted.
#ifndef ANNALS_EXTRACTOR_EVENTS_FIRST_PERSON_H_
#define ANNALS_EXTRACTOR_EVENTS_FIRST_PERSON_H_

#include <vector>

#include "extractor/events/assignment.h"
#include "extractor/events/document.h"
#include "extractor/events/employment.h"
#include "extractor/events/event_draft.h"

namespace annals {

// “我没有辞去队长”，X说; “我们收购了Y”，X说: who says I, or we, is the speaker, or the speaker's company.
// Fillers of `assignments`, one for each trigger hit, that such a word stands for take the entity.
void ResolveSpeakers(const Document& document, const Employment& employment,
                     const std::vector<EventDraft>& statements, std::vector<Assignment>& assignments);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_FIRST_PERSON_H_
