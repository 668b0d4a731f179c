// The stored articles of a replicated journal, without texts: a view of its entries on this extractor's own
// disk, for listings. Safe to delete.
#ifndef ANNALS_EXTRACTOR_JOURNAL_CATALOG_H_
#define ANNALS_EXTRACTOR_JOURNAL_CATALOG_H_

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "annals/v1/extractor_service.pb.h"
#include "common/log/journal_log.h"
#include "extractor/journal/journal_rows.h"

namespace annals {

// Thread-safe. Errors: INTERNAL and DATA_LOSS (STORAGE).
class Catalog {
 public:
  // Begins to follow, in a thread of its own. Where the log does not hold the entry that was applied last, it
  // is another log, or one that has lost its end: the view is built anew. `log` outlives it.
  static absl::StatusOr<std::unique_ptr<Catalog>> Open(const std::string& directory, size_t cache_bytes,
                                                       const JournalLog& log);
  ~Catalog();

  // Waits until the view shows that entry; whether it does within `timeout`.
  bool WaitFor(uint64_t revision, absl::Duration timeout) const;

  // See Journal::ListArticles and CountArticles.
  absl::StatusOr<std::vector<v1::ArticleSummary>> Heads(absl::string_view id_prefix,
                                                        absl::string_view after_id, size_t limit) const {
    return rows_->Heads(id_prefix, after_id, limit);
  }
  absl::StatusOr<uint64_t> CountHeads(absl::string_view id_prefix, absl::string_view after_id) const {
    return rows_->CountHeads(id_prefix, after_id);
  }
  std::vector<StoreFigure> store_figures() const { return rows_->store_figures(); }

 private:
  Catalog(std::unique_ptr<JournalRows> rows, const JournalLog& log, uint64_t revision)
      : rows_(std::move(rows)), log_(log), revision_(revision) {}

  void Follow(std::stop_token stop);
  absl::Status FollowOn(std::stop_token stop);
  absl::StatusOr<bool> IsOfThisLog() const;
  absl::Status Apply(const std::vector<v1::JournalEntry>& entries);
  absl::Status Clear();
  uint64_t revision() const;
  void Reach(uint64_t revision);

  const std::unique_ptr<JournalRows> rows_;
  const JournalLog& log_;
  mutable std::mutex mutex_;
  mutable std::condition_variable reached_;
  uint64_t revision_;  // guarded by mutex_
  std::jthread thread_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_JOURNAL_CATALOG_H_
