// Whether the words of a move say where from or where to, and name nobody: 加入了一家创业公司,
// 从市图书馆辞职.
#ifndef ANNALS_EXTRACTOR_EVENTS_UNNAMED_PLACE_H_
#define ANNALS_EXTRACTOR_EVENTS_UNNAMED_PLACE_H_

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Then no organisation that was told of elsewhere is meant. False for a draft that has one.
bool HasUnnamedPlace(const Document& document, const EventDraft& draft);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_UNNAMED_PLACE_H_
