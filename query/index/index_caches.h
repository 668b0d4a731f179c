// What readers of the index share of what they read: entities and events.
#ifndef ANNALS_QUERY_INDEX_INDEX_CACHES_H_
#define ANNALS_QUERY_INDEX_INDEX_CACHES_H_

#include <cstddef>

#include "query/events/report_facts.h"
#include "query/index/entity_record.h"
#include "query/index/event_answer.h"
#include "query/index/moment_cache.h"

namespace annals::query {

using EntityCache = MomentCache<EntityNumber, EntityRecord>;
using SharedEntity = EntityCache::Shared;
// By first report.
using EventCache = MomentCache<ReportRef, EventAnswer>;
using SharedEvent = EventCache::Shared;

// Some 100 MB. A walk of two hops meets a thousand.
inline constexpr size_t kCachedEntities = 1 << 18;
// Some 200,000 events.
inline constexpr size_t kCachedEventBytes = 64 << 20;

// Thread-safe.
struct IndexCaches {
  EntityCache entities{kCachedEntities};
  EventCache events{kCachedEventBytes};
};

// What a batch of entries changed, or may have.
struct ChangedRows {
  std::vector<EntityNumber> entities;
  std::vector<ReportRef> events;  // by first report
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_CACHES_H_
