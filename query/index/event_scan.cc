#include "query/index/event_scan.h"

#include <algorithm>
#include <utility>

#include "common/errors/errors.h"
#include "common/storage/database.h"
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
  size_t prefix_size = 0;
  RowRanges::Lent range;
  rocksdb::Iterator* rows = nullptr;
  Era era = Era::kPresent;
  bool undated = false;
  bool backward = false;  // through the rows, of which the latest come first
  size_t source = 0;
  EventPosition at;
  DayNumber known_from = 0;  // in the past

  // False where there is no row; a key that does not parse makes `status` not OK.
  bool Settle(absl::Status& status) {
    if (!rows->Valid()) {
      if (!rows->status().ok()) status = FromRocksDb(rows->status());
      return false;
    }
    const absl::string_view key = FromSlice(rows->key());
    if (era == Era::kPast ? ParsePastPosition(key, prefix_size, at, known_from)
                          : ParsePosition(key, prefix_size, at)) {
      return true;
    }
    status = CorruptStorage("index: a timeline key does not parse");
    return false;
  }

  void Advance() { backward ? rows->Prev() : rows->Next(); }
};

EventScan::EventScan(const IndexView& view, const std::vector<EntityRecord>& entities, const ScanRange& range,
                     WorkBudget& budget)
    : range_(range), past_(view.past()), budget_(budget) {
  for (size_t i = 0; i < entities.size(); ++i) OpenEntity(view, entities[i], i);
}

EventScan::EventScan(const IndexView& view, const EntityRecord& entity, const ScanRange& range,
                     WorkBudget& budget)
    : range_(range), past_(view.past()), budget_(budget) {
  OpenEntity(view, entity, 0);
}

EventScan::EventScan(const IndexView& view, const std::vector<v1::EventType>& types, const ScanRange& range,
                     WorkBudget& budget)
    : range_(range), past_(view.past()), budget_(budget) {
  for (size_t i = 0; i < types.size(); ++i) {
    for (int c = 0; c < kSpanClasses; ++c) {
      const auto span_class = static_cast<SpanClass>(c);
      const auto prefix = [&](Era era) { return TypeEventsPrefix(types[i], span_class, era); };
      OpenEras(view, true, true, prefix, span_class, i);
    }
  }
}

EventScan::~EventScan() = default;

void EventScan::OpenEntity(const IndexView& view, const EntityRecord& entity, size_t source) {
  for (int c = 0; c < kSpanClasses; ++c) {
    const auto span_class = static_cast<SpanClass>(c);
    const auto prefix = [&](Era era) { return EntityEventsPrefix(entity.number, span_class, era); };
    OpenEras(view, entity.event_counts[c] > 0, entity.past_classes >> c & 1, prefix, span_class, source);
  }
}

template <typename Prefix>
void EventScan::OpenEras(const IndexView& view, bool present, bool past, const Prefix& prefix,
                         SpanClass span_class, size_t source) {
  if (present) Open(view, Era::kPresent, prefix(Era::kPresent), span_class, source);
  if (past && !past_.present()) Open(view, Era::kPast, prefix(Era::kPast), span_class, source);
}

void EventScan::Open(const IndexView& view, Era era, std::string prefix, SpanClass span_class,
                     size_t source) {
  const bool undated = span_class == SpanClass::kUndated;
  if (undated && (range_.first_day || range_.last_day)) return;
  if (!undated && range_.after && range_.after->day == kUndatedDay) return;
  const bool backward = range_.order == ScanOrder::kOldestFirst;
  const DayNumber reach = range_.first_day ? *range_.first_day - MaxDays(span_class) + 1 : 0;
  std::string lower = !undated && range_.last_day ? DayBound(prefix, *range_.last_day) : prefix;
  std::string upper = !undated && reach > 0 ? DayBound(prefix, reach - 1) : PrefixEnd(prefix);
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
  Cursor cursor{.prefix_size = prefix.size(), .era = era, .undated = undated, .backward = backward};
  cursor.source = source;
  cursor.range = view.Range(std::move(lower), std::move(upper));
  cursor.rows = &cursor.range->rows();
  backward ? cursor.rows->SeekToLast() : cursor.rows->Seek(cursor.range->lower());
  if (cursor.Settle(status_)) cursors_.push_back(std::move(cursor));
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
  absl::string_view value = FromSlice(cursor.rows->value());
  VersionStamp stamp{.known_from = cursor.known_from};
  if (!TakeStamp(cursor.era, cursor.at, value, stamp) || !DecodeHeader(value, header_)) {
    status_ = CorruptStorage("index: a timeline row does not parse");
    return false;
  }
  holds_ = stamp.HoldsAt(past_);
  cursor.Advance();
  if (!cursor.Settle(status_)) cursors_.erase(cursors_.begin() + first);
  return true;
}

}  // namespace annals::query
