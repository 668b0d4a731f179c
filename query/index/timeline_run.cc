#include "query/index/timeline_run.h"

#include <memory>

#include "common/status_macros.h"
#include "common/storage/database.h"
#include "query/index/varint.h"

namespace annals::query {
namespace {

void AppendBytes(absl::string_view part, std::string& bytes) {
  AppendVarint(part.size(), bytes);
  bytes.append(part.data(), part.size());
}

absl::string_view TakeBytes(absl::string_view& bytes) {
  uint64_t size = 0;
  TakeVarint(bytes, size);
  const absl::string_view part = bytes.substr(0, size);
  bytes.remove_prefix(part.size());
  return part;
}

absl::Status ReadRun(const IndexView& view, std::string prefix, TimelineRun& run) {
  const size_t prefix_size = prefix.size();
  std::string end = PrefixEnd(prefix);
  const RowRanges::Lent range = view.Range(std::move(prefix), std::move(end));
  rocksdb::Iterator& rows = range->rows();
  size_t count = 0;
  for (rows.Seek(range->lower()); rows.Valid() && run.whole; rows.Next()) {
    run.whole = ++count < kRunRows;
    AppendBytes(FromSlice(rows.key()).substr(prefix_size), run.rows);
    AppendBytes(FromSlice(rows.value()), run.rows);
  }
  run.rows.shrink_to_fit();
  return FromRocksDb(rows.status());
}

}  // namespace

absl::StatusOr<SharedTimeline> ShareTimeline(const IndexView& view, const EntityRecord& entity) {
  TimelineCache& known = view.caches().timelines;
  const uint64_t revision = view.meta().applied_revision();
  if (SharedTimeline timeline = known.Find(entity.number, revision)) return timeline;
  auto timeline = std::make_shared<EntityTimeline>();
  for (int c = 0; c < kSpanClasses; ++c) {
    if (entity.event_counts[c] == 0) continue;
    ANNALS_RETURN_IF_ERROR(
        ReadRun(view, EntityEventsPrefix(entity.number, static_cast<SpanClass>(c)), timeline->runs[c]));
  }
  known.Put(entity.number, revision, timeline);
  return SharedTimeline(std::move(timeline));
}

TimelineWalk::TimelineWalk(const TimelineRun& run, absl::string_view lower, std::string upper)
    : rest_(run.rows), upper_(std::move(upper)), goes_on_(!run.whole) {
  do Next();
  while (at_row_ && place_ < lower);
}

void TimelineWalk::Next() {
  at_row_ = !rest_.empty();
  if (!at_row_) return;
  place_ = TakeBytes(rest_);
  value_ = TakeBytes(rest_);
  if (upper_.empty() || place_ < upper_) return;
  at_row_ = goes_on_ = false;
}

}  // namespace annals::query
