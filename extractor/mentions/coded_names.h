// Names of listed companies by the code behind them: 南洋信贷(0458)公布, 云岚股份(300912.SZ).
#ifndef ANNALS_EXTRACTOR_MENTIONS_CODED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_CODED_NAMES_H_

#include <vector>

#include "extractor/mentions/anchors.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Offers the Chinese characters between the edge of a clause and a code in brackets. At most one a bracket;
// not by begin.
void OfferCodedNames(const Reading& reading, const Anchors& anchors, std::vector<NameClaim>* candidates);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_CODED_NAMES_H_
