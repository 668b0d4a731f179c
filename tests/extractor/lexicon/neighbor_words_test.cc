#include "extractor/lexicon/neighbor_words.h"

#include "gtest/gtest.h"

namespace annals {
namespace {

TEST(NeighborWordsTest, FindsWordsOnEitherSide) {
  NeighborWords words;
  EXPECT_TRUE(words.empty());
  words.Add(U"公司");
  words.Add(U"部");
  EXPECT_FALSE(words.empty());
  const std::u32string_view text = U"公司部公";
  EXPECT_TRUE(words.AnyEndsAt(text, 2));
  EXPECT_TRUE(words.AnyEndsAt(text, 3));
  EXPECT_FALSE(words.AnyEndsAt(text, 1));
  EXPECT_FALSE(words.AnyEndsAt(text, 0));
  EXPECT_TRUE(words.AnyBeginsAt(text, 0));
  EXPECT_TRUE(words.AnyBeginsAt(text, 2));
  EXPECT_FALSE(words.AnyBeginsAt(text, 1));
  EXPECT_FALSE(words.AnyBeginsAt(text, 3));
  EXPECT_FALSE(words.AnyBeginsAt(text, 4));
}

TEST(NeighborWordsTest, AnEmptyWordStandsEverywhere) {
  NeighborWords words;
  words.Add(U"");
  EXPECT_TRUE(words.AnyEndsAt(U"", 0));
  EXPECT_TRUE(words.AnyBeginsAt(U"加入", 2));
}

TEST(LongerWordsTest, KnowsAWordInsideALongerOne) {
  LongerWords longer;
  longer.Add(U"因", U"原因");
  longer.Add(U"因", U"因果律");
  longer.Add(U"因", U"结果");  // does not hold it
  EXPECT_TRUE(longer.AnyHolds(U"原因是", 1));
  EXPECT_TRUE(longer.AnyHolds(U"讲因果律", 1));
  EXPECT_FALSE(longer.AnyHolds(U"讲因果", 1));
  EXPECT_FALSE(longer.AnyHolds(U"因病", 0));
  EXPECT_FALSE(longer.AnyHolds(U"结果因", 2));
}

TEST(LongerWordsTest, AtTheEndsOfTheTextAndForAWordThatIsNoLonger) {
  LongerWords longer;
  longer.Add(U"因", U"原因");
  longer.Add(U"因", U"因果律");
  EXPECT_FALSE(longer.AnyHolds(U"因", 0));
  EXPECT_TRUE(longer.AnyHolds(U"原因", 1));
  EXPECT_FALSE(longer.AnyHolds(U"又因", 1));
  longer.Add(U"因", U"因");
  EXPECT_TRUE(longer.AnyHolds(U"因", 0));
}

}  // namespace
}  // namespace annals
