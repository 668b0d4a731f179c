// Articles that were taken out of the queue because whoever read them never came to an end: kept in a stream
// of their own until somebody retries them.
#ifndef ANNALS_EXTRACTOR_REPLICATED_SET_ASIDE_H_
#define ANNALS_EXTRACTOR_REPLICATED_SET_ASIDE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "annals/v1/article_queue.pb.h"
#include "common/clock.h"
#include "common/jetstream/jetstream.h"

namespace annals {

// Thread-safe. Errors: UNAVAILABLE (JOURNAL_UNAVAILABLE), DATA_LOSS (STORAGE).
class SetAside {
 public:
  // Both outlive it.
  SetAside(JetStream& connection, const Clock& clock) : connection_(connection), clock_(clock) {}

  // A quorum has it when it returns. `sequence` is the article's in the stream of articles.
  absl::Status Put(const v1::QueuedArticle& queued, uint64_t sequence, uint32_t deliveries,
                   const std::string& reason) const;
  // The oldest `limit`.
  absl::StatusOr<std::vector<v1::SetAsideArticle>> List(size_t limit) const;
  absl::StatusOr<uint64_t> Count() const;
  // Puts it back into the queue. NOT_FOUND (ARTICLE_NOT_FOUND): none of that id is there.
  absl::Status Retry(const std::string& submission_id) const;

 private:
  JetStream& connection_;
  const Clock& clock_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_SET_ASIDE_H_
