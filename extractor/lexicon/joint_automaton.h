// Finds the words of several lists in one pass: a pass costs much more than the words that are in it.
#ifndef ANNALS_EXTRACTOR_LEXICON_JOINT_AUTOMATON_H_
#define ANNALS_EXTRACTOR_LEXICON_JOINT_AUTOMATON_H_

#include <string_view>
#include <vector>

#include "extractor/lexicon/automaton.h"

namespace annals {

// Immutable; safe to share between threads.
class JointAutomaton {
 public:
  JointAutomaton() = default;
  // Takes the words of the lists, at most kMostLists, and does not refer to them. Values are below 2^27.
  static JointAutomaton Build(const std::vector<const Automaton*>& lists);

  // By list: exactly what its own Match gives.
  std::vector<std::vector<Automaton::Hit>> Match(std::u32string_view text) const;

  static constexpr size_t kMostLists = 16;

 private:
  static constexpr int kValueBits = 27;  // of a value; the number of its list is above them

  Automaton words_;
  size_t lists_ = 0;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_LEXICON_JOINT_AUTOMATON_H_
