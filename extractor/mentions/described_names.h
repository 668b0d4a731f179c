// Names behind the word for their kind, before their shares, or before what they are said to be, where the
// clause has room for nothing else: 收购美妆品牌|花漾里, 新剧|长夜|定档, 光伏企业|启元|的CEO,
// 转让|木石|51%股权, 星澜|是一家公司.
#ifndef ANNALS_EXTRACTOR_MENTIONS_DESCRIBED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_DESCRIBED_NAMES_H_

#include <vector>

#include "extractor/mentions/name_candidates.h"

namespace annals {

// All that stands between a word for a kind of company, which a verb governs, or for a kind of company or
// work at the head of a clause, and the end of the noun phrase, its verb or a post, between such a verb and
// shares, or before 是一家 and its like: two to six characters, however they would read elsewhere. One pass
// over the text.
void OfferDescribedNames(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_DESCRIBED_NAMES_H_
