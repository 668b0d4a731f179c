// Transliterated names with a dot: 纳特·弗里德曼, 道格拉斯·陈, J·K·罗琳.
#ifndef ANNALS_EXTRACTOR_MENTIONS_DOTTED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_DOTTED_NAMES_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// The dot is certain; the ends are not. Each side grows while its characters are ones that transliterate
// sounds, and stops at triggers, titles and everyday words. By begin, not overlapping.
std::vector<NameClaim> FindDottedNames(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_DOTTED_NAMES_H_
