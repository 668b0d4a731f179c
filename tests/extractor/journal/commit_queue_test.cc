#include "extractor/journal/commit_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <string>
#include <thread>

namespace annals {
namespace {

using testing::ElementsAre;
using Queue = CommitQueue<std::string>;

// A queue whose first commit is held until released, so that others gather behind it.
class CommitQueueTest : public testing::Test {
 protected:
  void Commit(const std::vector<std::string*>& works) {
    std::vector<std::string> batch;
    for (const std::string* work : works) batch.push_back(*work);
    batches_.push_back(batch);
    if (batches_.size() == 1) {
      started_.set_value();
      release_.get_future().wait();
    }
  }

  // Runs `first`, then, while it commits, the others in this order, and lets it go on.
  void RunBehind(Queue& queue, std::string first, std::vector<std::string> others, Queue::Size size) {
    std::vector<std::thread> threads;
    threads.emplace_back([&] { EXPECT_TRUE(queue.Run(first, size)); });
    started_.get_future().wait();
    for (std::string& work : others) {
      const size_t before = queue.waiting_units();
      threads.emplace_back([&queue, &work, size] { EXPECT_TRUE(queue.Run(work, size)); });
      while (queue.waiting_units() == before) std::this_thread::yield();
    }
    if (before_release_) before_release_();
    release_.set_value();
    for (std::thread& thread : threads) thread.join();
  }

  std::promise<void> started_;
  std::promise<void> release_;
  std::function<void()> before_release_;
  std::vector<std::vector<std::string>> batches_;
};

TEST_F(CommitQueueTest, ThoseWhoComeMeanwhileAreCommittedTogetherAndInOrder) {
  Queue queue({100, 100, 1000}, [this](const auto& works) { Commit(works); });
  RunBehind(queue, "a", {"b", "c", "d"}, {1, 1});
  EXPECT_THAT(batches_, ElementsAre(ElementsAre("a"), ElementsAre("b", "c", "d")));
}

TEST_F(CommitQueueTest, ABatchEndsAtItsUnits) {
  Queue queue({100, 2, 1000}, [this](const auto& works) { Commit(works); });
  RunBehind(queue, "a", {"b", "c", "d"}, {1, 1});
  EXPECT_THAT(batches_, ElementsAre(ElementsAre("a"), ElementsAre("b", "c"), ElementsAre("d")));
}

TEST_F(CommitQueueTest, ABatchEndsAtItsBytesButTakesOneAlways) {
  Queue queue({100, 100, 10}, [this](const auto& works) { Commit(works); });
  RunBehind(queue, "a", {"b", "c"}, {1, 50});
  EXPECT_THAT(batches_, ElementsAre(ElementsAre("a"), ElementsAre("b"), ElementsAre("c")));
}

TEST_F(CommitQueueTest, MoreThanMayWaitIsRefused) {
  Queue queue({2, 100, 1000}, [this](const auto& works) { Commit(works); });
  before_release_ = [&] {
    std::string refused = "refused";
    EXPECT_FALSE(queue.Run(refused, {1, 1}));
  };
  RunBehind(queue, "a", {"b"}, {1, 1});
  EXPECT_THAT(batches_, ElementsAre(ElementsAre("a"), ElementsAre("b")));
}

TEST_F(CommitQueueTest, AWorkLargerThanTheQueueRunsAlone) {
  std::vector<size_t> sizes;
  Queue queue({2, 2, 10}, [&](const auto& works) { sizes.push_back(works.size()); });
  std::string work = "large";
  EXPECT_TRUE(queue.Run(work, {50, 500}));
  EXPECT_THAT(sizes, ElementsAre(1));
}

}  // namespace
}  // namespace annals
