// Names in quotation marks and book title marks: “冒泡鸭”, “Top Seed”计划, 《晚点》.
#ifndef ANNALS_EXTRACTOR_MENTIONS_QUOTED_NAMES_H_
#define ANNALS_EXTRACTOR_MENTIONS_QUOTED_NAMES_H_

#include <vector>

#include "extractor/mentions/reading.h"

namespace annals {

// Quotation marks also hold ironies and slogans, so a quoted word is a name only where its surroundings vouch
// for it: a word for a product, unit or organisation beside it, a trigger that such a name follows, 名为, or
// the same name found in another quotation. The span is what stands inside the marks. By begin, not
// overlapping.
std::vector<NameClaim> FindQuotedNames(const Reading& reading);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_QUOTED_NAMES_H_
