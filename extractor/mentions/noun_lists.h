// Which noun phrases make a list: A、B和C, 研究员A、B.
#ifndef ANNALS_EXTRACTOR_MENTIONS_NOUN_LISTS_H_
#define ANNALS_EXTRACTOR_MENTIONS_NOUN_LISTS_H_

#include <cstddef>
#include <unordered_map>
#include <utility>

#include "extractor/mentions/noun_chains.h"
#include "extractor/mentions/reading.h"

namespace annals {

// By mention: the half-open range of the titles it holds in ChainReading::held.
using HeldRanges = std::unordered_map<int, std::pair<size_t, size_t>>;

// Numbers the lists of `chains` and marks their members; a title before the first member that nothing stands
// against is held by the others too, whose ranges are then in `held`.
void JoinLists(const Reading& reading, HeldRanges& held, ChainReading& chains);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_NOUN_LISTS_H_
