#include "extractor/mentions/word_grid.h"

#include <cstdint>

namespace annals {
namespace {

// Stretches to look up. The dictionary does not fit a cache, so they are asked for together and looked at
// later, when their memory is at hand.
class Lookups {
 public:
  Lookups(std::u32string_view text, const Vocabulary& vocabulary) : text_(text), vocabulary_(vocabulary) {}

  void Ask(size_t begin, size_t length, Vocabulary::Word& answer) {
    const uint64_t key = Vocabulary::KeyOf(text_.substr(begin, length));
    vocabulary_.PrefetchKey(key);
    asked_[size_++] = {key, &answer};
    if (size_ == asked_.size()) Answer();
  }

  void Answer() {
    for (size_t i = 0; i < size_; ++i) {
      const Vocabulary::Word* word = vocabulary_.FindKey(asked_[i].key);
      if (word != nullptr) *asked_[i].answer = *word;
    }
    size_ = 0;
  }

 private:
  struct Question {
    uint64_t key;
    Vocabulary::Word* answer;
  };

  const std::u32string_view text_;
  const Vocabulary& vocabulary_;
  std::array<Question, 32> asked_;
  size_t size_ = 0;
};

}  // namespace

WordGrid::WordGrid(std::u32string_view text, const Vocabulary& vocabulary) : words_(text.size()) {
  constexpr size_t kAhead = 16;
  Lookups lookups(text, vocabulary);
  for (size_t i = 0; i < text.size(); ++i) {
    if (const size_t k = i + kAhead; k + 2 < text.size())
      vocabulary.PrefetchStart(text[k], text[k + 1], text[k + 2]);
    lookups.Ask(i, 1, words_[i][0]);
    if (i + 1 == text.size() || !vocabulary.MayStart(text[i], text[i + 1])) continue;
    lookups.Ask(i, 2, words_[i][1]);
    if (i + 2 == text.size() || !vocabulary.MayStart(text[i], text[i + 1], text[i + 2])) continue;
    lookups.Ask(i, 3, words_[i][2]);
    if (i + 3 < text.size()) lookups.Ask(i, 4, words_[i][3]);
  }
  lookups.Answer();
}

}  // namespace annals
