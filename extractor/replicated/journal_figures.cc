#include "extractor/replicated/journal_figures.h"

#include "absl/time/clock.h"
#include "common/jetstream/work_queue.h"
#include "common/log/stream_names.h"

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

uint64_t JournalFigures::waiting_articles() {
  const std::lock_guard lock(mutex_);
  Ask();
  return waiting_articles_;
}

void JournalFigures::Ask() {
  if (absl::Now() - asked_ < kHolds) return;
  const absl::StatusOr<uint64_t> set_aside = set_aside_.Count();
  available_ = set_aside.ok();
  if (set_aside.ok()) set_aside_articles_ = *set_aside;
  if (available_) {
    const absl::StatusOr<uint64_t> waiting =
        WorkQueue::Waiting(connection_, {.stream = kArticlesStream, .consumer = kExtractorsConsumer});
    if (waiting.ok()) waiting_articles_ = *waiting;
  }
  asked_ = absl::Now();
}

}  // namespace annals
