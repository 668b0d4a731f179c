// Nouns that stand for any of many, and for nobody the text names: 多家企业, 不少公司, 更多银行.
//
// Threads: any. Owns nothing, fails never.
#ifndef ANNALS_EXTRACTOR_MENTIONS_GENERIC_NOUNS_H_
#define ANNALS_EXTRACTOR_MENTIONS_GENERIC_NOUNS_H_

#include "extractor/mentions/reading.h"

namespace annals {

// Whether the words before a noun say that no one in particular is meant.
bool IsAnyOfMany(const Reading& reading, Span noun);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_GENERIC_NOUNS_H_
