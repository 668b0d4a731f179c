// Transliterated names with a dot: 纳特·弗里德曼, 道格拉斯·陈, J·K·罗琳.
#ifndef ANNALS_EXTRACTOR_MENTIONS_DOTTED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_DOTTED_NAMES_H_

#include <string_view>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "extractor/mentions/reading.h"

namespace annals {

// The dot is certain; the ends are not. Each side grows while its characters are ones that transliterate
// sounds, and stops at triggers, titles and everyday words. By begin, not overlapping.
std::vector<NameClaim> FindDottedNames(const Reading& reading);

// The last parts of those names that the lexicon does not know: 佩雷拉 of 若昂·佩雷拉 is here none of those
// whom it knows by that name.
absl::flat_hash_set<std::u32string_view> PartsOfUnknownNames(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_DOTTED_NAMES_H_
