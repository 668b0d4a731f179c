// Names in brackets behind others of the same entity: 智谱(Zhipu AI), 华勤技术股份(下称“华勤”).
//
// Threads: any. Owns nothing, fails never.
#ifndef ANNALS_EXTRACTOR_MENTIONS_BRACKETED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_BRACKETED_NAMES_H_

#include "extractor/mentions/reading.h"

namespace annals {

// Whether the name `right` stands in brackets right behind the name `left`, alone or behind words like 下称.
bool IsBracketed(const Reading& reading, Span left, Span right);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_BRACKETED_NAMES_H_
