// Finds the cues of status and certainty; how far they reach is for the discourse stage.
#ifndef ANNALS_EXTRACTOR_EVENTS_CUE_FINDER_H_
#define ANNALS_EXTRACTOR_EVENTS_CUE_FINDER_H_

#include <vector>

#include "extractor/events/document.h"

namespace annals {

// The part behind a gap (据…报道) stands at most this many characters behind the part before it.
inline constexpr int kMaxCueGap = 24;

// By begin. Longest at each place; cues of several kinds with the same words all count. Linear in the text.
std::vector<CueHit> FindCues(const Document& document, const EventWords& words);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_EVENTS_CUE_FINDER_H_
