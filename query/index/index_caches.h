// What readers of the index share of what they read: entities, the beginnings of their timelines, events, and
// pages as they are sent.
#ifndef ANNALS_QUERY_INDEX_INDEX_CACHES_H_
#define ANNALS_QUERY_INDEX_INDEX_CACHES_H_

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "query/events/report_facts.h"
#include "query/index/change_stamps.h"
#include "query/index/entity_record.h"
#include "query/index/event_answer.h"
#include "query/index/index_keys.h"
#include "query/index/moment_cache.h"
#include "query/index/timeline_answer.h"

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

// By request.
using AnswerCache = MomentCache<std::string, TimelineAnswer>;
using SharedAnswer = AnswerCache::Shared;

// Of the memory for what is read, more than half is for blocks of the store; the rest is for rows that were
// read. Parts of 45.
inline constexpr size_t kBlockPart = 24;
inline constexpr size_t kEntityPart = 7;  // a walk of two hops meets a thousand
inline constexpr size_t kTimelinePart = 4;
inline constexpr size_t kEventPart = 6;
inline constexpr size_t kAnswerPart = 4;
constexpr size_t PartOf(size_t bytes, size_t part) { return bytes / 45 * part; }

// What a batch of entries changed, or may have.
struct ChangedRows {
  std::vector<EntityNumber> entities;  // in their records or their timelines
  std::vector<ReportRef> events;       // by first report
};

// Thread-safe.
struct IndexCaches {
  EntityCache entities;
  TimelineCache timelines;
  EventCache events;
  AnswerCache answers;
  ChangeStamps stamps;

  // `bytes`: for blocks and all of these.
  explicit IndexCaches(size_t bytes)
      : entities(PartOf(bytes, kEntityPart)),
        timelines(PartOf(bytes, kTimelinePart)),
        events(PartOf(bytes, kEventPart)),
        answers(PartOf(bytes, kAnswerPart)) {}

  // To be called before the changes become visible at `revision`.
  void Forget(const ChangedRows& changed, uint64_t revision) {
    entities.Forget(changed.entities, revision);
    timelines.Forget(changed.entities, revision);
    events.Forget(changed.events, revision);
    stamps.Note(changed.entities, revision);
    stamps.Note(changed.events, revision);
  }

  // Null where nobody asked the same, or what it names may have changed since.
  SharedAnswer FindAnswer(const std::string& request, uint64_t revision) {
    SharedAnswer answer = answers.Find(request, revision);
    if (answer == nullptr || !stamps.ChangedAfter(answer->revision, answer->depends_on)) return answer;
    answers.Forget({request}, 0);
    return nullptr;
  }
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_CACHES_H_
