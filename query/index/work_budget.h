// How much a request may still read: every loop over rows spends from it.
#ifndef ANNALS_QUERY_INDEX_WORK_BUDGET_H_
#define ANNALS_QUERY_INDEX_WORK_BUDGET_H_

#include <cstdint>
#include <functional>
#include <utility>

#include "absl/status/status.h"

namespace annals::query {

// For one thread.
class WorkBudget {
 public:
  // Asked now and then; anything but OK (DEADLINE_EXCEEDED, CANCELLED) ends the request.
  using Interrupt = std::function<absl::Status()>;

  explicit WorkBudget(uint64_t rows, Interrupt interrupt = nullptr)
      : left_(rows), interrupt_(std::move(interrupt)) {}

  // Takes rows. False: stop, either because nothing is left, and the answer is truncated, or because `status`
  // is not OK.
  bool Spend(uint64_t rows = 1) {
    since_question_ += rows;
    if (since_question_ >= kRowsPerQuestion && interrupt_ != nullptr && status_.ok()) {
      since_question_ = 0;
      status_ = interrupt_();
    }
    const bool enough = left_ >= rows && status_.ok();
    left_ -= enough ? rows : left_;
    return enough;
  }

  const absl::Status& status() const { return status_; }

 private:
  static constexpr uint64_t kRowsPerQuestion = 256;  // some 100 µs

  uint64_t left_;
  uint64_t since_question_ = 0;
  Interrupt interrupt_;
  absl::Status status_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_WORK_BUDGET_H_
