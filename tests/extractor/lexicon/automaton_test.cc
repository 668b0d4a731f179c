#include "extractor/lexicon/automaton.h"

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace annals {

void PrintTo(const Automaton::Hit& hit, std::ostream* out) {
  *out << "[" << hit.span.begin << "," << hit.span.end << ")=" << hit.value;
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Hit = Automaton::Hit;

TEST(AutomatonTest, FindsOverlappingWordsByEndThenLongestThenValue) {
  const Automaton words = Automaton::Build(
      {{U"联合", 1}, {U"合创", 2}, {U"联合创始人", 3}, {U"创始人", 4}, {U"人", 5}, {U"人", 0}});
  EXPECT_THAT(words.Match(U"联合创始人"), ElementsAre(Hit{{0, 2}, 1}, Hit{{1, 3}, 2}, Hit{{0, 5}, 3},
                                                      Hit{{2, 5}, 4}, Hit{{4, 5}, 0}, Hit{{4, 5}, 5}));
}

TEST(AutomatonTest, FallsBackThroughSuffixes) {
  const Automaton words = Automaton::Build({{U"甲乙丙丁", 1}, {U"乙丙戊", 2}, {U"丙", 3}});
  EXPECT_THAT(words.Match(U"甲乙丙戊"), ElementsAre(Hit{{2, 3}, 3}, Hit{{1, 4}, 2}));
}

TEST(AutomatonTest, FindsAWordInsideTheFailedStartOfAnother) {
  const Automaton words = Automaton::Build({{U"aab", 1}, {U"ab", 2}, {U"b", 3}});
  EXPECT_THAT(words.Match(U"aaab"), ElementsAre(Hit{{1, 4}, 1}, Hit{{2, 4}, 2}, Hit{{3, 4}, 3}));
}

TEST(AutomatonTest, IgnoresTheCaseOfAsciiOnly) {
  const Automaton words = Automaton::Build({{U"OpenAI", 1}, {U"é", 2}});
  EXPECT_THAT(words.Match(U"OPENAI与openai"), ElementsAre(Hit{{0, 6}, 1}, Hit{{7, 13}, 1}));
  EXPECT_THAT(words.Match(U"É"), IsEmpty());
  EXPECT_THAT(words.Match(U"OpenAＩ{[@`"), IsEmpty());
}

TEST(AutomatonTest, ReportsARepeatedWordOnceForEachValue) {
  const Automaton words = Automaton::Build({{U"x", 2}, {U"X", 1}, {U"x", 2}});
  EXPECT_THAT(words.Match(U"x"), ElementsAre(Hit{{0, 1}, 1}, Hit{{0, 1}, 2}));
}

TEST(AutomatonTest, TakesAnyTextAndAnyWords) {
  EXPECT_THAT(Automaton().Match(U"文"), IsEmpty());
  EXPECT_THAT(Automaton::Build({}).Match(U"文"), IsEmpty());
  EXPECT_THAT(Automaton::Build({{U"", 7}}).Match(U"文"), IsEmpty());
  const Automaton words = Automaton::Build({{U"\U0010FFFF", 1}, {U"\U00020000", 2}});
  EXPECT_THAT(words.Match(U"\U00020000\U0010FFFF"), ElementsAre(Hit{{0, 1}, 2}, Hit{{1, 2}, 1}));
  EXPECT_THAT(words.Match(std::u32string{0xFFFFFFFF, 0x110000, 0}), IsEmpty());
}

std::u32string RandomText(std::mt19937& random, int length) {
  std::u32string text;
  for (int i = 0; i < length; ++i) text += U"一丁aA"[random() % 4];
  return text;
}

std::u32string Lower(std::u32string text) {
  for (char32_t& c : text) c = c == U'A' ? U'a' : c;
  return text;
}

std::vector<Hit> MatchOneByOne(const std::vector<Automaton::Word>& words, const std::u32string& text) {
  std::vector<Hit> hits;
  for (const auto& word : words) {
    const int length = static_cast<int>(word.text.size());
    for (int i = 0; length > 0 && i + length <= static_cast<int>(text.size()); ++i) {
      if (Lower(text.substr(i, length)) == Lower(word.text)) hits.push_back({{i, i + length}, word.value});
    }
  }
  const auto key = [](const Hit& h) { return std::make_tuple(h.span.end, h.span.begin, h.value); };
  std::sort(hits.begin(), hits.end(), [&](const Hit& a, const Hit& b) { return key(a) < key(b); });
  hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
  return hits;
}

TEST(AutomatonTest, AgreesWithASearchForEachWord) {
  std::mt19937 random(20250827);
  for (int round = 0; round < 300; ++round) {
    std::vector<Automaton::Word> words;
    for (int i = random() % 12; i >= 0; --i)
      words.push_back({RandomText(random, random() % 6), static_cast<int>(random() % 4)});
    const std::u32string text = RandomText(random, 60);
    ASSERT_EQ(Automaton::Build(words).Match(text), MatchOneByOne(words, text)) << "round " << round;
  }
}

}  // namespace
}  // namespace annals
