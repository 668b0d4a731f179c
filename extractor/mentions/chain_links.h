// What noun chains say when it is known who and what their names are.
#ifndef ANNALS_EXTRACTOR_MENTIONS_CHAIN_LINKS_H_
#define ANNALS_EXTRACTOR_MENTIONS_CHAIN_LINKS_H_

#include <vector>

#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// A name in brackets behind another of the same entity has its noun phrase: 总监|莉娜·法鲁克(Leena Farouk).
// An employer that turns out a unit or a product is none, and the beginning of the title. Entities must be
// linked.
void CorrectChains(const Reading& reading, const std::vector<DocumentEntity>& entities, ChainReading* chains);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_CHAIN_LINKS_H_
