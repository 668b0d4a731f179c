#include "query/index/event_scan.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/storage/database.h"
#include "query/index/timeline_run.h"
#include "query/index/version_stamp.h"

namespace annals::query {
namespace {

// Rows are in order of descending positions: from the last day to before those of the first.
std::string DayBound(const std::string& prefix, DayNumber day) {
  std::string bound = prefix;
  AppendPositionDay(day, bound);
  return bound;
}

}  // namespace

// The rows of one source and class.
struct EventScan::Cursor {
  std::string prefix;
  std::string lower;
  std::string upper;
  TimelineWalk walk;  // before the rows of the store
  RowRanges::Lent range;
  rocksdb::Iterator* rows = nullptr;  // null: not opened
  Era era = Era::kPresent;
  bool undated = false;
  bool backward = false;  // through the rows, of which the latest come first
  size_t source = 0;
  EventPosition at;
  DayNumber known_from = 0;  // in the past

  void OpenRows(const IndexView& view) {
    range = view.Range(std::move(lower), std::move(upper));
    rows = &range->rows();
    backward ? rows->SeekToLast() : rows->Seek(range->lower());
  }

  // False where there is no row; a key that does not parse makes `status` not OK.
  bool Settle(const IndexView& view, absl::Status& status) {
    if (rows == nullptr && !walk.AtRow()) {
      if (!walk.GoesOn()) return false;
      const std::string after = absl::StrCat(prefix, walk.place(), absl::string_view("\0", 1));
      lower = std::max(lower, after);
      OpenRows(view);
    }
    if (rows != nullptr && !rows->Valid()) {
      if (!rows->status().ok()) status = FromRocksDb(rows->status());
      return false;
    }
    if (era == Era::kPast ? ParsePastPosition(place(), 0, at, known_from) : ParsePosition(place(), 0, at))
      return true;
    status = CorruptStorage("index: a timeline key does not parse");
    return false;
  }

  absl::string_view place() const {
    return rows == nullptr ? walk.place() : FromSlice(rows->key()).substr(prefix.size());
  }
  absl::string_view value() const { return rows == nullptr ? walk.value() : FromSlice(rows->value()); }

  void Advance() {
    if (rows == nullptr) return walk.Next();
    backward ? rows->Prev() : rows->Next();
  }
};

EventScan::EventScan(const IndexView& view, const std::vector<EntityRecord>& entities, const ScanRange& range,
                     WorkBudget& budget)
    : view_(view), range_(range), past_(view.past()), budget_(budget) {
  for (size_t i = 0; i < entities.size(); ++i) OpenEntity(entities[i], i);
}

EventScan::EventScan(const IndexView& view, const EntityRecord& entity, const ScanRange& range,
                     WorkBudget& budget)
    : view_(view), range_(range), past_(view.past()), budget_(budget) {
  OpenEntity(entity, 0);
}

EventScan::EventScan(const IndexView& view, const std::vector<v1::EventType>& types, const ScanRange& range,
                     WorkBudget& budget)
    : view_(view), range_(range), past_(view.past()), budget_(budget) {
  OpenTypes(types);
}

EventScan::~EventScan() = default;

void EventScan::OpenEntity(const EntityRecord& entity, size_t source) {
  const EntityTimeline* timeline = nullptr;
  if (past_.present() && range_.order == ScanOrder::kNewestFirst) {
    absl::StatusOr<SharedTimeline> shared = ShareTimeline(view_, entity);
    if (!shared.ok()) return status_.Update(shared.status());
    timelines_.push_back(*std::move(shared));
    timeline = timelines_.back().get();
  }
  for (int c = 0; c < kSpanClasses; ++c) {
    const auto span_class = static_cast<SpanClass>(c);
    const TimelineRun* const run = timeline == nullptr ? nullptr : &timeline->runs[c];
    if (entity.event_counts[c] > 0)
      Open(Era::kPresent, EntityEventsPrefix(entity.number, span_class), span_class, source, run);
    if ((entity.past_classes >> c & 1) != 0 && !past_.present())
      Open(Era::kPast, EntityEventsPrefix(entity.number, span_class, Era::kPast), span_class, source,
           nullptr);
  }
}

void EventScan::OpenTypes(const std::vector<v1::EventType>& types) {
  for (size_t i = 0; i < types.size(); ++i) {
    for (int c = 0; c < kSpanClasses; ++c) {
      const auto span_class = static_cast<SpanClass>(c);
      for (Era era : kEras) {
        if (era == Era::kPast && past_.present()) continue;
        Open(era, TypeEventsPrefix(types[i], span_class, era), span_class, i, nullptr);
      }
    }
  }
}

void EventScan::Open(Era era, std::string prefix, SpanClass span_class, size_t source,
                     const TimelineRun* run) {
  const bool undated = span_class == SpanClass::kUndated;
  if (undated && (range_.first_day || range_.last_day)) return;
  if (!undated && range_.after && range_.after->day == kUndatedDay) return;
  const bool backward = range_.order == ScanOrder::kOldestFirst;
  const DayNumber reach = range_.first_day ? *range_.first_day - MaxDays(span_class) + 1 : 0;
  std::string lower = !undated && range_.last_day ? DayBound(prefix, *range_.last_day) : prefix;
  const std::string end = PrefixEnd(prefix);
  std::string upper = !undated && reach > 0 ? DayBound(prefix, reach - 1) : end;
  // What came before is not read again: the position is a bound.
  if (range_.after && undated == (range_.after->day == kUndatedDay)) {
    std::string after = prefix;
    AppendPosition(*range_.after, after);
    // Of the past there may be several rows at the position: after all of them.
    if (backward) {
      upper = std::min(upper, after);
    } else {
      lower = std::max(lower, era == Era::kPast ? PrefixEnd(after) : after + '\0');
    }
  }
  if (lower >= upper) return;
  Cursor cursor{.prefix = std::move(prefix), .lower = std::move(lower), .upper = std::move(upper)};
  cursor.era = era;
  cursor.undated = undated;
  cursor.backward = backward;
  cursor.source = source;
  if (run != nullptr) {
    const size_t size = cursor.prefix.size();
    cursor.walk = TimelineWalk(*run, absl::string_view(cursor.lower).substr(size),
                               cursor.upper == end ? "" : cursor.upper.substr(size));
  } else {
    cursor.OpenRows(view_);
  }
  if (cursor.Settle(view_, status_)) cursors_.push_back(std::move(cursor));
}

bool EventScan::Before(const Cursor& a, const Cursor& b) const {
  if (a.at != b.at) return (a.at < b.at) == a.backward;
  return a.source < b.source;
}

bool EventScan::Next() {
  while (status_.ok() && !truncated_) {
    if (!TakeFirst(undated_)) {
      if (undated_ || truncated_) break;
      undated_ = true;
      continue;
    }
    // A wide event may begin long before the window and end before it, too.
    const bool ends_early = range_.first_day && position_.day + header_.days - 1 < *range_.first_day;
    if (holds_ && !ends_early) return true;
  }
  if (status_.ok()) status_ = budget_.status();
  return false;
}

// Takes the row that comes first among the dated, or the undated, cursors.
bool EventScan::TakeFirst(bool undated) {
  size_t first = cursors_.size();
  for (size_t i = 0; i < cursors_.size(); ++i) {
    if (cursors_[i].undated != undated) continue;
    if (first == cursors_.size() || Before(cursors_[i], cursors_[first])) first = i;
  }
  if (first == cursors_.size()) return false;
  if (!budget_.Spend()) {
    truncated_ = true;
    return false;
  }
  Cursor& cursor = cursors_[first];
  position_ = cursor.at;
  last_seen_ = cursor.at;
  source_ = cursor.source;
  absl::string_view value = cursor.value();
  VersionStamp stamp{.known_from = cursor.known_from};
  if (!TakeStamp(cursor.era, cursor.at, value, stamp) || !DecodeHeader(value, header_)) {
    status_ = CorruptStorage("index: a timeline row does not parse");
    return false;
  }
  holds_ = stamp.HoldsAt(past_);
  cursor.Advance();
  if (!cursor.Settle(view_, status_)) cursors_.erase(cursors_.begin() + first);
  return true;
}

}  // namespace annals::query
