// Known names come before what their words would mean: 三元股份 is no price, 法拉第未来 no time.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NAME_PRIORITY_H_
#define ANNALS_EXTRACTOR_MENTIONS_NAME_PRIORITY_H_

#include <vector>

#include "extractor/lexicon/automaton.h"
#include "extractor/mentions/name_lexicon.h"
#include "extractor/times/quantity.h"
#include "extractor/times/time_mention.h"

namespace annals {

// Removes times and quantities that are but a part of a name in Chinese characters that means nothing else,
// and the seasons of shows. `phrases`: hits of the lexicon's phrases.
void DropInsideKnownNames(const std::vector<Automaton::Hit>& phrases, const NameLexicon& lexicon,
                          const std::u32string& chars, std::vector<TimeMention>& times,
                          std::vector<Quantity>& quantities);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NAME_PRIORITY_H_
