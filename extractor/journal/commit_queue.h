// Group commit: callers who arrive while a commit runs are committed together by the next one.
//
// After LevelDB's writer queue: the caller at the front leads, takes those behind it into its batch, and
// wakes them when the batch is on disk. No thread of its own.
#ifndef ANNALS_EXTRACTOR_JOURNAL_COMMIT_QUEUE_H_
#define ANNALS_EXTRACTOR_JOURNAL_COMMIT_QUEUE_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

#include "absl/status/status.h"

namespace annals {

// `Work` is what one caller wants committed, all of it or nothing together with its neighbours. Thread-safe.
template <typename Work>
class CommitQueue {
 public:
  struct Limits {
    size_t waiting;      // units of work; more are refused
    size_t batch_units;  // a batch ends before it would hold more than either
    size_t batch_bytes;
  };
  struct Size {
    size_t units;
    size_t bytes;
  };

  // `commit` gets the works of a batch in their order of arrival, one batch at a time.
  CommitQueue(Limits limits, std::function<void(const std::vector<Work*>&)> commit)
      : limits_(limits), commit_(std::move(commit)) {}

  // Returns when `work` was committed. False, and nothing done: too much waits.
  bool Run(Work& work, Size size) {
    Waiter waiter{work, size, false, {}};
    std::unique_lock lock(mutex_);
    if (!waiters_.empty() && waiting_units_ + size.units > limits_.waiting) return false;
    waiting_units_ += size.units;
    waiters_.push_back(&waiter);
    waiter.turn.wait(lock, [&] { return waiter.done || waiters_.front() == &waiter; });
    if (!waiter.done) Lead(lock);
    return true;
  }

  // Of the works that were taken in and are not committed yet.
  size_t waiting_units() const {
    const std::lock_guard lock(mutex_);
    return waiting_units_;
  }

 private:
  struct Waiter {
    Work& work;
    const Size size;
    bool done;
    std::condition_variable turn;
  };

  // Works from the front on: the first always, others while they fit.
  std::vector<Work*> TakeBatch() const {
    std::vector<Work*> batch;
    Size total{0, 0};
    for (const Waiter* waiter : waiters_) {
      total.units += waiter->size.units;
      total.bytes += waiter->size.bytes;
      if (!batch.empty() && (total.units > limits_.batch_units || total.bytes > limits_.batch_bytes)) break;
      batch.push_back(&waiter->work);
    }
    return batch;
  }

  void Lead(std::unique_lock<std::mutex>& lock) {
    const std::vector<Work*> batch = TakeBatch();
    lock.unlock();
    commit_(batch);
    lock.lock();
    for (size_t i = 0; i < batch.size(); ++i) {
      Waiter& finished = *waiters_.front();
      waiters_.pop_front();
      waiting_units_ -= finished.size.units;
      finished.done = true;
      finished.turn.notify_one();
    }
    if (!waiters_.empty()) waiters_.front()->turn.notify_one();
  }

  const Limits limits_;
  const std::function<void(const std::vector<Work*>&)> commit_;
  mutable std::mutex mutex_;
  std::deque<Waiter*> waiters_;  // in order of arrival
  size_t waiting_units_ = 0;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_COMMIT_QUEUE_H_
