#include "extractor/mentions/word_grid.h"

namespace annals {

WordGrid::WordGrid(std::u32string_view text, const Vocabulary& vocabulary) : words_(text.size()) {
  for (size_t i = 0; i < text.size(); ++i) {
    words_[i][0] = vocabulary.Find(text.substr(i, 1));
    if (i + 1 == text.size() || !vocabulary.MayStart(text[i], text[i + 1])) continue;
    words_[i][1] = vocabulary.Find(text.substr(i, 2));
    if (i + 2 == text.size() || !vocabulary.MayStart(text[i], text[i + 1], text[i + 2])) continue;
    words_[i][2] = vocabulary.Find(text.substr(i, 3));
    if (i + 3 < text.size()) words_[i][3] = vocabulary.Find(text.substr(i, 4));
  }
}

}  // namespace annals
