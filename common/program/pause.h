// A wait that ends when its thread is to end.
#ifndef ANNALS_COMMON_PROGRAM_PAUSE_H_
#define ANNALS_COMMON_PROGRAM_PAUSE_H_

#include <stop_token>

#include "absl/time/time.h"

namespace annals {

// Returns after `duration`, or at once when `stop` is requested; whether it is.
bool Pause(absl::Duration duration, std::stop_token stop);

}  // namespace annals

#endif  // ANNALS_COMMON_PROGRAM_PAUSE_H_
