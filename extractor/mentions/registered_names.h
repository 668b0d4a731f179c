// Registered names with a bracket inside: 云岚(集团)有限公司, 听雨(上海)智能科技有限公司.
#ifndef ANNALS_EXTRACTOR_MENTIONS_REGISTERED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_REGISTERED_NAMES_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// The legal form behind the bracket is certain. Before it the name goes back to the edge of its noun phrase:
// to punctuation, a time, or a trigger. By begin, not overlapping.
std::vector<NameClaim> FindRegisteredNames(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_REGISTERED_NAMES_H_
