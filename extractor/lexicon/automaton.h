// Finds every occurrence of many words in one pass (Aho and Corasick, "Efficient string matching", CACM
// 1975).
#ifndef ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_
#define ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/lexicon/large_pages.h"
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
  // labels. The root, where a scan of running text spends most of its steps, has a direct table instead. What
  // one step needs stands together, for every further place in memory costs more than all the rest.
  struct State {
    uint32_t first_child;  // its children are [first_child, first_child of the next state)
    uint32_t fail;         // the longest proper suffix that is a state with children, or the root
    uint32_t report;       // what ends here, in reports_; 0: nothing
    uint32_t labels;  // bits of its children's labels modulo 32: most characters fail here, without a search
  };
  // What ends in a state, from longer words to shorter: for each length a head of three numbers, then the
  // values.
  enum ReportHead { kDepth, kNext, kCount, kValues };  // the length, the report of the next, how many values
  struct End {
    uint32_t report = 0;  // 0: nothing
    int position = 0;
  };

  static constexpr int kPageBits = 8;

  static constexpr uint32_t kRoot = 0;
  static constexpr char32_t kCodePoints = 0x110000;

  // What may begin at a place, by its first two characters: a Bloom filter with one hash (Bloom, "Space/time
  // trade-offs in hash coding with allowable errors", CACM 1970) that fits the first-level cache, where the
  // states do not. Running text seldom begins a word of the lexicon, so most characters need nothing else.
  class Beginnings {
   public:
    void Reserve(size_t words);
    void Add(std::u32string_view word);
    // `second` is 0 behind the end of the text.
    bool Has(char32_t first, char32_t second) const {
      return IsMarked(Slot(first, 0)) || IsMarked(Slot(first, second));
    }

   private:
    size_t Slot(char32_t first, char32_t second) const {  // second 0: a word of one character
      return (((uint64_t{first} << 32) | second) * 0x9E3779B97F4A7C15u) >> shift_;
    }
    bool IsMarked(size_t slot) const { return bits_[slot >> 6] >> (slot & 63) & 1; }

    std::vector<uint64_t> bits_ = {0};
    int shift_ = 64 - 6;
  };

  static char32_t FoldCase(char32_t c) { return c - U'A' < 26 ? c + 32 : c; }
  static char32_t Fold(char32_t c) { return c < kCodePoints ? FoldCase(c) : 0; }
  static uint32_t LabelBit(char32_t c) { return uint32_t{1} << (c & 31); }
  uint32_t RootChild(char32_t c) const { return root_[page_[c >> kPageBits] + (c & ((1 << kPageBits) - 1))]; }
  uint32_t Child(uint32_t state, char32_t c) const;
  // The child of the root at a place, unless no word begins there.
  uint32_t StartAt(std::u32string_view text, size_t i) const;
  template <typename Visit>
  void Report(const End& end, Visit& visit) const;

  Beginnings beginnings_;
  LargeTable<State> states_;     // and one more, which ends the ranges of the last
  LargeTable<char32_t> labels_;  // by state: the character that leads to it
  LargeTable<int> reports_;      // the first head means nothing
  std::vector<uint32_t>
      page_;  // character >> kPageBits to an offset in root_; all pages without children share one
  std::vector<uint32_t> root_;
};

inline uint32_t Automaton::Child(uint32_t state, char32_t c) const {
  if ((states_[state].labels & LabelBit(c)) == 0) return kRoot;
  const char32_t* first = labels_.data() + states_[state].first_child;
  uint32_t count = states_[state + 1].first_child - states_[state].first_child;
  while (count > 1) {  // without branches on the data: the compiler makes a conditional move of it
    const uint32_t half = count / 2;
    first = first[half] <= c ? first + half : first;
    count -= half;
  }
  return *first == c ? static_cast<uint32_t>(first - labels_.data()) : kRoot;
}

inline uint32_t Automaton::StartAt(std::u32string_view text, size_t i) const {
  if (i >= text.size()) return kRoot;
  const char32_t c = Fold(text[i]);
  return beginnings_.Has(c, i + 1 < text.size() ? Fold(text[i + 1]) : 0) ? RootChild(c) : kRoot;
}

template <typename Visit>
void Automaton::ForEachHit(std::u32string_view text, Visit visit) const {
  // Where words may begin is looked up some characters ahead, so that the memory of their states, and then of
  // those states' children, is at hand in time. For the same reason what ends here is read a little later.
  constexpr size_t kAhead = 8, kHalfWay = kAhead / 2, kBehind = 4;
  std::array<uint32_t, kAhead> starts;
  for (size_t i = 0; i < kAhead; ++i) starts[i] = StartAt(text, i);
  std::array<End, kBehind> ends{};
  size_t next_end = 0;
  uint32_t state = kRoot;
  for (size_t i = 0; i < text.size(); ++i) {
    const uint32_t start = starts[i % kAhead];
    starts[i % kAhead] = StartAt(text, i + kAhead);
    __builtin_prefetch(&states_[starts[i % kAhead]]);
    __builtin_prefetch(&labels_[states_[starts[(i + kHalfWay) % kAhead]].first_child]);
    uint32_t child = kRoot;
    while (state != kRoot && (child = Child(state, Fold(text[i]))) == kRoot) state = states_[state].fail;
    state = state == kRoot ? start : child;
    if (states_[state].report == 0) continue;
    End& end = ends[next_end++ % kBehind];
    Report(end, visit);
    end = {states_[state].report, static_cast<int>(i) + 1};
    __builtin_prefetch(&reports_[end.report]);
  }
  for (size_t i = 0; i < kBehind; ++i) Report(ends[next_end++ % kBehind], visit);
}

template <typename Visit>
void Automaton::Report(const End& end, Visit& visit) const {
  for (uint32_t r = end.report; r != 0; r = reports_[r + kNext]) {
    const Span span{end.position - reports_[r + kDepth], end.position};
    for (int k = 0; k < reports_[r + kCount]; ++k) visit(Hit{span, reports_[r + kValues + k]});
  }
}

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_AUTOMATON_H_
