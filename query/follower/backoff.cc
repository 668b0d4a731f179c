#include "query/follower/backoff.h"

#include <algorithm>
#include <utility>

#include "absl/random/random.h"

namespace annals::query {

Backoff::Backoff(Options options) : options_(std::move(options)), bound_(options_.first) {
  if (options_.random == nullptr) {
    options_.random = [] {
      static thread_local absl::BitGen generator;
      return absl::Uniform(generator, 0.0, 1.0);
    };
  }
}

absl::Duration Backoff::Next() {
  const absl::Duration wait = bound_ / 2 + bound_ / 2 * options_.random();
  bound_ = std::min(bound_ * 2, options_.longest);
  return wait;
}

}  // namespace annals::query
