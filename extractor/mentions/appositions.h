// The facts that noun phrases state in passing.
#ifndef ANNALS_EXTRACTOR_MENTIONS_APPOSITIONS_H_
#define ANNALS_EXTRACTOR_MENTIONS_APPOSITIONS_H_

#include <vector>

#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Posts and foundations from held titles (a title of two parts, 联合创始人兼CEO, is one of each), foundations
// from 梁文锋创办的DeepSeek, teachers from 师从, owners from 旗下 and from units and products that a chain
// gives an owner. Each fact once, in text order. Entities must be linked.
std::vector<Apposition> FindAppositions(const Reading& reading, const ChainReading& chains,
                                        const std::vector<DocumentEntity>& entities,
                                        const OrganizationFocus& focus);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_APPOSITIONS_H_
