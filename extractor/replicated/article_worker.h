// Takes articles from the queue that all extractors share, reads them, puts their entries into the journal,
// tells who waits, and acknowledges: in this order, so that an extractor may die at any point.
#ifndef ANNALS_EXTRACTOR_REPLICATED_ARTICLE_WORKER_H_
#define ANNALS_EXTRACTOR_REPLICATED_ARTICLE_WORKER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

#include "absl/status/statusor.h"
#include "annals/v1/article_queue.pb.h"
#include "annals/v1/extraction.pb.h"
#include "common/jetstream/jetstream.h"
#include "common/jetstream/work_queue.h"
#include "extractor/journal/journal.h"
#include "extractor/replicated/entry_writer.h"
#include "extractor/replicated/set_aside.h"

namespace annals {

// Thread-safe.
class ArticleWorker {
 public:
  // An article that was begun more often is set aside: so many readers have died of it.
  static constexpr uint32_t kMostDeliveries = 3;

  // Reads an article with what was taught by that revision at least. Called by all threads at once.
  using Read = std::function<absl::StatusOr<v1::Extraction>(std::shared_ptr<const v1::Article>,
                                                            uint64_t taught_revision)>;

  struct Options {
    int threads = 1;  // articles at once; most of the time is spent on waiting for the servers
    absl::Duration acknowledge_in = absl::Seconds(10);  // the time after which another extractor takes over
  };
  // Begins to work. All outlive it.
  static absl::StatusOr<std::unique_ptr<ArticleWorker>> Start(JetStream& connection,
                                                              const EntryWriter& writer,
                                                              const SetAside& set_aside, Read read,
                                                              const Options& options);
  // Ends after what is being read; what waits is for others.
  ~ArticleWorker();

 private:
  ArticleWorker(JetStream& connection, const EntryWriter& writer, const SetAside& set_aside, Read read,
                absl::Duration renew_every)
      : connection_(connection),
        writer_(writer),
        set_aside_(set_aside),
        read_(std::move(read)),
        renew_every_(renew_every) {}

  void Work(std::unique_ptr<WorkQueue> queue, std::stop_token stop);
  void Handle(WorkQueue::Taken& taken, std::stop_token stop);
  absl::StatusOr<Journal::Receipt> ReadAndWrite(const v1::QueuedArticle& queued, uint64_t sequence,
                                                uint32_t deliveries) const;
  absl::StatusOr<v1::JournalEntry> ReadArticle(const v1::QueuedArticle& queued, uint64_t sequence) const;

  JetStream& connection_;
  const EntryWriter& writer_;
  const SetAside& set_aside_;
  const Read read_;
  const absl::Duration renew_every_;
  std::vector<std::jthread> threads_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_ARTICLE_WORKER_H_
