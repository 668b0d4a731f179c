// Walks the events of several entities, or of several types, as one list in order of time: a merge of their
// rows.
#ifndef ANNALS_QUERY_INDEX_EVENT_SCAN_H_
#define ANNALS_QUERY_INDEX_EVENT_SCAN_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "query/index/event_header.h"
#include "query/index/index_keys.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"

namespace annals::query {

enum class ScanOrder { kOldestFirst, kNewestFirst };

// Which rows, and how.
struct ScanRange {
  ScanOrder order = ScanOrder::kOldestFirst;
  // Only events whose days meet the window; undated ones only where neither end is given.
  std::optional<DayNumber> first_day;
  std::optional<DayNumber> last_day;
  // Goes on after this position.
  std::optional<EventPosition> after;
};

// For one thread; view and budget must outlive it. Dated events by first day, then by report; undated ones
// last in either order. An event that several sources hold comes once for each, next to each other, in the
// order of the sources. Where the view shows a past, the rows of the present and of the past are merged, and
// those that do not hold then are passed over.
class EventScan {
 public:
  // Sources are entities, read before with their counts (empty classes are not opened), or types.
  EventScan(const IndexView& view, const std::vector<EntityRecord>& entities, const ScanRange& range,
            WorkBudget& budget);
  EventScan(const IndexView& view, const EntityRecord& entity, const ScanRange& range, WorkBudget& budget);
  EventScan(const IndexView& view, const std::vector<v1::EventType>& types, const ScanRange& range,
            WorkBudget& budget);
  ~EventScan();

  // Moves to the next event, at first to the first one. Every row looked at is spent from the budget. False
  // at the end, where the budget is spent, or where `status` is not OK.
  bool Next();

  // After Next gave false: the budget was spent; `last_seen` says how far it came, empty where nothing was
  // looked at.
  bool truncated() const { return truncated_; }
  std::optional<EventPosition> last_seen() const { return last_seen_; }

  const EventPosition& position() const { return position_; }
  const EventHeader& header() const { return header_; }
  size_t source() const { return source_; }  // index of the entity or type
  const absl::Status& status() const { return status_; }

 private:
  struct Cursor;

  void OpenEntity(const EntityRecord& entity, size_t source);
  void OpenTypes(const std::vector<v1::EventType>& types);
  // `run`: of these rows, where it may serve.
  void Open(Era era, std::string prefix, SpanClass span_class, size_t source, const TimelineRun* run);
  bool TakeFirst(bool undated);
  bool Before(const Cursor& a, const Cursor& b) const;

  const IndexView& view_;
  ScanRange range_;
  Past past_;
  WorkBudget& budget_;
  std::vector<SharedTimeline> timelines_;  // that cursors walk
  std::vector<Cursor> cursors_;
  bool undated_ = false;  // the dated ones are done
  bool holds_ = false;    // the row just taken, at the view's past
  bool truncated_ = false;
  std::optional<EventPosition> last_seen_;
  EventPosition position_;
  EventHeader header_;
  size_t source_ = 0;
  absl::Status status_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_EVENT_SCAN_H_
