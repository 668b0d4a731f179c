// Finds every occurrence of many words in one pass (Aho and Corasick, "Efficient string matching", CACM
// 1975).
#ifndef ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_
#define ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/text/folded_text.h"

namespace annals {

// Immutable after Build; safe to share between threads. Cost of Match is linear in the text plus the matches,
// and does not depend on how many words there are. ASCII letters match without regard to case.
class Automaton {
 public:
  struct Word {
    std::u32string text;  // folded (simplified, half width); empty words are ignored
    int value;  // the caller's number; several words may share one, one word may stand several times
  };
  struct Hit {
    Span span;
    int value;
    friend bool operator==(const Hit&, const Hit&) = default;
  };

  Automaton();
  static Automaton Build(const std::vector<Word>& words);

  // All occurrences, also overlapping ones, ordered by end, then longer first, then value. A word that was
  // given twice with one value is reported once.
  std::vector<Hit> Match(std::u32string_view text) const;
  // The same, one after another, to visit(hit).
  template <typename Visit>
  void ForEachHit(std::u32string_view text, Visit visit) const;

  // All words it was built from, in lower case, without repetition; in no order that means anything.
  std::vector<Word> Words() const;

 private:
  class Builder;
  struct Unbuilt {};
  explicit Automaton(Unbuilt) {}

  // States are numbered breadth first, so the children of a state stand side by side, in the order of their
  // labels. The root, where a scan of running text spends most of its steps, has a direct table instead.
  struct State {
    uint32_t first_child;   // its children are [first_child, first_child of the next state)
    uint32_t fail;          // the longest proper suffix that is a state with children, or the root
    uint32_t first_output;  // its outputs are [first_output, first_output of the next state)
    uint32_t report;        // itself or the longest suffix that has outputs; 0: nothing ends here
  };
  static constexpr int kPageBits = 8;

  static constexpr uint32_t kRoot = 0;
  static constexpr char32_t kCodePoints = 0x110000;

  static char32_t FoldCase(char32_t c) { return c - U'A' < 26 ? c + 32 : c; }
  uint32_t RootChild(char32_t c) const { return root_[page_[c >> kPageBits] + (c & ((1 << kPageBits) - 1))]; }
  uint32_t Child(uint32_t state, char32_t c) const;
  uint32_t Step(uint32_t state, char32_t c) const;

  std::vector<State> states_;          // and one more, which ends the ranges of the last
  std::vector<char32_t> label_;        // by state: the character that leads to it
  std::vector<uint32_t> depth_;        // by state: the length of its word
  std::vector<uint32_t> report_next_;  // by state: the next shorter suffix that has outputs, 0: none
  std::vector<int> outputs_;
  std::vector<uint32_t>
      page_;  // character >> kPageBits to an offset in root_; all pages without children share one
  std::vector<uint32_t> root_;
};

inline uint32_t Automaton::Step(uint32_t state, char32_t c) const {
  while (state != kRoot) {
    if (const uint32_t child = Child(state, c); child != kRoot) return child;
    state = states_[state].fail;
  }
  return RootChild(c);
}

template <typename Visit>
void Automaton::ForEachHit(std::u32string_view text, Visit visit) const {
  uint32_t state = kRoot;
  for (size_t i = 0; i < text.size(); ++i) {
    state = Step(state, text[i] < kCodePoints ? FoldCase(text[i]) : 0);
    const int end = static_cast<int>(i) + 1;
    for (uint32_t s = states_[state].report; s != kRoot; s = report_next_[s]) {
      const Span span{end - static_cast<int>(depth_[s]), end};
      for (uint32_t o = states_[s].first_output; o < states_[s + 1].first_output; ++o) {
        visit(Hit{span, outputs_[o]});
      }
    }
  }
}

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_
