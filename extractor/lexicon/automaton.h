// Finds every occurrence of many words in one pass (Aho and Corasick, "Efficient string matching", CACM 1975).
#ifndef ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_
#define ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/text/folded_text.h"

namespace annals {

// Immutable after Build; safe to share between threads. Cost of Match is linear in the text plus the matches, and does not
// depend on how many words there are. ASCII letters match without regard to case.
class Automaton {
 public:
  struct Word {
    std::u32string text;  // folded (simplified, half width); empty words are ignored
    int value;            // the caller's number; several words may share one, one word may stand several times
  };
  struct Hit {
    Span span;
    int value;
  };

  Automaton() = default;
  static Automaton Build(const std::vector<Word>& words);

  // All occurrences, also overlapping ones, ordered by end, then longer first, then value.
  std::vector<Hit> Match(std::u32string_view text) const;

 private:
  struct Tables;
  // T decides the layout: the compact transition tables live here.
  std::vector<uint32_t> base_, check_, fail_, first_output_, output_link_;
  std::vector<int> output_value_, output_length_;
  std::vector<std::pair<char32_t, uint32_t>> alphabet_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_
