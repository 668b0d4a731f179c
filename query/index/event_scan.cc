#include "query/index/event_scan.h"

#include <algorithm>
#include <utility>

#include "common/errors/errors.h"
#include "common/storage/database.h"
#include "query/index/version_stamp.h"

namespace annals::query {
namespace {

std::string DayBound(const std::string& prefix, DayNumber day) {
  std::string bound = prefix;
  AppendDay(day, bound);
  return bound;
}

}  // namespace

// The rows of one source and class.
struct EventScan::Cursor {
  std::string prefix;
  std::string lower;
  std::string upper;
  rocksdb::Slice lower_slice;
  rocksdb::Slice upper_slice;
  std::unique_ptr<rocksdb::Iterator> rows;
  Era era = Era::kPresent;
  bool undated = false;
  bool backward = false;
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
    if (era == Era::kPast ? ParsePastPosition(key, prefix.size(), at, known_from)
                          : ParsePosition(key, prefix.size(), at)) {
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
  for (size_t i = 0; i < entities.size(); ++i) {
    for (int c = 0; c < kSpanClasses; ++c) {
      const auto span_class = static_cast<SpanClass>(c);
      const auto prefix = [&](Era era) { return EntityEventsPrefix(entities[i].number, span_class, era); };
      OpenEras(view, entities[i].event_counts[c] > 0, entities[i].past_classes >> c & 1, prefix, span_class,
               i);
    }
  }
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
  auto cursor = std::make_unique<Cursor>();
  cursor->era = era;
  cursor->source = source;
  cursor->undated = undated;
  cursor->backward = range_.order == ScanOrder::kNewestFirst;
  cursor->prefix = std::move(prefix);
  const DayNumber reach = range_.first_day ? *range_.first_day - MaxDays(span_class) + 1 : 0;
  cursor->lower = DayBound(cursor->prefix, undated ? kUndatedDay : std::max(0, reach));
  const bool bounded = !undated && range_.last_day;
  cursor->upper = bounded ? DayBound(cursor->prefix, *range_.last_day + 1) : PrefixEnd(cursor->prefix);
  // What came before is not read again: the position is a bound.
  if (range_.after && undated == (range_.after->day == kUndatedDay)) {
    std::string after = cursor->prefix;
    AppendPosition(*range_.after, after);
    if (cursor->backward) {
      cursor->upper = std::min(cursor->upper, after);
    } else {
      // Of the past there may be several rows at the position: after all of them.
      after = era == Era::kPast ? PrefixEnd(after) : after + '\0';
      cursor->lower = std::max(cursor->lower, after);
    }
  }
  if (cursor->lower >= cursor->upper) return;
  cursor->lower_slice = cursor->lower;
  cursor->upper_slice = cursor->upper;
  cursor->rows = view.NewIterator(&cursor->lower_slice, &cursor->upper_slice);
  cursor->backward ? cursor->rows->SeekToLast() : cursor->rows->SeekToFirst();
  if (cursor->Settle(status_)) cursors_.push_back(std::move(cursor));
}

bool EventScan::Before(const Cursor& a, const Cursor& b) const {
  if (a.at != b.at) return (a.at < b.at) != a.backward;
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
    if (cursors_[i]->undated != undated) continue;
    if (first == cursors_.size() || Before(*cursors_[i], *cursors_[first])) first = i;
  }
  if (first == cursors_.size()) return false;
  if (!budget_.Spend()) {
    truncated_ = true;
    return false;
  }
  Cursor& cursor = *cursors_[first];
  position_ = cursor.at;
  last_seen_ = cursor.at;
  source_ = cursor.source;
  absl::string_view value = FromSlice(cursor.rows->value());
  VersionStamp stamp{.known_from = cursor.known_from};
  if (!TakeStamp(cursor.era, value, stamp) || !DecodeHeader(value, header_)) {
    status_ = CorruptStorage("index: a timeline row does not parse");
    return false;
  }
  holds_ = stamp.HoldsAt(past_);
  cursor.Advance();
  if (!cursor.Settle(status_)) cursors_.erase(cursors_.begin() + first);
  return true;
}

}  // namespace annals::query
