// A few threads that run tasks, and a loop on top that keeps results in order.
#ifndef ANNALS_EXTRACTOR_TOOLS_TASK_POOL_H_
#define ANNALS_EXTRACTOR_TOOLS_TASK_POOL_H_

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace annals {

// Runs tasks in the order they were added, several at once. Add may be called from any thread; the destructor
// waits for all that were added. Without threads (0) Add runs the task itself.
class TaskPool {
 public:
  explicit TaskPool(int threads);
  ~TaskPool();
  TaskPool(const TaskPool&) = delete;
  TaskPool& operator=(const TaskPool&) = delete;

  void Add(std::function<void()> task);

 private:
  void Work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool ended_ = false;
  std::vector<std::thread> threads_;
};

// `next` gives a job, or nothing at the end; `work` turns it into a result, on `threads` threads at once if
// that is more than 1; `emit` takes the results in the order of the jobs. `next` and `emit` run on the
// calling thread. At most 8 * threads jobs are under way, so the input need not fit into memory.
template <typename Job, typename Result>
void RunOrdered(int threads, const std::function<std::optional<Job>()>& next,
                const std::function<Result(const Job&)>& work, const std::function<void(Result)>& emit) {
  std::deque<std::future<Result>> results;
  const auto emit_first = [&] {
    emit(results.front().get());
    results.pop_front();
  };
  const auto first_is_ready = [&] {
    return results.front().wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  };
  TaskPool pool(threads > 1 ? threads : 0);
  while (std::optional<Job> job = next()) {
    auto task =
        std::make_shared<std::packaged_task<Result()>>([&work, job = std::move(*job)] { return work(job); });
    results.push_back(task->get_future());
    pool.Add([task] { (*task)(); });
    while (!results.empty() && (results.size() >= 8u * threads || first_is_ready())) emit_first();
  }
  while (!results.empty()) emit_first();
}

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TOOLS_TASK_POOL_H_
