#include "extractor/service/extraction_pool.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "common/errors/errors.h"
#include "common/limits.h"

namespace annals {

ExtractionPool::ExtractionPool(Source source, int threads, size_t waiting, Observer observer)
    : source_(std::move(source)),
      observer_(std::move(observer)),
      waiting_limit_(waiting),
      large_limit_(std::max(1, threads - 1)) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
}

ExtractionPool::~ExtractionPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    for (auto& [lane, jobs] : lanes_) {
      for (auto& job : jobs) job->result.set_value(absl::CancelledError("the server has stopped"));
    }
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

ExtractionPool::Result ExtractionPool::Extract(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (single_waiting_ >= waiting_limit_) return Overloaded("too many articles wait to be read");
    ++single_waiting_;
  }
  Result result = Enqueue(NewLane(), std::move(task)).get();
  const std::lock_guard lock(mutex_);
  --single_waiting_;
  return result;
}

uint64_t ExtractionPool::NewLane() {
  const std::lock_guard lock(mutex_);
  return ++last_lane_;
}

std::future<ExtractionPool::Result> ExtractionPool::Enqueue(uint64_t lane, Task task) {
  auto job = std::make_unique<Job>(Job{std::move(task), {}});
  std::future<Result> result = job->result.get_future();
  {
    const std::lock_guard lock(mutex_);
    std::deque<std::unique_ptr<Job>>& jobs = lanes_[lane];
    if (jobs.empty()) turns_.push_back(lane);
    jobs.push_back(std::move(job));
  }
  changed_.notify_one();
  return result;
}

void ExtractionPool::Work() {
  while (const std::unique_ptr<Job> job = Next()) {
    Result result = Read(job->task);
    Finished(job->task);
    job->result.set_value(std::move(result));
  }
}

std::unique_ptr<ExtractionPool::Job> ExtractionPool::Next() {
  std::unique_lock lock(mutex_);
  auto turn = turns_.end();
  changed_.wait(lock, [&] { return ending_ || (turn = NextTurn()) != turns_.end(); });
  if (ending_) return nullptr;
  const uint64_t lane = *turn;
  turns_.erase(turn);
  const auto jobs = lanes_.find(lane);
  std::unique_ptr<Job> job = std::move(jobs->second.front());
  jobs->second.pop_front();
  if (jobs->second.empty()) {
    lanes_.erase(jobs);
  } else {
    turns_.push_back(lane);
  }
  if (IsLarge(job->task)) ++large_running_;
  return job;
}

std::deque<uint64_t>::iterator ExtractionPool::NextTurn() {
  return std::find_if(turns_.begin(), turns_.end(), [&](uint64_t lane) {
    return large_running_ < large_limit_ || !IsLarge(lanes_.at(lane).front()->task);
  });
}

void ExtractionPool::Finished(const Task& task) {
  if (!IsLarge(task)) return;
  const std::lock_guard lock(mutex_);
  --large_running_;
  changed_.notify_all();
}

bool ExtractionPool::IsLarge(const Task& task) {
  return task.article->text().size() > limits::kLargeArticleBytes;
}

ExtractionPool::Result ExtractionPool::Read(const Task& task) const {
  if (task.abandoned && task.abandoned()) return absl::CancelledError("nobody waits for the result");
  const auto started = std::chrono::steady_clock::now();
  Result result = source_()->Extract(*task.article, task.options);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - started;
  if (result.ok() && observer_ != nullptr) observer_(*task.article, *result, elapsed.count());
  // The extractor knows no reasons; what it refuses is the text.
  if (absl::IsInvalidArgument(result.status()) && ReasonOf(result.status()).empty()) {
    return InvalidText("article.text", result.status().message());
  }
  return result;
}

}  // namespace annals
