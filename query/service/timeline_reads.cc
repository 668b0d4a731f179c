#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/entities/entity_lookup.h"
#include "query/entities/entity_parts.h"
#include "query/index/wire_fields.h"
#include "query/service/page_answer.h"
#include "query/service/page_cursor.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"
#include "query/timeline/timeline_buckets.h"

namespace annals::query {
namespace {

using Cursor = std::optional<EventCursor>;

// The entity of the request: on later pages the one the first page was about.
absl::StatusOr<EntityRecord> EntityOf(const IndexView& view, const std::string& name, const Cursor& cursor,
                                      bool& by_id) {
  EntityNumber number = cursor ? cursor->entity : kNoEntity;
  if (!cursor) {
    ANNALS_ASSIGN_OR_RETURN(number, view.FindEntity(name));
    by_id = number != kNoEntity;
    if (!by_id) return LookUpEntity(view, name);
  }
  ANNALS_ASSIGN_OR_RETURN(std::optional<EntityRecord> entity, view.ReadEntity(number));
  if (!entity) return EntityNotFound(name);
  return *std::move(entity);
}

absl::StatusOr<WholeAndParts> SourcesOf(ReadContext& context, const EntityRecord& entity,
                                        const v1::GetTimelineRequest& request) {
  if (request.exclude_parts()) return WholeAndParts{{entity}};
  ANNALS_ASSIGN_OR_RETURN(const auto true_on, CheckTrueOn(request.as_of()));
  return ReadParts(context.view, entity, context.budget, true_on);
}

absl::Status AddBuckets(ReadContext& context, const std::vector<EntityRecord>& sources,
                        const EventSelection& selection, BucketWidth width,
                        v1::GetTimelineResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(const BucketCounts counts,
                          CountBuckets(context.view, sources, selection, width, context.budget));
  for (const auto& [day, count] : counts.by_first_day) {
    v1::TimelineBucketCount& out = *response.add_buckets();
    if (day != kUndatedDay) out.set_start(FormatDayNumber(day));
    out.set_count(count);
  }
  if (counts.truncated) response.set_truncated(true);
  return absl::OkStatus();
}

absl::StatusOr<TimelineQuery> QueryOf(const v1::GetTimelineRequest& request, const Cursor& cursor) {
  const bool newest = request.order() == v1::TIMELINE_ORDER_NEWEST_FIRST;
  TimelineQuery query{.order = newest ? ScanOrder::kNewestFirst : ScanOrder::kOldestFirst};
  ANNALS_ASSIGN_OR_RETURN(query.selection, CheckFilter(request.filter(), request.as_of()));
  if (cursor) query.after = cursor->after;
  ANNALS_ASSIGN_OR_RETURN(query.page_size, CheckSize("page_size", request.page_size(),
                                                     limits::kDefaultEventPage, limits::kMaxEventPage));
  return query;
}

// By which a first page is known again, where it may be: what it shows then changes with the rows it names
// alone.
std::optional<std::string> QuestionOf(const IndexView& view, const v1::GetTimelineRequest& request) {
  const bool plain = request.page_token().empty() && !request.has_as_of() &&
                     request.bucket() == v1::TIMELINE_BUCKET_UNSPECIFIED;
  if (!plain || !view.past().present()) return std::nullopt;
  if (request.min_revision() == 0) return request.SerializeAsString();
  v1::GetTimelineRequest kept = request;
  kept.clear_min_revision();
  return kept.SerializeAsString();
}

std::string NextPageToken(const ReadContext& context, const v1::GetTimelineRequest& request,
                          const Cursor& cursor, const TimelineAnswer& answer) {
  if (!answer.next) return "";
  const uint64_t revision = cursor ? cursor->revision : context.view.revision();
  return EncodeCursor(context.tokens, RequestKey(request),
                      EventCursor{revision, answer.entity, *answer.next});
}

TimelineBytes Again(const ReadContext& context, const v1::GetTimelineRequest& request, SharedAnswer answer) {
  TimelineBytes bytes{std::move(answer), {}};
  const TimelineAnswer& known = *bytes.answer;
  const bool holds = known.revision == context.view.revision();
  bytes.head.set_next_page_token(holds ? known.next_page_token
                                       : NextPageToken(context, request, std::nullopt, known));
  return bytes;
}

// A page read from the index, and what it depends on, where that is known.
absl::StatusOr<std::shared_ptr<TimelineAnswer>> AnswerOf(ReadContext& context,
                                                         const v1::GetTimelineRequest& request,
                                                         const Cursor& cursor, const EntityRecord& entity,
                                                         v1::GetTimelineResponse& head) {
  ANNALS_ASSIGN_OR_RETURN(const WholeAndParts sources, SourcesOf(context, entity, request));
  ANNALS_ASSIGN_OR_RETURN(const TimelineQuery query, QueryOf(request, cursor));
  ANNALS_ASSIGN_OR_RETURN(const TimelinePage page,
                          ReadTimeline(context.view, sources.entities, query, context.budget));
  auto answer = std::make_shared<TimelineAnswer>();
  answer->entity = entity.number;
  answer->next = page.next;
  answer->revision = context.view.revision();
  AppendField(v1::GetTimelineResponse::kEntityFieldNumber, entity.entity.bytes(), answer->bytes);
  PageAnswer rows(context.view, page, sources.entities);
  ANNALS_RETURN_IF_ERROR(rows.AppendTo(v1::GetTimelineResponse::kEventsFieldNumber,
                                       v1::GetTimelineResponse::kEntitiesFieldNumber, answer->bytes));
  answer->next_page_token = NextPageToken(context, request, cursor, *answer);
  head.set_next_page_token(answer->next_page_token);
  head.set_truncated(sources.truncated || page.truncated);
  if (const auto width = BucketWidthOf(request.bucket()); width && !cursor) {
    ANNALS_RETURN_IF_ERROR(AddBuckets(context, sources.entities, query.selection, *width, head));
  }
  // Relations may change without the entity: which parts it has is looked at each time.
  const bool by_its_row = !entity.of_several && context.view.HasNoRelations(entity);
  if (auto places = rows.DependsOn(); places && by_its_row && !head.truncated())
    answer->depends_on = *std::move(places);
  return answer;
}

}  // namespace

absl::Status Check(const v1::GetTimelineRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckName("entity", request.entity()));
  ANNALS_RETURN_IF_ERROR(CheckFilter(request.filter()).status());
  ANNALS_RETURN_IF_ERROR(CheckEnum("order", request.order(), v1::TimelineOrder_IsValid));
  ANNALS_RETURN_IF_ERROR(CheckEnum("bucket", request.bucket(), v1::TimelineBucket_IsValid));
  ANNALS_RETURN_IF_ERROR(CheckSize("page_size", request.page_size(), 1, 1).status());
  return CheckAsOf(request.as_of());
}

absl::StatusOr<TimelineBytes> ReadTimelineBytes(ReadContext& context, const v1::GetTimelineRequest& request) {
  const std::optional<std::string> question = QuestionOf(context.view, request);
  IndexCaches& caches = context.view.caches();
  if (question) {
    SharedAnswer known = caches.FindAnswer(*question, context.view.revision());
    if (known != nullptr) return Again(context, request, std::move(known));
  }
  Cursor cursor;
  if (!request.page_token().empty()) {
    ANNALS_ASSIGN_OR_RETURN(cursor,
                            DecodeEventCursor(context.tokens, RequestKey(request), request.page_token()));
  }
  bool by_id = false;
  ANNALS_ASSIGN_OR_RETURN(const EntityRecord entity, EntityOf(context.view, request.entity(), cursor, by_id));
  TimelineBytes bytes;
  ANNALS_ASSIGN_OR_RETURN(const auto answer, AnswerOf(context, request, cursor, entity, bytes.head));
  if (question && by_id && !answer->depends_on.empty())
    caches.answers.Put(*question, answer->revision, answer);
  bytes.answer = answer;
  return bytes;
}

absl::Status Read(ReadContext& context, const v1::GetTimelineRequest& request,
                  v1::GetTimelineResponse& response) {
  ANNALS_ASSIGN_OR_RETURN(TimelineBytes read, ReadTimelineBytes(context, request));
  response = std::move(read.head);
  if (!response.MergeFromString(read.answer->bytes)) return CorruptStorage("index: an event does not parse");
  return absl::OkStatus();
}

}  // namespace annals::query
