// An extractor that reads nothing and stops at a gate where the test wants it to.
#ifndef ANNALS_TESTS_SUPPORT_GATED_EXTRACTOR_H_
#define ANNALS_TESTS_SUPPORT_GATED_EXTRACTOR_H_

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "extractor/extractor.h"

namespace annals {

// Articles whose text begins with "wait" are held until Open(). Thread-safe.
class GatedExtractor final : public Extractor {
 public:
  absl::StatusOr<v1::Extraction> Extract(const v1::Article& article, const ExtractOptions&) const override {
    std::unique_lock lock(mutex_);
    started_.push_back(article.id());
    changed_.notify_all();
    if (article.text().starts_with("wait")) {
      changed_.wait(lock, [&] { return open_; });
    }
    v1::Extraction extraction;
    extraction.set_article_id(article.id());
    extraction.set_lexicon_version(version_);
    return extraction;
  }

  const std::string& lexicon_version() const override { return version_; }
  const std::vector<EventTypeDescription>& event_types() const override { return types_; }

  void Open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

  // Blocks until so many articles were begun; their ids in the order of their beginning.
  std::vector<std::string> WaitForStarted(size_t count) const {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return started_.size() >= count; });
    return started_;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  mutable std::vector<std::string> started_;
  bool open_ = false;
  const std::string version_ = "gate";
  const std::vector<EventTypeDescription> types_;
};

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_GATED_EXTRACTOR_H_
