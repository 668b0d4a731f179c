#include "extractor/tools/task_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace annals {
namespace {

std::function<std::optional<int>()> CountTo(int limit) {
  return [n = 0, limit]() mutable { return n < limit ? std::optional<int>(n++) : std::nullopt; };
}

class RunOrderedTest : public testing::TestWithParam<int> {};

TEST_P(RunOrderedTest, KeepsTheOrder) {
  std::vector<int> results;
  RunOrdered<int, int>(
      GetParam(), CountTo(1000), [](const int& job) { return job * 2; },
      [&](int result) { results.push_back(result); });
  ASSERT_EQ(results.size(), 1000u);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(results[i], 2 * i);
}

TEST_P(RunOrderedTest, NothingToDo) {
  RunOrdered<int, int>(
      GetParam(), CountTo(0), [](const int& job) { return job; }, [](int) { FAIL(); });
}

INSTANTIATE_TEST_SUITE_P(Threads, RunOrderedTest, testing::Values(1, 2, 7));

TEST(RunOrderedTest, ALaterJobMayFinishFirst) {
  std::mutex mutex;
  std::condition_variable changed;
  bool second_done = false;
  const auto work = [&](const int& job) {
    std::unique_lock lock(mutex);
    if (job == 0) changed.wait(lock, [&] { return second_done; });
    if (job == 1) {
      second_done = true;
      changed.notify_all();
    }
    return job;
  };
  std::vector<int> results;
  RunOrdered<int, int>(2, CountTo(2), work, [&](int result) { results.push_back(result); });
  EXPECT_EQ(results, (std::vector<int>{0, 1}));
}

TEST(RunOrderedTest, OneThreadAnswersBeforeItReadsOn) {
  int emitted = 0;
  int asked = 0;
  const auto next = [&]() -> std::optional<int> {
    EXPECT_EQ(emitted, asked);
    return asked < 5 ? std::optional<int>(asked++) : std::nullopt;
  };
  RunOrdered<int, int>(
      1, next, [](const int& job) { return job; }, [&](int) { ++emitted; });
  EXPECT_EQ(emitted, 5);
}

TEST(TaskPoolTest, TheDestructorWaitsForAll) {
  std::atomic<int> done = 0;
  {
    TaskPool pool(3);
    for (int i = 0; i < 100; ++i) pool.Add([&] { ++done; });
  }
  EXPECT_EQ(done, 100);
}

}  // namespace
}  // namespace annals
