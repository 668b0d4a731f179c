// How long to wait before the next try: longer each time, and never the same for all.
#ifndef ANNALS_QUERY_FOLLOWER_BACKOFF_H_
#define ANNALS_QUERY_FOLLOWER_BACKOFF_H_

#include <functional>

#include "absl/time/time.h"

namespace annals::query {

// Exponential back-off with full jitter. For one thread.
class Backoff {
 public:
  struct Options {
    absl::Duration first = absl::Milliseconds(100);  // upper bound of the first wait
    absl::Duration longest = absl::Seconds(10);      // of any wait
    // A number in [0, 1); null: random.
    std::function<double()> random;
  };

  explicit Backoff(Options options);

  // Between half and all of a bound that doubles with each call until it is the longest.
  absl::Duration Next();

  // A try worked: the next wait is a first one.
  void Reset() { bound_ = options_.first; }

 private:
  Options options_;
  absl::Duration bound_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_FOLLOWER_BACKOFF_H_
