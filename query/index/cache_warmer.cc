#include "query/index/cache_warmer.h"

#include <limits>
#include <vector>

#include "common/limits.h"
#include "common/status_macros.h"
#include "common/storage/database.h"
#include "query/index/event_scan.h"
#include "query/index/index_keys.h"
#include "query/index/timeline_run.h"

namespace annals::query {
namespace {

// A view holds old rows on disk.
constexpr EntityNumber kEntitiesPerView = 256;
constexpr int kRowsPerView = 100000;

constexpr double kFullBlockCache = 0.95;

// A cache of two generations keeps what fits into one.
constexpr size_t Room(size_t capacity) { return capacity / 2; }

// One batch after the other, as far as the caches reach.
class Warming {
 public:
  absl::Status Read(const IndexView& view, const std::vector<EntityNumber>& numbers) {
    ANNALS_ASSIGN_OR_RETURN(const std::vector<SharedEntity> entities, view.ShareEntities(numbers));
    warmed_.entities += entities.size();
    for (const SharedEntity& entity : entities) {
      if (timeline_bytes_ >= Room(kCachedTimelineBytes)) break;
      ANNALS_RETURN_IF_ERROR(ReadTimeline(view, *entity));
    }
    return absl::OkStatus();
  }

  bool Full() const {
    return warmed_.entities >= Room(kCachedEntities) || timeline_bytes_ >= Room(kCachedTimelineBytes);
  }
  const WarmedRows& warmed() const { return warmed_; }

 private:
  absl::Status ReadTimeline(const IndexView& view, const EntityRecord& entity) {
    if (entity.event_count == 0) return absl::OkStatus();
    ANNALS_ASSIGN_OR_RETURN(const SharedTimeline timeline, ShareTimeline(view, entity));
    ++warmed_.timelines;
    timeline_bytes_ += timeline->size();
    if (event_bytes_ >= Room(kCachedEventBytes)) return absl::OkStatus();
    WorkBudget budget(std::numeric_limits<uint64_t>::max());
    EventScan scan(view, entity, {.order = ScanOrder::kNewestFirst}, budget);
    std::vector<IndexView::EventToRead> unread;
    for (int rows = 0; rows < limits::kDefaultEventPage && scan.Next(); ++rows) {
      const ReportRef event = scan.position().event;
      if (view.caches().events.Find(event, view.revision()) == nullptr)
        unread.push_back({event, scan.header().merged});
    }
    ANNALS_RETURN_IF_ERROR(scan.status());
    ANNALS_ASSIGN_OR_RETURN(const std::vector<SharedEvent> events, view.ShareEvents(unread));
    warmed_.events += events.size();
    for (const SharedEvent& event : events) event_bytes_ += event->size();
    return absl::OkStatus();
  }

  WarmedRows warmed_;
  size_t timeline_bytes_ = 0;
  size_t event_bytes_ = 0;
};

// Passes over rows of a table from `first` on; gives where to go on, nothing at the end.
absl::StatusOr<std::string> PassOver(const IndexView& view, std::string first, std::string end) {
  const RowRanges::Lent range = view.Range(std::move(first), std::move(end));
  rocksdb::Iterator& rows = range->rows();
  rows.Seek(range->lower());
  for (int i = 0; i < kRowsPerView && rows.Valid(); ++i) rows.Next();
  ANNALS_RETURN_IF_ERROR(FromRocksDb(rows.status()));
  return rows.Valid() ? rows.key().ToString() : std::string();
}

// What is not in memory is read a block at a time; these tables are small, and nearly every read needs them.
absl::Status KeepBlocks(const Index& index, const std::stop_token& stop) {
  for (const std::string& table : OftenReadTables()) {
    std::string next = table;
    while (!next.empty() && !stop.stop_requested() && index.block_cache_use() < kFullBlockCache) {
      ANNALS_ASSIGN_OR_RETURN(const auto view, index.View());
      ANNALS_ASSIGN_OR_RETURN(next, PassOver(*view, std::move(next), PrefixEnd(table)));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<WarmedRows> WarmCaches(const Index& index, std::stop_token stop) {
  ANNALS_RETURN_IF_ERROR(KeepBlocks(index, stop));
  Warming warming;
  bool more = true;
  for (EntityNumber first = 1; more && !warming.Full() && !stop.stop_requested(); first += kEntitiesPerView) {
    ANNALS_ASSIGN_OR_RETURN(const auto view, index.View());
    std::vector<EntityNumber> numbers;
    for (EntityNumber i = first; i < first + kEntitiesPerView; ++i) numbers.push_back(i);
    ANNALS_RETURN_IF_ERROR(warming.Read(*view, numbers));
    more = first + kEntitiesPerView <= view->meta().last_entity();
  }
  return warming.warmed();
}

}  // namespace annals::query
