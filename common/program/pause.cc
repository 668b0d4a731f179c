#include "common/program/pause.h"

#include <condition_variable>
#include <mutex>

namespace annals {

bool Pause(absl::Duration duration, std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any woken;
  std::unique_lock lock(mutex);
  woken.wait_for(lock, stop, absl::ToChronoNanoseconds(duration), [] { return false; });
  return stop.stop_requested();
}

}  // namespace annals
