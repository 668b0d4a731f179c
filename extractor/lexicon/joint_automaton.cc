#include "extractor/lexicon/joint_automaton.h"

#include <utility>

namespace annals {

JointAutomaton JointAutomaton::Build(const std::vector<const Automaton*>& lists) {
  std::vector<Automaton::Word> words;
  for (size_t list = 0; list < lists.size(); ++list) {
    for (Automaton::Word& word : lists[list]->Words()) {
      words.push_back({std::move(word.text), static_cast<int>(list) << kValueBits | word.value});
    }
  }
  JointAutomaton joint;
  joint.words_ = Automaton::Build(words);
  joint.lists_ = lists.size();
  return joint;
}

std::vector<std::vector<Automaton::Hit>> JointAutomaton::Match(std::u32string_view text) const {
  std::vector<std::vector<Automaton::Hit>> hits(lists_);
  words_.ForEachHit(text, [&hits](const Automaton::Hit& hit) {
    hits[hit.value >> kValueBits].push_back({hit.span, hit.value & ((1 << kValueBits) - 1)});
  });
  return hits;
}

}  // namespace annals
