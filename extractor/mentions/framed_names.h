// Names of organisations that begin like a verb or a preposition: 从|听雨科技|离职, 向前科技|任命.
#ifndef ANNALS_EXTRACTOR_MENTIONS_FRAMED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_FRAMED_NAMES_H_

#include <vector>

#include "extractor/mentions/name_candidates.h"

namespace annals {

// What such a claim has for its support; more than any other surroundings give.
constexpr float kFramedSupport = 10.0f;

// Two characters before an ending, which would be grammar or an everyday verb elsewhere, where what stands on
// either side leaves room for nothing but the name of an organisation. Appends in order of the ending.
void OfferFramedNames(const Reading& reading, const Anchors& anchors, const MadeUpNames& made_up,
                      std::vector<NameClaim>* candidates);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_FRAMED_NAMES_H_
