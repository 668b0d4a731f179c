#include "extractor/lexicon/automaton.h"

#include <algorithm>
#include <numeric>

namespace annals {
// Builds the tables level by level from the sorted words: the words that share a state's prefix are a range
// of them.
class Automaton::Builder {
 public:
  explicit Builder(const std::vector<Word>& words) : words_(words) { SortWords(); }

  Automaton Run() && {
    result_.reports_.assign(kValues, 0);
    AddState(0, static_cast<uint32_t>(order_.size()), 0, 0);
    for (uint32_t state = 0; state < result_.states_.size(); ++state) Expand(state);
    EndRanges();
    IndexRoot();
    Link();
    return std::move(result_);
  }

 private:
  struct Range {
    uint32_t begin, end;
    uint32_t depth;
  };

  const std::u32string& Text(uint32_t i) const { return folded_[order_[i]]; }

  void SortWords() {
    folded_.reserve(words_.size());
    for (const Word& word : words_) {
      folded_.push_back(word.text);
      for (char32_t& c : folded_.back()) c = FoldCase(c);
    }
    result_.beginnings_.Reserve(words_.size());
    for (const std::u32string& word : folded_) result_.beginnings_.Add(word);
    order_.resize(words_.size());
    std::iota(order_.begin(), order_.end(), 0);
    const auto before = [this](uint32_t a, uint32_t b) {
      const int order = folded_[a].compare(folded_[b]);
      return order != 0 ? order < 0 : words_[a].value < words_[b].value;
    };
    if (!std::is_sorted(order_.begin(), order_.end(), before))
      std::sort(order_.begin(), order_.end(), before);
  }

  void AddState(uint32_t begin, uint32_t end, uint32_t depth, char32_t label) {
    result_.states_.push_back({});
    result_.labels_.push_back(label);
    ranges_.push_back({begin, end, depth});
  }

  // Takes the words that end at the state as its outputs and makes a child of each character that goes on.
  void Expand(uint32_t state) {
    auto [begin, end, depth] = ranges_[state];
    result_.states_[state].first_child = static_cast<uint32_t>(result_.states_.size());
    const uint32_t own = begin;
    while (begin < end && Text(begin).size() == depth) ++begin;
    if (depth > 0 && begin > own) AddReport(state, own, begin);
    while (begin < end) {
      const char32_t c = Text(begin)[depth];
      const uint32_t first = begin;
      while (begin < end && Text(begin)[depth] == c) ++begin;
      result_.states_[state].labels |= LabelBit(c);
      AddState(first, begin, depth + 1, c);
    }
  }

  // The values of the words [begin, end), which are the same but for them.
  void AddReport(uint32_t state, uint32_t begin, uint32_t end) {
    LargeTable<int>& reports = result_.reports_;
    const size_t head = reports.size();
    result_.states_[state].report = static_cast<uint32_t>(head);
    reports.resize(head + kValues, 0);
    reports[head + kDepth] = static_cast<int>(ranges_[state].depth);
    for (uint32_t i = begin; i < end; ++i) {
      const int value = words_[order_[i]].value;
      if (i == begin || reports.back() != value) reports.push_back(value);
    }
    reports[head + kCount] = static_cast<int>(reports.size() - head) - kValues;
  }

  void EndRanges() {
    result_.states_.push_back({static_cast<uint32_t>(result_.states_.size()), kRoot, 0, 0});
    result_.labels_.push_back(0);
  }

  void IndexRoot() {
    constexpr uint32_t kPage = 1 << kPageBits;
    result_.page_.assign(kCodePoints >> kPageBits, 0);
    result_.root_.assign(kPage, kRoot);
    for (uint32_t s = result_.states_[kRoot].first_child; s < result_.states_[1].first_child && s < Size();
         ++s) {
      const char32_t c = result_.labels_[s];
      uint32_t& page = result_.page_[c >> kPageBits];
      if (page == 0) {
        page = static_cast<uint32_t>(result_.root_.size());
        result_.root_.resize(page + kPage, kRoot);
      }
      result_.root_[page + (c & (kPage - 1))] = s;
    }
  }

  // The fail links, from short states to long ones. While they are made `fail` is the longest suffix that is
  // any state; then states without children are skipped, for nothing can follow them.
  void Link() {
    const LargeTable<State>& states = result_.states_;
    std::vector<uint32_t> suffix(Size(), kRoot);
    for (uint32_t parent = 0; parent < Size(); ++parent) {
      for (uint32_t s = states[parent].first_child; s < states[parent + 1].first_child; ++s) {
        if (parent != kRoot) suffix[s] = Step(states[parent].fail, result_.labels_[s]);
        LinkState(s, suffix[s]);
      }
    }
  }

  uint32_t Step(uint32_t state, char32_t c) const {
    while (state != kRoot) {
      if (const uint32_t child = result_.Child(state, c); child != kRoot) return child;
      state = result_.states_[state].fail;
    }
    return result_.RootChild(c);
  }

  void LinkState(uint32_t s, uint32_t suffix) {
    LargeTable<State>& states = result_.states_;
    const bool suffix_is_leaf = states[suffix].first_child == states[suffix + 1].first_child;
    states[s].fail = suffix_is_leaf ? states[suffix].fail : suffix;
    if (states[s].report == 0) {
      states[s].report = states[suffix].report;
    } else {
      result_.reports_[states[s].report + kNext] = static_cast<int>(states[suffix].report);
    }
  }

  // Without the one that ends the ranges.
  uint32_t Size() const { return static_cast<uint32_t>(ranges_.size()); }

  const std::vector<Word>& words_;
  std::vector<std::u32string> folded_;
  std::vector<uint32_t> order_;
  std::vector<Range> ranges_;
  Automaton result_ = Automaton(Unbuilt{});
};

void Automaton::Beginnings::Reserve(size_t words) {
  int log = 10;
  while (log < 19 && (size_t{1} << log) < 16 * words) ++log;
  bits_.assign((size_t{1} << log) / 64, 0);
  shift_ = 64 - log;
}

void Automaton::Beginnings::Add(std::u32string_view word) {
  if (word.empty()) return;
  const size_t slot = Slot(word[0], word.size() > 1 ? word[1] : 0);
  bits_[slot >> 6] |= uint64_t{1} << (slot & 63);
}

Automaton::Automaton() : Automaton(Build({})) {}

Automaton Automaton::Build(const std::vector<Word>& words) { return Builder(words).Run(); }

std::vector<Automaton::Hit> Automaton::Match(std::u32string_view text) const {
  std::vector<Hit> hits;
  ForEachHit(text, [&hits](const Hit& hit) { hits.push_back(hit); });
  return hits;
}

std::vector<Automaton::Word> Automaton::Words() const {
  const auto size = static_cast<uint32_t>(states_.size() - 1);
  std::vector<std::u32string> path(size);
  std::vector<Word> words;
  for (uint32_t state = 0; state < size; ++state) {
    const int* report = &reports_[states_[state].report];
    const bool own = report[kDepth] == static_cast<int>(path[state].size());  // not that of a suffix
    for (int k = 0; own && k < report[kCount]; ++k) words.push_back({path[state], report[kValues + k]});
    for (uint32_t child = states_[state].first_child; child < states_[state + 1].first_child; ++child) {
      path[child] = path[state] + labels_[child];
    }
    path[state].clear();  // children come after their parents, so nobody needs it any more
    path[state].shrink_to_fit();
  }
  return words;
}

}  // namespace annals
