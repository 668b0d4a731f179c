#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/entities/entity_parts.h"
#include "query/index/wire_fields.h"
#include "query/service/answer_parts.h"
#include "query/service/page_cursor.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"
#include "query/timeline/timeline.h"
#include "query/timeline/timeline_buckets.h"

namespace annals::query {
namespace {

// The rows of a page and the entities they name, into a response with `events` and `entities`; `sources[0]`
// is the entity asked for, the others its parts.
template <typename Response>
class PageAnswer {
 public:
  PageAnswer(const IndexView& view, const TimelinePage& page, const std::vector<EntityRecord>& sources,
             Response& response)
      : view_(view), page_(page), sources_(sources), entities_(view), response_(response) {}

  absl::Status Fill() {
    for (const TimelineRow& row : page_.rows) {
      if (const EntityRecord* part = PartOf(row)) entities_.Know(*part);
    }
    return view_.past().present() ? AddStoredRows() : AddPastRows();
  }

 private:
  const EntityRecord* PartOf(const TimelineRow& row) const {
    return row.source > 0 && row.source < sources_.size() ? &sources_[row.source] : nullptr;
  }

  std::vector<IndexView::EventToRead> Events() const {
    std::vector<IndexView::EventToRead> events;
    for (const TimelineRow& row : page_.rows) events.push_back(row.event);
    return events;
  }

  // As bytes: the response has them among the fields it does not know, and a client's has them as `events`
  // and `entities`.
  absl::Status AddStoredRows() {
    ANNALS_ASSIGN_OR_RETURN(const std::vector<SharedEvent> events, view_.ShareEvents(Events()));
    for (const SharedEvent& event : events) {
      for (EntityNumber number : event->entities) entities_.Note(number);
    }
    ANNALS_RETURN_IF_ERROR(entities_.Read());
    auto& fields = *response_.GetReflection()->MutableUnknownFields(&response_);
    for (size_t i = 0; i < events.size(); ++i) {
      std::string& row = *fields.AddLengthDelimited(Response::kEventsFieldNumber);
      row = events[i]->row;
      if (const EntityRecord* part = PartOf(page_.rows[i]))
        AppendField(v1::EventRow::kViaEntityIdFieldNumber, part->entity.id(), row);
    }
    entities_.AppendTo(Response::kEntitiesFieldNumber, fields);
    return absl::OkStatus();
  }

  absl::Status AddPastRows() {
    ANNALS_ASSIGN_OR_RETURN(const std::vector<StoredEvent> events, view_.ReadEvents(Events()));
    for (const StoredEvent& event : events) entities_.Note(event.told);
    ANNALS_RETURN_IF_ERROR(entities_.Read());
    for (size_t i = 0; i < events.size(); ++i) {
      v1::EventRow& out = *response_.add_events();
      *out.mutable_event() = ToEvent(events[i], entities_);
      for (const std::string& id : events[i].article_ids) out.add_article_ids(id);
      if (const EntityRecord* part = PartOf(page_.rows[i])) out.set_via_entity_id(part->entity.id());
    }
    entities_.AppendTo(*response_.mutable_entities());
    return absl::OkStatus();
  }

  const IndexView& view_;
  const TimelinePage& page_;
  const std::vector<EntityRecord>& sources_;
  AnswerEntities entities_;
  Response& response_;
};

// The entity of the request: on later pages the one the first page was about.
absl::StatusOr<EntityRecord> EntityOf(const IndexView& view, const std::string& name,
                                      const std::optional<EventCursor>& cursor) {
  if (!cursor) return LookUpEntity(view, name);
  ANNALS_ASSIGN_OR_RETURN(std::optional<EntityRecord> entity, view.ReadEntity(cursor->entity));
  if (!entity) return EntityNotFound(name);
  return *std::move(entity);
}

absl::StatusOr<WholeAndParts> SourcesOf(ReadContext& context, const EntityRecord& entity,
                                        const v1::GetTimelineRequest& request) {
  if (request.exclude_parts()) return WholeAndParts{{entity}};
  ANNALS_ASSIGN_OR_RETURN(const auto true_on, CheckTrueOn(request.as_of()));
  return ReadParts(context.view, entity, context.budget, true_on);
}

BucketWidth WidthOf(v1::TimelineBucket bucket) {
  switch (bucket) {
    case v1::TIMELINE_BUCKET_DAY:
      return BucketWidth::kDay;
    case v1::TIMELINE_BUCKET_MONTH:
      return BucketWidth::kMonth;
    case v1::TIMELINE_BUCKET_QUARTER:
      return BucketWidth::kQuarter;
    default:
      return BucketWidth::kYear;
  }
}

absl::Status AddBuckets(ReadContext& context, const std::vector<EntityRecord>& sources,
                        const EventSelection& selection, v1::TimelineBucket bucket,
                        v1::GetTimelineResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const BucketCounts counts,
                          CountBuckets(context.view, sources, selection, WidthOf(bucket), context.budget));
  for (const auto& [day, count] : counts.by_first_day) {
    v1::TimelineBucketCount& out = *response.add_buckets();
    if (day != kUndatedDay) out.set_start(FormatDayNumber(day));
    out.set_count(count);
  }
  if (counts.truncated) response.set_truncated(true);
  return absl::OkStatus();
}

}  // namespace

absl::Status Check(const v1::ListEventsRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckFilter(request.filter()).status());
  ANNALS_RETURN_IF_ERROR(CheckSize("page_size", request.page_size(), 1, 1).status());
  return CheckAsOf(request.as_of());
}

absl::Status Read(ReadContext& context, const v1::ListEventsRequest& request,
                  v1::ListEventsResponse& response) {
  const std::string key = RequestKey(request);
  ANNALS_ASSIGN_OR_RETURN(const auto cursor, DecodeEventCursor(context.tokens, key, request.page_token()));
  TimelineQuery query{.order = ScanOrder::kNewestFirst};
  ANNALS_ASSIGN_OR_RETURN(query.selection, CheckFilter(request.filter(), request.as_of()));
  query.selection.roles.reset();
  if (cursor) query.after = cursor->after;
  ANNALS_ASSIGN_OR_RETURN(query.page_size, CheckSize("page_size", request.page_size(),
                                                     limits::kDefaultEventPage, limits::kMaxEventPage));
  ANNALS_ASSIGN_OR_RETURN(const TimelinePage page, ReadAllEvents(context.view, query, context.budget));
  if (page.next) {
    const uint64_t revision = cursor ? cursor->revision : context.view.revision();
    response.set_next_page_token(
        EncodeCursor(context.tokens, key, EventCursor{revision, kNoEntity, *page.next}));
  }
  const std::vector<EntityRecord> no_sources;
  return PageAnswer(context.view, page, no_sources, response).Fill();
}

absl::Status Check(const v1::GetTimelineRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckName("entity", request.entity()));
  ANNALS_RETURN_IF_ERROR(CheckFilter(request.filter()).status());
  ANNALS_RETURN_IF_ERROR(CheckEnum("order", request.order(), v1::TimelineOrder_IsValid));
  ANNALS_RETURN_IF_ERROR(CheckEnum("bucket", request.bucket(), v1::TimelineBucket_IsValid));
  ANNALS_RETURN_IF_ERROR(CheckSize("page_size", request.page_size(), 1, 1).status());
  return CheckAsOf(request.as_of());
}

absl::Status Read(ReadContext& context, const v1::GetTimelineRequest& request,
                  v1::GetTimelineResponse& response) {
  const std::string key = RequestKey(request);
  ANNALS_ASSIGN_OR_RETURN(const auto cursor, DecodeEventCursor(context.tokens, key, request.page_token()));
  ANNALS_ASSIGN_OR_RETURN(const EntityRecord entity, EntityOf(context.view, request.entity(), cursor));
  ANNALS_ASSIGN_OR_RETURN(const WholeAndParts sources, SourcesOf(context, entity, request));
  const bool newest = request.order() == v1::TIMELINE_ORDER_NEWEST_FIRST;
  TimelineQuery query{.order = newest ? ScanOrder::kNewestFirst : ScanOrder::kOldestFirst};
  ANNALS_ASSIGN_OR_RETURN(query.selection, CheckFilter(request.filter(), request.as_of()));
  if (cursor) query.after = cursor->after;
  ANNALS_ASSIGN_OR_RETURN(query.page_size, CheckSize("page_size", request.page_size(),
                                                     limits::kDefaultEventPage, limits::kMaxEventPage));
  ANNALS_ASSIGN_OR_RETURN(const TimelinePage page,
                          ReadTimeline(context.view, sources.entities, query, context.budget));
  *response.mutable_entity() = entity.entity;
  response.set_truncated(sources.truncated || page.truncated);
  if (page.next) {
    const uint64_t revision = cursor ? cursor->revision : context.view.revision();
    response.set_next_page_token(
        EncodeCursor(context.tokens, key, EventCursor{revision, entity.number, *page.next}));
  }
  if (!cursor && request.bucket() != v1::TIMELINE_BUCKET_UNSPECIFIED) {
    ANNALS_RETURN_IF_ERROR(
        AddBuckets(context, sources.entities, query.selection, request.bucket(), response));
  }
  return PageAnswer(context.view, page, sources.entities, response).Fill();
}

}  // namespace annals::query
