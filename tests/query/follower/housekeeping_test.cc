#include "query/follower/housekeeping.h"

#include <gtest/gtest.h>

#include "tests/query/support/history.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

TEST(HousekeepingTest, ChoresFollowFromTheLagAndTheDisk) {
  struct Case {
    uint64_t behind;
    double unpacked_share;
    Chore chore;
  };
  for (const Case& c : {Case{0, 0, Chore::kNone}, Case{0, 0.2, Chore::kNone}, Case{0, 0.9, Chore::kPack},
                        Case{1000, 0.9, Chore::kPack}, Case{5000, 0.9, Chore::kNone},
                        Case{100000, 0, Chore::kWriteQuickly}, Case{100000, 0.9, Chore::kWriteQuickly}}) {
    EXPECT_EQ(ChoreFor(c.behind, c.unpacked_share), c.chore) << c.behind << " " << c.unpacked_share;
  }
}

// Hands over a history, then waits until it is stopped.
class OneHistory final : public EntrySource {
 public:
  explicit OneHistory(std::vector<v1::JournalEntry> entries) : entries_(std::move(entries)) {}

  absl::Status Follow(const JournalPosition& position, Take take) override {
    std::vector<const v1::JournalEntry*> rest;
    for (const v1::JournalEntry& entry : entries_) {
      if (entry.revision() > position.revision) rest.push_back(&entry);
    }
    const absl::Status taken = take({kTestJournal, entries_.back().revision(), rest});
    absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(&stopped_));
    return taken;
  }
  void Stop() override {
    absl::MutexLock lock(&mutex_);
    stopped_ = true;
  }

 private:
  const std::vector<v1::JournalEntry> entries_;
  absl::Mutex mutex_;
  bool stopped_ ABSL_GUARDED_BY(mutex_) = false;
};

TEST(HousekeepingTest, FillsTheCachesAndEndsWhenItIsToStop) {
  TestIndex index;
  const std::vector<v1::JournalEntry> history = RandomHistory(1, 60);
  index.Apply(history);
  JournalFollower follower(*index, std::make_unique<OneHistory>(history));
  const auto view = *index->View();
  {
    Housekeeping housekeeping(*index, follower);
    housekeeping.Start();
    follower.Start();
    while (view->caches().entities.Find(1, view->revision()) == nullptr) std::this_thread::yield();
  }
  EXPECT_EQ(index->applied_revision(), history.back().revision());
}

}  // namespace
}  // namespace annals::query
