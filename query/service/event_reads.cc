#include <algorithm>

#include "absl/strings/numbers.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/entities/entity_parts.h"
#include "query/service/answer_parts.h"
#include "query/service/page_cursor.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"
#include "query/timeline/timeline.h"
#include "query/timeline/timeline_buckets.h"

namespace annals::query {
namespace {

// One article's account with what is known of the article.
absl::StatusOr<v1::EventReport> ReadReport(const IndexView& view, ReportRef ref, AnswerEntities& entities,
                                           ResolvedEvent& told) {
  ANNALS_ASSIGN_OR_RETURN(const auto report, view.ReadReport(ref));
  if (!report) return CorruptStorage("index: a report is missing");
  ANNALS_ASSIGN_OR_RETURN(const auto article, view.ReadArticle(report->article_id()));
  if (!article) return CorruptStorage("index: an article is missing");
  v1::EventReport out;
  out.set_article_id(report->article_id());
  out.set_source(article->article().source());
  out.set_title(article->article().title());
  out.set_published_at(article->article().published_at());
  out.set_revision(article->revision());
  told = {report->event(), {report->numbers().begin(), report->numbers().end()}};
  told.numbers.resize(told.event.arguments_size());
  entities.Note(told);
  return out;
}

// Unknown days last; then as they came.
bool Earlier(const v1::EventReport& a, const v1::EventReport& b) {
  const auto day = [](const v1::EventReport& report) {
    return ParseDayNumber(report.published_at()).value_or(kLastDay + 1);
  };
  return std::make_pair(day(a), a.revision()) < std::make_pair(day(b), b.revision());
}

absl::Status AddReports(ReadContext& context, const StoredEvent& event, v1::GetEventResponse& response) {
  AnswerEntities entities(context.view);
  entities.Note(event.told);
  std::vector<v1::EventReport> reports;
  std::vector<ResolvedEvent> told(event.reports.size());
  for (size_t i = 0; i < event.reports.size(); ++i) {
    if (!context.budget.Spend()) break;
    ANNALS_ASSIGN_OR_RETURN(v1::EventReport report,
                            ReadReport(context.view, event.reports[i], entities, told[i]));
    reports.push_back(std::move(report));
  }
  ANNALS_RETURN_IF_ERROR(context.budget.status());
  ANNALS_RETURN_IF_ERROR(entities.Read());
  for (size_t i = 0; i < reports.size(); ++i) *reports[i].mutable_event() = ToEvent(told[i], entities);
  std::stable_sort(reports.begin(), reports.end(), Earlier);
  *response.mutable_record()->mutable_event() = ToEvent(event, entities);
  for (v1::EventReport& report : reports) *response.mutable_record()->add_reports() = std::move(report);
  entities.AppendTo(*response.mutable_entities());
  return absl::OkStatus();
}

// Rows and the entities they name; `sources[0]` is the entity asked for, the others its parts.
absl::Status AddRows(const IndexView& view, const TimelinePage& page,
                     const std::vector<EntityRecord>& sources,
                     google::protobuf::RepeatedPtrField<v1::EventRow>& rows,
                     google::protobuf::RepeatedPtrField<v1::Entity>& named) {
  AnswerEntities entities(view);
  for (const TimelineRow& row : page.rows) {
    entities.Note(row.event.told);
    if (row.source > 0 && row.source < sources.size()) entities.Know(sources[row.source]);
  }
  ANNALS_RETURN_IF_ERROR(entities.Read());
  for (const TimelineRow& row : page.rows) {
    v1::EventRow& out = *rows.Add();
    *out.mutable_event() = ToEvent(row.event, entities);
    for (const std::string& id : row.event.article_ids) out.add_article_ids(id);
    if (row.source > 0 && row.source < sources.size()) out.set_via_entity_id(sources[row.source].entity.id());
  }
  entities.AppendTo(named);
  return absl::OkStatus();
}

// The entity of the request: on later pages the one the first page was about.
absl::StatusOr<EntityRecord> EntityOf(const IndexView& view, const std::string& name,
                                      const std::optional<EventCursor>& cursor) {
  if (!cursor) return LookUpEntity(view, name);
  ANNALS_ASSIGN_OR_RETURN(std::optional<EntityRecord> entity, view.ReadEntity(cursor->entity));
  if (!entity) return EntityNotFound(name);
  return *std::move(entity);
}

absl::StatusOr<WholeAndParts> SourcesOf(ReadContext& context, const EntityRecord& entity,
                                        bool exclude_parts) {
  if (exclude_parts) return WholeAndParts{{entity}};
  return ReadParts(context.view, entity, context.budget);
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

absl::Status Check(const v1::GetEventRequest& request) {
  if (request.event_id().empty()) return InvalidField("event_id", "must not be empty");
  if (request.event_id().size() > limits::kEventIdBytes) {
    return FieldTooLarge("event_id", request.event_id().size(), limits::kEventIdBytes);
  }
  return absl::OkStatus();
}

absl::Status Read(ReadContext& context, const v1::GetEventRequest& request, v1::GetEventResponse& response) {
  EventId id;
  if (!ParseEventId(request.event_id(), id)) return EventNotFound(request.event_id());
  ANNALS_ASSIGN_OR_RETURN(const auto report, context.view.ReadReport(id.report));
  if (!report || !MadeOf(id, *report)) return EventNotFound(request.event_id());
  ANNALS_ASSIGN_OR_RETURN(const std::optional<StoredEvent> event, context.view.ReadEvent(id.report));
  if (!event) return CorruptStorage("index: an event is missing");
  return AddReports(context, *event, response);
}

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
  ANNALS_ASSIGN_OR_RETURN(query.selection, CheckFilter(request.filter()));
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
  return AddRows(context.view, page, {}, *response.mutable_events(), *response.mutable_entities());
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
  ANNALS_ASSIGN_OR_RETURN(const WholeAndParts sources, SourcesOf(context, entity, request.exclude_parts()));
  const bool newest = request.order() == v1::TIMELINE_ORDER_NEWEST_FIRST;
  TimelineQuery query{.order = newest ? ScanOrder::kNewestFirst : ScanOrder::kOldestFirst};
  ANNALS_ASSIGN_OR_RETURN(query.selection, CheckFilter(request.filter()));
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
  return AddRows(context.view, page, sources.entities, *response.mutable_events(),
                 *response.mutable_entities());
}

}  // namespace annals::query
