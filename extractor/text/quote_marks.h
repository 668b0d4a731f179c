// Gives quotation marks that do not say which side they stand on a side.
#ifndef ANNALS_EXTRACTOR_TEXT_QUOTE_MARKS_H_
#define ANNALS_EXTRACTOR_TEXT_QUOTE_MARKS_H_

#include "extractor/text/folded_text.h"

namespace annals {

// In place, paragraph by paragraph: straight double quotes become “ and ” in turn, an even number of straight
// single ones ‘ and ’ (never the apostrophe inside a word, never the inch after a digit), and so does an even
// number of marks that were all typed the same way round: “他说“. Expects FoldWidth's output.
void PairQuoteMarks(FoldedText& text);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_QUOTE_MARKS_H_
