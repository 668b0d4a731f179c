// Drops the spaces that mean nothing.
#ifndef ANNALS_EXTRACTOR_TEXT_SPACING_H_
#define ANNALS_EXTRACTOR_TEXT_SPACING_H_

#include <string_view>

#include "extractor/text/folded_text.h"

namespace annals {

// In place and linear. Chinese is written without spaces; those between Chinese characters, or beside
// punctuation, come from scanning and scraping and are dropped, as are those between Chinese and Latin
// script, which are a matter of taste. Between Latin words and numbers one space stays. In a heading (a short
// line without sentence end) a space between Chinese characters stands for punctuation, and one stays. No
// line begins or ends with a space, and there are no empty lines.
void DropSpaces(FoldedText& text);

// A line, without its '\n', that is short and holds nothing that ends a sentence or a clause of one.
bool LooksLikeHeading(std::u32string_view line);

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TEXT_SPACING_H_
