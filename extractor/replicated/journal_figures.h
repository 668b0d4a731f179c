// What operators see of a replicated journal.
#ifndef ANNALS_EXTRACTOR_REPLICATED_JOURNAL_FIGURES_H_
#define ANNALS_EXTRACTOR_REPLICATED_JOURNAL_FIGURES_H_

#include <cstdint>
#include <mutex>

#include "absl/time/time.h"
#include "common/jetstream/jetstream.h"
#include "extractor/replicated/set_aside.h"

namespace annals {

// Thread-safe. Asks the servers at most once in a while, however often it is asked itself: without a quorum
// each question takes as long as the connection waits.
class JournalFigures {
 public:
  // Both outlive it.
  JournalFigures(JetStream& connection, const SetAside& set_aside)
      : connection_(connection), set_aside_(set_aside) {}

  // Whether the servers answered.
  bool available();
  // Without an answer these are as they were heard last: articles in the queue that no extractor has worked
  // off yet, and articles that are set aside.
  uint64_t waiting_articles();
  uint64_t set_aside_articles();

 private:
  void Ask();

  JetStream& connection_;
  const SetAside& set_aside_;
  std::mutex mutex_;
  absl::Time asked_ = absl::InfinitePast();
  bool available_ = false;
  uint64_t waiting_articles_ = 0;
  uint64_t set_aside_articles_ = 0;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_JOURNAL_FIGURES_H_
