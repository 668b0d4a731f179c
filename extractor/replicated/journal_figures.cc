#include "extractor/replicated/journal_figures.h"

#include "absl/time/clock.h"

namespace annals {
namespace {

// Less than the time between two scrapes, more than one takes.
constexpr absl::Duration kHolds = absl::Seconds(2);

}  // namespace

bool JournalFigures::available() {
  const std::lock_guard lock(mutex_);
  Ask();
  return available_;
}

uint64_t JournalFigures::set_aside_articles() {
  const std::lock_guard lock(mutex_);
  Ask();
  return set_aside_articles_;
}

void JournalFigures::Ask() {
  if (absl::Now() - asked_ < kHolds) return;
  const absl::StatusOr<uint64_t> count = set_aside_.Count();
  available_ = count.ok();
  if (count.ok()) set_aside_articles_ = *count;
  asked_ = absl::Now();
}

}  // namespace annals
