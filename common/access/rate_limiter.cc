#include "common/access/rate_limiter.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

constexpr char kOverflowClient[] = "";

}  // namespace

RateLimiter::RateLimiter(double per_second, Clock clock)
    : per_second_(per_second),
      capacity_(std::max(1.0, per_second * kBurstSeconds)),
      clock_(std::move(clock)) {}

absl::Duration RateLimiter::Admit(absl::string_view client) {
  const absl::Time now = clock_();
  absl::MutexLock lock(&mutex_);
  Bucket& bucket = BucketOf(client, now);
  Refill(bucket, now);
  if (bucket.calls < 1) return absl::Seconds((1 - bucket.calls) / per_second_);
  bucket.calls -= 1;
  return absl::ZeroDuration();
}

void RateLimiter::Refill(Bucket& bucket, absl::Time now) const {
  const double seconds = std::max(0.0, absl::ToDoubleSeconds(now - bucket.filled));
  bucket.calls = std::min(capacity_, bucket.calls + seconds * per_second_);
  bucket.filled = now;
}

RateLimiter::Bucket& RateLimiter::BucketOf(absl::string_view client, absl::Time now) {
  const auto found = buckets_.find(client);
  if (found != buckets_.end()) return found->second;
  // Once a second at most: a flood of new clients must not make every call walk through all of them.
  if (buckets_.size() >= kMaxRateClients && now - swept_ >= absl::Seconds(1)) {
    swept_ = now;
    for (auto at = buckets_.begin(); at != buckets_.end();) {
      Refill(at->second, now);
      const auto here = at++;
      if (here->second.calls >= capacity_) buckets_.erase(here);
    }
  }
  const bool room = buckets_.size() < kMaxRateClients;
  return buckets_.try_emplace(room ? std::string(client) : kOverflowClient, Bucket{capacity_, now})
      .first->second;
}

}  // namespace annals
