#include "extractor/mentions/word_grid.h"

#include <cstdint>

namespace annals {
namespace {

// Stretches to look up. The dictionary does not fit a cache, so they are asked for together and looked at
// later, when their memory is at hand.
class Lookups {
 public:
  explicit Lookups(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // Asks for a word if it is `wanted`, without a branch: no processor guesses which are.
  void Ask(bool wanted, uint64_t key, Vocabulary::Word& answer) {
    vocabulary_.PrefetchKey(wanted ? key : 0);
    asked_[size_] = {key, &answer};
    size_ += wanted;
  }

  // Before each character, which asks for kLongest stretches at most.
  void MakeRoom() {
    if (size_ + Vocabulary::kLongest > asked_.size()) Answer();
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

  const Vocabulary& vocabulary_;
  std::array<Question, 32> asked_;
  size_t size_ = 0;
};

bool IsBasic(char32_t c) { return c - 1 < 0xFFFF; }

}  // namespace

WordGrid::WordGrid(std::u32string_view text, const Vocabulary& vocabulary) : words_(text.size()) {
  constexpr size_t kAhead = 16;
  Lookups lookups(vocabulary);
  for (size_t i = 0; i < text.size(); ++i) {
    lookups.MakeRoom();
    if (const size_t k = i + kAhead; k + 2 < text.size()) {
      vocabulary.PrefetchStart(text[k], text[k + 1], text[k + 2]);
    } else if (i + Vocabulary::kLongest > text.size()) {
      for (size_t length = 1; i + length <= text.size(); ++length)
        lookups.Ask(true, Vocabulary::KeyOf(text.substr(i, length)), words_[i][length - 1]);
      continue;
    }
    const char32_t first = text[i], second = text[i + 1], third = text[i + 2], fourth = text[i + 3];
    const bool one = IsBasic(first);
    const bool two = one & IsBasic(second) & vocabulary.MayStart(first, second);
    const bool three = two & IsBasic(third) & vocabulary.MayStart(first, second, third);
    uint64_t key = first;
    lookups.Ask(one, key, words_[i][0]);
    lookups.Ask(two, key = key << 16 | second, words_[i][1]);
    lookups.Ask(three, key = key << 16 | third, words_[i][2]);
    lookups.Ask(three & IsBasic(fourth), key << 16 | fourth, words_[i][3]);
  }
  lookups.Answer();
}

}  // namespace annals
