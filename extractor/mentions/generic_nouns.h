// Nouns that stand for any of many, or for something new, and for nobody the text has named: 多家企业,
// 更多的公司, 一家创业公司, 首款手机.
//
// Threads: any. Owns nothing, fails never.
#ifndef ANNALS_EXTRACTOR_MENTIONS_GENERIC_NOUNS_H_
#define ANNALS_EXTRACTOR_MENTIONS_GENERIC_NOUNS_H_

#include "extractor/mentions/mention.h"
#include "extractor/mentions/reading.h"

namespace annals {

// Whether the words before a noun say that nobody told of before is meant.
bool PointsToNone(const Reading& reading, const Mention& noun);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_GENERIC_NOUNS_H_
