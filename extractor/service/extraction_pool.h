// The few threads that read articles, shared fairly: callers take turns, so a stream with many articles
// delays a single one by what is being read just then and no more; and one thread is kept free of large
// articles, which take seconds.
#ifndef ANNALS_EXTRACTOR_SERVICE_EXTRACTION_POOL_H_
#define ANNALS_EXTRACTOR_SERVICE_EXTRACTION_POOL_H_

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/statusor.h"
#include "annals/v1/article.pb.h"
#include "annals/v1/extraction.pb.h"
#include "extractor/extractor.h"

namespace annals {

// Thread-safe.
class ExtractionPool {
 public:
  using Result = absl::StatusOr<v1::Extraction>;
  using Source = std::function<std::shared_ptr<const Extractor>()>;

  // One article to read.
  struct Task {
    std::shared_ptr<const v1::Article> article;
    ExtractOptions options;
    // Asked once, before the work begins; true: nobody waits for the result, which is then CANCELLED.
    std::function<bool()> abandoned;
  };

  // Told of every article that was read, with the seconds it took; by many threads at once.
  using Observer = std::function<void(const v1::Article&, const v1::Extraction&, double seconds)>;

  // `source` gives the extractor for the next article; it is asked by many threads at once. `waiting`: single
  // articles (Extract) that may wait.
  ExtractionPool(Source source, int threads, size_t waiting, Observer observer = nullptr);
  // Ends after what is being read; what waits is CANCELLED.
  ~ExtractionPool();

  // Blocks until it is read. RESOURCE_EXHAUSTED (OVERLOADED): too many wait. Otherwise as Extractor::Extract,
  // with a reason.
  Result Extract(Task task);

  // With which the next article will be read, unless something is taught before.
  std::string lexicon_version() const { return source_()->lexicon_version(); }

  // A caller with many articles. Not thread-safe; at most as long as the pool.
  class Lane {
   public:
    explicit Lane(ExtractionPool& pool) : pool_(pool), id_(pool.NewLane()) {}
    // Never refused: the caller bounds what it has in flight.
    std::future<Result> Extract(Task task) { return pool_.Enqueue(id_, std::move(task)); }

   private:
    ExtractionPool& pool_;
    const uint64_t id_;
  };

 private:
  struct Job {
    Task task;
    std::promise<Result> result;
  };

  uint64_t NewLane();
  std::future<Result> Enqueue(uint64_t lane, Task task);
  void Work();
  // The next job in turn that may run now; nothing: the pool ends.
  std::unique_ptr<Job> Next();
  std::deque<uint64_t>::iterator NextTurn();
  void Finished(const Task& task);
  static bool IsLarge(const Task& task);
  Result Read(const Task& task) const;

  const Source source_;
  const Observer observer_;
  const size_t waiting_limit_;
  const int large_limit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ending_ = false;
  uint64_t last_lane_ = 0;
  size_t single_waiting_ = 0;
  int large_running_ = 0;
  std::map<uint64_t, std::deque<std::unique_ptr<Job>>> lanes_;  // those with jobs only
  std::deque<uint64_t> turns_;                                  // each lane with jobs once
  std::vector<std::thread> threads_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_EXTRACTION_POOL_H_
