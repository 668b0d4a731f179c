#include "extractor/tools/progress_bar.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace annals {
namespace {

constexpr int kCells = 30;
constexpr auto kRedraw = std::chrono::milliseconds(100);

}  // namespace

ProgressBar::ProgressBar(std::ostream& out, bool terminal, uint64_t total)
    : out_(out), terminal_(terminal), total_(total) {}

void ProgressBar::Show(uint64_t done, uint64_t articles, uint64_t failures) {
  const double share = total_ > 0 ? std::min(1.0, static_cast<double>(done) / total_) : 0;
  if (terminal_) {
    const auto now = std::chrono::steady_clock::now();
    if (now - drawn_ < kRedraw) return;
    drawn_ = now;
    out_ << "\r" << Line(share, articles, failures) << std::flush;
  } else if (IsMilestone(done, articles)) {
    out_ << Line(share, articles, failures) << std::endl;
  }
}

void ProgressBar::Finish(uint64_t articles, uint64_t failures) {
  out_ << (terminal_ ? "\r" : "") << Line(1, articles, failures) << std::endl;
}

std::string ProgressBar::Line(double share, uint64_t articles, uint64_t failures) const {
  std::string line;
  if (total_ > 0) {
    const int full = static_cast<int>(share * kCells);
    line = absl::StrFormat("[%s%s] %3d%%  ", std::string(full, '#'), std::string(kCells - full, '.'),
                           static_cast<int>(share * 100));
  }
  absl::StrAppend(&line, articles, " articles, ", failures, " failed");
  return line;
}

bool ProgressBar::IsMilestone(uint64_t done, uint64_t articles) {
  if (total_ > 0) {
    const uint64_t tenths = std::min(done, total_) * 10 / total_;
    return tenths < 10 && std::exchange(tenths_, tenths) != tenths;  // the last tenth is Finish's
  }
  if (articles < next_count_) return false;
  next_count_ *= 10;
  return true;
}

}  // namespace annals
