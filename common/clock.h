// The time of day, handed in by constructor so that tests choose it.
#ifndef ANNALS_COMMON_CLOCK_H_
#define ANNALS_COMMON_CLOCK_H_

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace annals {

// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;
};

// The machine's own clock.
class SystemClock final : public Clock {
 public:
  absl::Time Now() const override { return absl::Now(); }
};

}  // namespace annals

#endif  // ANNALS_COMMON_CLOCK_H_
