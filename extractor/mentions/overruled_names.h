// Candidates for names that other places of the text speak against.
#ifndef ANNALS_EXTRACTOR_MENTIONS_OVERRULED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_OVERRULED_NAMES_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// Takes out of a second reading's candidates
//  - persons that run into the verb or adverb behind them: 柏舟|刚, where the first reading found 柏舟 more
//  often;
//  - companies that do so: 恒礼|展开, where 恒礼 is short for another name;
//  - listed products called by an ordinary word, where the text names an unlisted company that begins so:
//  天枢
//    beside 天枢航宇.
// `reading` holds the names of the first reading.
void DropOverruledNames(const Reading& reading, std::vector<NameClaim>* candidates);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_OVERRULED_NAMES_H_
