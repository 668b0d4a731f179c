// Names written in Latin letters: Alexandr Wang, Scale AI, GPT-4, DeepSeek V3.1, J. Allen Brack.
#ifndef ANNALS_EXTRACTOR_MENTIONS_LATIN_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_LATIN_NAMES_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// Runs of capitalised words, CamelCase words and words with digits, joined over single spaces; titles (CEO)
// and Latin words that are no names (AI, App) end a run or are left out; a run that opens with a known name
// is cut where that name ends unless a version follows. The types stay open where the form does not tell.
// Refuses plain lower-case words: only the lexicon knows those. By begin, not overlapping.
std::vector<NameClaim> FindLatinNames(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_LATIN_NAMES_H_
