// Members of a list that each stand behind words of what they are: 耳机“夜话”和音箱“点点乐”.
//
// Threads: any. Owns nothing, fails never.
#ifndef ANNALS_EXTRACTOR_MENTIONS_DESCRIBED_MEMBERS_H_
#define ANNALS_EXTRACTOR_MENTIONS_DESCRIBED_MEMBERS_H_

#include "extractor/mentions/reading.h"

namespace annals {

// Whether between two products stand but a joint and what the second one is.
bool JoinsDescribed(const Reading& reading, const Mention& left, const Mention& right);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_DESCRIBED_MEMBERS_H_
