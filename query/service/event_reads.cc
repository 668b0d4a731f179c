#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/service/page_answer.h"
#include "query/service/page_cursor.h"
#include "query/service/reads.h"
#include "query/service/request_checks.h"

namespace annals::query {

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
  std::string rows;
  ANNALS_RETURN_IF_ERROR(PageAnswer(context.view, page, no_sources)
                             .AppendTo(v1::ListEventsResponse::kEventsFieldNumber,
                                       v1::ListEventsResponse::kEntitiesFieldNumber, rows));
  // As bytes: the response has them among the fields it does not know, and a client's has them as `events`
  // and `entities`.
  if (!response.GetReflection()->MutableUnknownFields(&response)->ParseFromString(rows))
    return CorruptStorage("index: an event does not parse");
  return absl::OkStatus();
}

}  // namespace annals::query
