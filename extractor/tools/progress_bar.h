// Shows on a terminal, or in a log, how far a long run is.
#ifndef ANNALS_EXTRACTOR_TOOLS_PROGRESS_BAR_H_
#define ANNALS_EXTRACTOR_TOOLS_PROGRESS_BAR_H_

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>

namespace annals {

// On a terminal one line that is drawn over and over, at most ten times a second; elsewhere a line at each
// tenth of the way, or at each power of ten of articles where the end is not known. Not thread-safe.
class ProgressBar {
 public:
  // `total` in any unit (bytes here); 0: not known. `out` must outlive the bar.
  ProgressBar(std::ostream& out, bool terminal, uint64_t total);

  // `done` of `total` is reached; `articles` are done, of which `failures` failed.
  void Show(uint64_t done, uint64_t articles, uint64_t failures);
  // Draws the end, whatever was drawn last.
  void Finish(uint64_t articles, uint64_t failures);

 private:
  std::string Line(double share, uint64_t articles, uint64_t failures) const;
  bool IsMilestone(uint64_t done, uint64_t articles);

  std::ostream& out_;
  const bool terminal_;
  const uint64_t total_;
  std::chrono::steady_clock::time_point drawn_;
  uint64_t tenths_ = 0;
  uint64_t next_count_ = 1;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_TOOLS_PROGRESS_BAR_H_
