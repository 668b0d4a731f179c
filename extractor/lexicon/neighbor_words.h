// Short lists of words that are looked for around one place of the text. Most places fail by a single
// character, so that is looked at first.
#ifndef ANNALS_EXTRACTOR_LEXICON_NEIGHBOR_WORDS_H_
#define ANNALS_EXTRACTOR_LEXICON_NEIGHBOR_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace annals {

// Words that may stand right before or right behind a place. Safe to read from several threads.
class NeighborWords {
 public:
  void Add(std::u32string word);

  bool empty() const { return words_.empty(); }
  // Whether one of the words ends, or begins, at `position`; an empty word always does.
  bool AnyEndsAt(std::u32string_view text, int position) const;
  bool AnyBeginsAt(std::u32string_view text, int position) const;

 private:
  struct Word {
    char32_t first, last;  // 0 of an empty word
    std::u32string text;
  };
  std::vector<Word> words_;
};

// Longer words that a word may be a part of, which is then no occurrence of it: 因 in 原因. Safe to read from
// several threads.
class LongerWords {
 public:
  // Those that do not hold `word` have no effect; of those that hold it twice its first place counts.
  void Add(std::u32string_view word, std::u32string longer);

  // Whether the occurrence of the word that begins at `begin` is a part of one of them.
  bool AnyHolds(std::u32string_view text, int begin) const;

 private:
  struct Longer {
    char32_t beside;  // the character of it that stands right before the word, or else right behind it
    int place;        // of that, from where the word begins
    int offset;       // of the word in it
    std::u32string text;
  };
  std::vector<Longer> words_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_NEIGHBOR_WORDS_H_
