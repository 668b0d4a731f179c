// Who takes over from somebody takes over what the article says that one left: 首席技术官X离职。…接替X的是Y.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_LEFT_POSTS_H_
#define ANNALS_EXTRACTOR_DISCOURSE_LEFT_POSTS_H_

#include <vector>

#include "extractor/events/document.h"
#include "extractor/events/event_draft.h"

namespace annals {

// Gives appointments with a predecessor the post of the last event before them in which the predecessor left
// one, where their own clause names none. `drafts` in text order; the cost is linear in them.
void TakeOverLeftPosts(const Document& document, std::vector<EventDraft>& drafts);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_LEFT_POSTS_H_
