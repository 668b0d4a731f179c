#include "query/index/cache_warmer.h"

#include <algorithm>
#include <limits>
#include <utility>
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

// One batch after the other, as far as the caches reach.
class Warming {
 public:
  absl::Status Read(const IndexView& view, const std::vector<EntityNumber>& numbers) {
    ANNALS_ASSIGN_OR_RETURN(const std::vector<SharedEntity> entities, view.ShareEntities(numbers));
    warmed_.entities += entities.size();
    for (const SharedEntity& entity : entities) ANNALS_RETURN_IF_ERROR(ReadTimeline(view, *entity));
    return absl::OkStatus();
  }

  const WarmedRows& warmed() const { return warmed_; }

 private:
  absl::Status ReadTimeline(const IndexView& view, const EntityRecord& entity) {
    if (entity.event_count == 0) return absl::OkStatus();
    ANNALS_ASSIGN_OR_RETURN(const SharedTimeline timeline, ShareTimeline(view, entity));
    ++warmed_.timelines;
    if (view.caches().events.HoldsAGeneration()) return absl::OkStatus();
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
    return absl::OkStatus();
  }

  WarmedRows warmed_;
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

// All entities, those of the most edges first.
absl::StatusOr<std::vector<EntityNumber>> MostConnectedFirst(const Index& index,
                                                             const std::stop_token& stop) {
  std::vector<std::pair<uint64_t, EntityNumber>> entities;
  bool more = true;
  for (EntityNumber first = 1; more && !stop.stop_requested(); first += kEntitiesPerView) {
    ANNALS_ASSIGN_OR_RETURN(const auto view, index.View());
    ANNALS_ASSIGN_OR_RETURN(const std::vector<uint64_t> degrees, view->ReadDegrees(first, kEntitiesPerView));
    for (size_t i = 0; i < degrees.size(); ++i) entities.emplace_back(degrees[i], first + i);
    more = first + kEntitiesPerView <= view->meta().last_entity();
  }
  std::sort(entities.begin(), entities.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<EntityNumber> numbers;
  numbers.reserve(entities.size());
  for (const auto& [degree, number] : entities) numbers.push_back(number);
  return numbers;
}

}  // namespace

absl::StatusOr<WarmedRows> WarmCaches(const Index& index, std::stop_token stop) {
  ANNALS_RETURN_IF_ERROR(KeepBlocks(index, stop));
  ANNALS_ASSIGN_OR_RETURN(const std::vector<EntityNumber> entities, MostConnectedFirst(index, stop));
  Warming warming;
  for (size_t i = 0; i < entities.size() && !stop.stop_requested(); i += kEntitiesPerView) {
    ANNALS_ASSIGN_OR_RETURN(const auto view, index.View());
    if (view->caches().timelines.HoldsAGeneration() || view->caches().entities.HoldsAGeneration()) break;
    const size_t end = std::min(entities.size(), i + kEntitiesPerView);
    ANNALS_RETURN_IF_ERROR(warming.Read(*view, {entities.begin() + i, entities.begin() + end}));
  }
  return warming.warmed();
}

}  // namespace annals::query
