#include "extractor/lexicon/neighbor_words.h"

#include <utility>

namespace annals {

void NeighborWords::Add(std::u32string word) {
  const char32_t first = word.empty() ? 0 : word.front(), last = word.empty() ? 0 : word.back();
  words_.push_back({first, last, std::move(word)});
}

bool NeighborWords::AnyEndsAt(std::u32string_view text, int position) const {
  const char32_t last = position > 0 ? text[position - 1] : 0;
  for (const Word& word : words_) {
    if (word.last != last && word.last != 0) continue;
    if (text.substr(0, position).ends_with(word.text)) return true;
  }
  return false;
}

bool NeighborWords::AnyBeginsAt(std::u32string_view text, int position) const {
  const char32_t first = position < static_cast<int>(text.size()) ? text[position] : 0;
  for (const Word& word : words_) {
    if (word.first != first && word.first != 0) continue;
    if (text.substr(position).starts_with(word.text)) return true;
  }
  return false;
}

void LongerWords::Add(std::u32string_view word, std::u32string longer) {
  const size_t found = longer.find(word);
  if (found == longer.npos) return;
  const int offset = static_cast<int>(found), size = static_cast<int>(word.size());
  const int place = offset > 0 || longer.size() == word.size() ? -1 : size;
  const char32_t beside = offset + place < 0 ? 0 : longer[offset + place];
  words_.push_back({beside, place, offset, std::move(longer)});
}

bool LongerWords::AnyHolds(std::u32string_view text, int begin) const {
  const int size = static_cast<int>(text.size());
  for (const Longer& longer : words_) {
    const int at = begin + longer.place;
    const char32_t beside = at >= 0 && at < size ? text[at] : 0;
    if (longer.offset > begin || (beside != longer.beside && longer.beside != 0)) continue;
    if (text.substr(begin - longer.offset).starts_with(longer.text)) return true;
  }
  return false;
}

}  // namespace annals
