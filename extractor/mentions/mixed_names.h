// Names that begin in Chinese and end in Latin letters or a version: 柏科AI, 栗子TV, 屿芯X1, 听澜3.0.
#ifndef ANNALS_EXTRACTOR_MENTIONS_MIXED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_MIXED_NAMES_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// Two to four characters that are no everyday words, between a verb, a sign or a noun that announces a name
// and the Latin part. An ending of organisations makes an organisation, a version makes a product. By begin,
// not overlapping; reads reading.phrases.
std::vector<NameClaim> FindMixedNames(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_MIXED_NAMES_H_
