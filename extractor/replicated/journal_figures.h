// What operators see of a replicated journal.
#ifndef ANNALS_EXTRACTOR_REPLICATED_JOURNAL_FIGURES_H_
#define ANNALS_EXTRACTOR_REPLICATED_JOURNAL_FIGURES_H_

#include <cstdint>
#include <mutex>

#include "absl/time/time.h"
#include "extractor/replicated/set_aside.h"

namespace annals {

// Thread-safe. Asks the servers at most once in a while, however often it is asked itself: without a quorum
// each question takes as long as the connection waits.
class JournalFigures {
 public:
  // Outlives it.
  explicit JournalFigures(const SetAside& set_aside) : set_aside_(set_aside) {}

  // Whether the servers answered.
  bool available();
  // Articles that are set aside; without an answer, as it was heard last.
  uint64_t set_aside_articles();

 private:
  void Ask();

  const SetAside& set_aside_;
  std::mutex mutex_;
  absl::Time asked_ = absl::InfinitePast();
  bool available_ = false;
  uint64_t set_aside_articles_ = 0;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_JOURNAL_FIGURES_H_
