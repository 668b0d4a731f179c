#include "extractor/text/spans.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

const std::vector<Span> kSpans = {{2, 4}, {6, 9}, {9, 10}};

TEST(SpansTest, FindsTheFirstThatBeginsThereOrBehind) {
  EXPECT_EQ(FirstFrom(kSpans, 0), 0u);
  EXPECT_EQ(FirstFrom(kSpans, 2), 0u);
  EXPECT_EQ(FirstFrom(kSpans, 3), 1u);
  EXPECT_EQ(FirstFrom(kSpans, 10), kSpans.size());
  EXPECT_EQ(FirstFrom({}, 0), 0u);
}

TEST(SpansTest, AnyWithinAsksForTheWholeOfASpan) {
  EXPECT_TRUE(AnyWithin(kSpans, {2, 4}));
  EXPECT_TRUE(AnyWithin(kSpans, {5, 12}));
  EXPECT_FALSE(AnyWithin(kSpans, {3, 8})) << "begun before, ends behind";
  EXPECT_FALSE(AnyWithin(kSpans, {10, 20}));
  EXPECT_FALSE(AnyWithin({}, {0, 20}));
}

}  // namespace
}  // namespace annals
