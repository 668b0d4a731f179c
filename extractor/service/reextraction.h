// One ReextractArticles stream: stored articles, in order of id, read again on the threads of the pool and
// put in place of what was read before.
#ifndef ANNALS_EXTRACTOR_SERVICE_REEXTRACTION_H_
#define ANNALS_EXTRACTOR_SERVICE_REEXTRACTION_H_

#include <deque>
#include <future>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "annals/v1/extractor_service.pb.h"
#include "extractor/journal/journal.h"
#include "extractor/service/extraction_pool.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/sync_stream.h"

namespace annals {

// Lives for one call, on its thread. Reads few articles ahead, so memory does not grow with their number.
// What it writes is bound to the reading that it replaces: a submission or a retraction that comes between is
// looked at anew, so neither is undone and nothing is written twice.
class Reextraction {
 public:
  using Writer = grpc::ServerWriter<v1::ReextractArticlesResponse>;

  // All outlive it.
  Reextraction(ExtractionPool& pool, Journal& journal, std::stop_token stop, grpc::ServerContext& context,
               Writer& writer)
      : pool_(pool),
        lane_(pool),
        journal_(journal),
        stop_(std::move(stop)),
        context_(context),
        writer_(writer) {}
  // Waits for what is being read.
  ~Reextraction();

  // Until the last article. CANCELLED: the client has gone. UNAVAILABLE (STOPPING): the server stops. Errors
  // of the journal. What was reported is on disk.
  absl::Status Run(const v1::ReextractArticlesRequest& request);

 private:
  // An article on its way. Without an article there is nothing to do.
  struct Item {
    std::string article_id;
    size_t bytes = 0;
    std::shared_ptr<const v1::Article> article;
    Journal::Reading before;
    std::future<ExtractionPool::Result> extraction;
    absl::Status error;

    bool Ready() const;
  };

  // Begins every article, until the server stops.
  absl::Status ReadAll(const v1::ReextractArticlesRequest& request);
  absl::Status Begin(const v1::ArticleSummary& head);
  // Loads the article and has it read, unless it is gone or up to date.
  absl::Status Load(Item& item);
  bool IsFull(size_t bytes) const;
  // Writes what is ready at the front, at least the first, and reports it.
  absl::Status FinishReady();
  absl::Status Keep(std::vector<Item> items);
  absl::Status Count(const absl::StatusOr<Journal::Receipt>& receipt, Item& item);
  absl::Status KeepAgain(Item& item);
  absl::Status Report();

  ExtractionPool& pool_;
  ExtractionPool::Lane lane_;
  Journal& journal_;
  const std::stop_token stop_;
  grpc::ServerContext& context_;
  Writer& writer_;
  bool all_ = false;
  std::deque<Item> items_;
  size_t bytes_ = 0;  // of the items
  v1::ReextractArticlesResponse progress_;
  uint64_t reported_ = 0;  // how many were done by the last report
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_REEXTRACTION_H_
