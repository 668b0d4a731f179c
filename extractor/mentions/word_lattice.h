// Cuts a text into words and names: the cheapest path through a lattice of dictionary words, lexicon phrases
// and names.
#ifndef ANNALS_EXTRACTOR_MENTIONS_WORD_LATTICE_H_
#define ANNALS_EXTRACTOR_MENTIONS_WORD_LATTICE_H_

#include <vector>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Fills reading->tokens and reading->names (the fixed names and the candidates that lie on the best path). A
// shortest-path search over joints (Viterbi): linear in the text, since a bounded number of edges leaves each
// joint. Ties go to the edge that was offered first, so the result is deterministic. `candidates` in any
// order.
void CutWords(const Anchors& anchors, const std::vector<NameClaim>& candidates, Reading* reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_WORD_LATTICE_H_
