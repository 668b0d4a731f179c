// Units and products whose owner no words name: it is the one their own name begins with, or the one that the
// text speaks of.
#ifndef ANNALS_EXTRACTOR_DISCOURSE_IMPLIED_PARTS_H_
#define ANNALS_EXTRACTOR_DISCOURSE_IMPLIED_PARTS_H_

#include <vector>

#include "extractor/discourse/relations.h"
#include "extractor/events/document.h"

namespace annals {

// `owned`: by entity, whether the text says whose it is. In text order, one for each part.
std::vector<RelationDraft> ImpliedParts(const Document& document, std::vector<char> owned);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_DISCOURSE_IMPLIED_PARTS_H_
