// The dictionary's words at every place of one text, each looked up once however many readers ask for it.
#ifndef ANNALS_EXTRACTOR_MENTIONS_WORD_GRID_H_
#define ANNALS_EXTRACTOR_MENTIONS_WORD_GRID_H_

#include <array>
#include <string_view>
#include <vector>

#include "extractor/mentions/vocabulary.h"
#include "extractor/text/folded_text.h"

namespace annals {

// Immutable; refers to neither the vocabulary nor the text. 32 bytes a character, side by side: what readers
// ask of it seldom leaves the cache, where the vocabulary does not fit.
class WordGrid {
 public:
  WordGrid(std::u32string_view text, const Vocabulary& vocabulary);

  // The word that stands exactly there, or nullptr: as Vocabulary::Find of the span's text.
  const Vocabulary::Word* At(Span span) const {
    const int length = span.size();
    if (length < 1 || length > Vocabulary::kLongest) return nullptr;
    const Vocabulary::Word& word = words_[span.begin][length - 1];
    return word.tag == 0 ? nullptr : &word;
  }

 private:
  std::vector<std::array<Vocabulary::Word, Vocabulary::kLongest>> words_;  // by begin, then length
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_MENTIONS_WORD_GRID_H_
