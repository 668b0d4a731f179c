// What readers of the index share of what they read: entities, the beginnings of their timelines, and events.
#ifndef ANNALS_QUERY_INDEX_INDEX_CACHES_H_
#define ANNALS_QUERY_INDEX_INDEX_CACHES_H_

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "query/events/report_facts.h"
#include "query/index/entity_record.h"
#include "query/index/event_answer.h"
#include "query/index/index_keys.h"
#include "query/index/moment_cache.h"

namespace annals::query {

using EntityCache = MomentCache<EntityNumber, EntityRecord>;
using SharedEntity = EntityCache::Shared;
// By first report.
using EventCache = MomentCache<ReportRef, EventAnswer>;
using SharedEvent = EventCache::Shared;

// Rows of one entity and class, the latest first: each a place and a value behind their sizes, see
// timeline_run.h.
struct TimelineRun {
  std::string rows;
  bool whole = true;  // there are no others
};
// By SpanClass.
struct EntityTimeline {
  std::array<TimelineRun, kSpanClasses> runs;

  // Bytes in memory.
  size_t size() const {
    size_t bytes = sizeof(*this);
    for (const TimelineRun& run : runs) bytes += run.rows.capacity();
    return bytes;
  }
};
using TimelineCache = MomentCache<EntityNumber, EntityTimeline>;
using SharedTimeline = TimelineCache::Shared;

// Some 100 MB. A walk of two hops meets a thousand.
inline constexpr size_t kCachedEntities = 1 << 18;
// Some 200,000 entities of few events.
inline constexpr size_t kCachedTimelineBytes = 64 << 20;
// Some 200,000 events.
inline constexpr size_t kCachedEventBytes = 64 << 20;

// Thread-safe.
struct IndexCaches {
  EntityCache entities{kCachedEntities};
  TimelineCache timelines{kCachedTimelineBytes};
  EventCache events{kCachedEventBytes};
};

// What a batch of entries changed, or may have.
struct ChangedRows {
  std::vector<EntityNumber> entities;  // in their records or their timelines
  std::vector<ReportRef> events;       // by first report
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_CACHES_H_
