#include "common/access/rate_limiter.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace annals {
namespace {

class RateLimiterTest : public testing::Test {
 protected:
  int Admitted(const std::string& client, int calls) {
    int admitted = 0;
    for (int i = 0; i < calls; ++i) admitted += limiter_.Admit(client) == absl::ZeroDuration() ? 1 : 0;
    return admitted;
  }

  absl::Time now_ = absl::UnixEpoch();
  RateLimiter limiter_{10, [this] { return now_; }};
};

TEST_F(RateLimiterTest, ABurstThenTheRate) {
  EXPECT_EQ(Admitted("a", 100), 20);
  now_ += absl::Milliseconds(500);
  EXPECT_EQ(Admitted("a", 100), 5);
  now_ += absl::Hours(1);
  EXPECT_EQ(Admitted("a", 100), 20);
}

TEST_F(RateLimiterTest, SaysHowLongToWait) {
  Admitted("a", 20);
  const absl::Duration wait = limiter_.Admit("a");
  EXPECT_GT(wait, absl::Milliseconds(99));
  EXPECT_LT(wait, absl::Milliseconds(101));
  now_ += wait;
  EXPECT_EQ(Admitted("a", 2), 1);
}

TEST_F(RateLimiterTest, ClientsDoNotDisturbEachOther) {
  Admitted("a", 100);
  EXPECT_EQ(Admitted("b", 100), 20);
}

TEST_F(RateLimiterTest, AFloodOfClientsSharesABucketUntilOthersRest) {
  for (size_t i = 0; i < kMaxRateClients; ++i) ASSERT_EQ(Admitted(absl::StrCat("client ", i), 1), 1);
  EXPECT_EQ(Admitted("late", 15) + Admitted("later", 15), 20);
  now_ += absl::Minutes(1);  // all buckets are full again: their clients are forgotten
  EXPECT_EQ(Admitted("much later", 15) + Admitted("last", 15), 30);
}

TEST(RateLimiter, LessThanOneCallASecond) {
  absl::Time now = absl::UnixEpoch();
  RateLimiter limiter(0.1, [&] { return now; });
  EXPECT_EQ(limiter.Admit("a"), absl::ZeroDuration());
  EXPECT_NE(limiter.Admit("a"), absl::ZeroDuration());
  now += absl::Seconds(10);
  EXPECT_EQ(limiter.Admit("a"), absl::ZeroDuration());
}

}  // namespace
}  // namespace annals
