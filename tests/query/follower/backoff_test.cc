#include "query/follower/backoff.h"

#include <gtest/gtest.h>

namespace annals::query {
namespace {

TEST(BackoffTest, WaitsDoubleUpToTheLongestAndStartAgain) {
  Backoff backoff({.first = absl::Seconds(1), .longest = absl::Seconds(5), .random = [] { return 1.0; }});
  for (int seconds : {1, 2, 4, 5, 5}) EXPECT_EQ(backoff.Next(), absl::Seconds(seconds));
  backoff.Reset();
  EXPECT_EQ(backoff.Next(), absl::Seconds(1));
}

TEST(BackoffTest, JitterIsUpToHalf) {
  Backoff backoff({.first = absl::Seconds(2), .longest = absl::Seconds(2), .random = [] { return 0.0; }});
  EXPECT_EQ(backoff.Next(), absl::Seconds(1));
  Backoff random({.first = absl::Seconds(2), .longest = absl::Seconds(2)});
  for (int i = 0; i < 100; ++i) {
    const absl::Duration wait = random.Next();
    EXPECT_GE(wait, absl::Seconds(1));
    EXPECT_LE(wait, absl::Seconds(2));
  }
}

}  // namespace
}  // namespace annals::query
