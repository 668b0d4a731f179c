// Counts the streams that are open, and refuses more than there may be: each holds a thread.
#ifndef ANNALS_COMMON_SERVER_STREAM_SLOTS_H_
#define ANNALS_COMMON_SERVER_STREAM_SLOTS_H_

#include <atomic>

namespace annals {

// Thread-safe.
class StreamSlots {
 public:
  explicit StreamSlots(int count) : free_(count) {}

  // Holds one of the slots while it lives, if there was a free one.
  class Slot {
   public:
    explicit Slot(StreamSlots& slots) : slots_(slots), taken_(slots.free_.fetch_sub(1) > 0) {}
    ~Slot() { slots_.free_.fetch_add(1); }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;

    bool taken() const { return taken_; }

   private:
    StreamSlots& slots_;
    const bool taken_;
  };

 private:
  std::atomic<int> free_;
};

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_STREAM_SLOTS_H_
