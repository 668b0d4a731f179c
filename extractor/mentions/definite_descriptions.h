// 这家|杭州机器人|公司: words that point to an organisation named elsewhere by saying what kind it is.
#ifndef ANNALS_EXTRACTOR_MENTIONS_DEFINITE_DESCRIPTIONS_H_
#define ANNALS_EXTRACTOR_MENTIONS_DEFINITE_DESCRIPTIONS_H_

#include <vector>

#include "extractor/mentions/phrase.h"
#include "extractor/mentions/reading.h"

namespace annals {

// One for each opening of descriptions.tsv (这家) with the nearest head (公司) behind it, if no more than a
// few words of the same noun phrase and no listed name stand between. Their phrases live as long as the
// program.
std::vector<PhraseHit> FindDefiniteDescriptions(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_DEFINITE_DESCRIPTIONS_H_
