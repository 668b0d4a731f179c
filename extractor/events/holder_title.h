// The title that somebody gives up: of their noun phrase, or of what the article says of them elsewhere.
#ifndef ANNALS_EXTRACTOR_EVENTS_HOLDER_TITLE_H_
#define ANNALS_EXTRACTOR_EVENTS_HOLDER_TITLE_H_

#include "extractor/events/clause_parse.h"
#include "extractor/events/document.h"
#include "extractor/events/employment.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Adds it to an event that has a person and no title. `post` is what the person holds or held there as far as
// known, or null. A pure function of the document.
void AddHolderTitle(const Document& document, const Employment& employment, const ClauseParse& parse,
                    const Post* post, EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_HOLDER_TITLE_H_
