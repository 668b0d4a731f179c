// Splits a sentence into clauses: the part of ParseStructure that reads inside sentences.
#ifndef ANNALS_EXTRACTOR_TEXT_CLAUSES_H_
#define ANNALS_EXTRACTOR_TEXT_CLAUSES_H_

#include "extractor/text/structure.h"

namespace annals {

// Appends the clauses of structure.sentences[sentence], those of its speeches included, and sets their range
// in it. The quotations of its paragraph have been found.
void FindClauses(const FoldedText& text, int sentence, Structure& structure);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_CLAUSES_H_
