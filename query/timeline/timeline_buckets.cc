#include "query/timeline/timeline_buckets.h"

#include "absl/time/civil_time.h"
#include "common/status_macros.h"
#include "query/index/event_scan.h"
#include "query/timeline/part_filter.h"
#include "query/timeline/timeline.h"

namespace annals::query {

DayNumber BucketStart(DayNumber day, BucketWidth width) {
  if (day == kUndatedDay || width == BucketWidth::kDay) return day;
  constexpr absl::CivilDay kDayZero(1, 1, 1);
  const absl::CivilDay civil = kDayZero + day;
  int month = 1;
  if (width == BucketWidth::kMonth) month = civil.month();
  if (width == BucketWidth::kQuarter) month = (civil.month() - 1) / 3 * 3 + 1;
  return static_cast<DayNumber>(absl::CivilDay(civil.year(), month, 1) - kDayZero);
}

absl::StatusOr<BucketCounts> CountBuckets(const IndexView& view, const std::vector<EntityRecord>& entities,
                                          const EventSelection& selection, BucketWidth width,
                                          WorkBudget& budget) {
  BucketCounts counts;
  EventScan scan(view, entities, RangeOf(selection, ScanOrder::kOldestFirst, std::nullopt), budget);
  const PartFilter parts(entities);
  EventPosition last{-1, {}};
  while (scan.Next()) {
    if (scan.position() == last || !selection.Accepts(scan.position(), scan.header())) continue;
    if (!parts.AdmitsAt(scan.source(), scan.header())) continue;
    last = scan.position();
    ++counts.by_first_day[BucketStart(last.day, width)];
  }
  ANNALS_RETURN_IF_ERROR(scan.status());
  counts.truncated = scan.truncated();
  return counts;
}

}  // namespace annals::query
