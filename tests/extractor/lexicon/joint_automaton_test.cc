#include "extractor/lexicon/joint_automaton.h"

#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace annals {

void PrintTo(const Automaton::Hit& hit, std::ostream* out) {
  *out << "[" << hit.span.begin << "," << hit.span.end << ")=" << hit.value;
}

namespace {

using ::testing::IsEmpty;

std::u32string RandomText(std::mt19937& random, int length) {
  std::u32string text;
  for (int i = 0; i < length; ++i) text.push_back(U"甲乙丙aA"[random() % 5]);
  return text;
}

TEST(JointAutomatonTest, FindsForEachListWhatItsOwnAutomatonFinds) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<Automaton> lists;
    for (int list = 0; list < 4; ++list) {
      std::vector<Automaton::Word> words;
      for (int i = 0; i < 12; ++i) {
        words.push_back({RandomText(random, static_cast<int>(random() % 5)), static_cast<int>(random() % 9)});
      }
      lists.push_back(Automaton::Build(words));
    }
    const auto joint = JointAutomaton::Build({&lists[0], &lists[1], &lists[2], &lists[3]});
    const std::u32string text = RandomText(random, 60);
    const auto hits = joint.Match(text);
    ASSERT_EQ(hits.size(), lists.size());
    for (size_t list = 0; list < lists.size(); ++list) EXPECT_EQ(hits[list], lists[list].Match(text));
  }
}

TEST(JointAutomatonTest, TakesEmptyLists) {
  const Automaton empty;
  const auto hits = JointAutomaton::Build({&empty, &empty}).Match(U"文");
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_THAT(hits[1], IsEmpty());
  EXPECT_THAT(JointAutomaton().Match(U"文"), IsEmpty());
}

}  // namespace
}  // namespace annals
