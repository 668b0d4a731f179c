// What the entries of the journal change about some events, revision by revision.
#ifndef ANNALS_QUERY_WATCH_EVENT_WATCH_H_
#define ANNALS_QUERY_WATCH_EVENT_WATCH_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "query/index/index.h"
#include "query/timeline/event_selection.h"

namespace annals::query {

// Which events count; `selection.roles` only with an entity.
struct WatchQuery {
  EntityNumber entity = kNoEntity;  // kNoEntity: all
  EventSelection selection;
};

// An event as it is after an entry; a removed one, as it was before. One that does not count any more is
// removed, too.
struct WatchedChange {
  StoredEvent event;
  bool removed = false;
};

// For one thread; the index must outlive it. Holds no view between two calls: who takes changes slowly keeps
// no old rows on disk.
class EventWatch {
 public:
  // Begins with the entry after that revision.
  EventWatch(const Index& index, WatchQuery query, uint64_t after_revision)
      : index_(index), query_(std::move(query)), revision_(after_revision) {}

  // Looks at up to kEventsAtOnce events that the next applied entry changed, and calls `take` for each that
  // counts, with the view of the revision it is read at. Nothing where no entry is left. Errors of the store
  // and of `take`.
  using Take = std::function<absl::Status(const IndexView& view, const WatchedChange& change)>;
  absl::Status Next(const Take& take);
  static constexpr size_t kEventsAtOnce = 256;

  // The last entry whose changes are all through.
  uint64_t revision() const { return revision_; }
  // Whether more is applied.
  bool behind() const { return index_.applied_revision() > revision_; }

 private:
  absl::Status TakeChange(const IndexView& before, const IndexView& after, ReportRef event,
                          const Take& take) const;
  bool Counts(const StoredEvent& event) const;

  const Index& index_;
  const WatchQuery query_;
  uint64_t revision_;
  size_t looked_at_ = 0;  // of the entry after it
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_WATCH_EVENT_WATCH_H_
