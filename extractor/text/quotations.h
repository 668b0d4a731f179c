// Pairs the quotation marks of a text: the part of ParseStructure that reads across sentences.
#ifndef ANNALS_EXTRACTOR_TEXT_QUOTATIONS_H_
#define ANNALS_EXTRACTOR_TEXT_QUOTATIONS_H_

#include <vector>

#include "extractor/text/structure.h"

namespace annals {

// The quotations of one paragraph, in text order, outer ones first; appended to `quotations`. A closing mark
// without its opening one is text; an opening one without its closing one makes a quotation that ends with
// the paragraph, except for titles in 《》, which must be closed and are short.
void FindQuotations(const FoldedText& text, Span paragraph, std::vector<Quotation>& quotations);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_QUOTATIONS_H_
