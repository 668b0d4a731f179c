// How often each client may call: a token bucket a client (Turner, "New directions in communications", 1986).
#ifndef ANNALS_COMMON_ACCESS_RATE_LIMITER_H_
#define ANNALS_COMMON_ACCESS_RATE_LIMITER_H_

#include <functional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace annals {

// Clients remembered at once; when there are more, those whose bucket is full again are forgotten, and if
// there are none such, all share one bucket until there are.
inline constexpr size_t kMaxRateClients = 10000;

// Thread-safe.
class RateLimiter {
 public:
  using Clock = std::function<absl::Time()>;

  // `per_second` > 0; a bucket holds `kBurstSeconds` of it, at least one call.
  static constexpr double kBurstSeconds = 2;
  explicit RateLimiter(double per_second, Clock clock = absl::Now);

  // Zero: go on; else how long until the client may call again.
  absl::Duration Admit(absl::string_view client);

 private:
  struct Bucket {
    double calls;
    absl::Time filled;
  };

  void Refill(Bucket& bucket, absl::Time now) const;
  Bucket& BucketOf(absl::string_view client, absl::Time now) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const double per_second_;
  const double capacity_;
  const Clock clock_;
  absl::Mutex mutex_;
  absl::flat_hash_map<std::string, Bucket> buckets_ ABSL_GUARDED_BY(mutex_);
  absl::Time swept_ ABSL_GUARDED_BY(mutex_) = absl::InfinitePast();
};

}  // namespace annals

#endif  // ANNALS_COMMON_ACCESS_RATE_LIMITER_H_
