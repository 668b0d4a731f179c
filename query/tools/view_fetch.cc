#include "query/tools/view_fetch.h"

#include <algorithm>
#include <utility>

#include "common/status_macros.h"

namespace annals {

absl::StatusOr<v1::GetTimelineResponse> FetchTimeline(v1::GetTimelineRequest request, int limit,
                                                      QueryClient& client) {
  ANNALS_ASSIGN_OR_RETURN(v1::GetTimelineResponse timeline, client.GetTimeline(request));
  while (!timeline.next_page_token().empty() && timeline.events_size() < limit) {
    request.set_page_token(timeline.next_page_token());
    request.set_page_size(std::min(request.page_size(), limit - timeline.events_size()));
    ANNALS_ASSIGN_OR_RETURN(const v1::GetTimelineResponse page, client.GetTimeline(request));
    timeline.mutable_events()->MergeFrom(page.events());
    timeline.mutable_entities()->MergeFrom(page.entities());
    timeline.set_truncated(timeline.truncated() || page.truncated());
    timeline.set_next_page_token(page.next_page_token());
  }
  if (!timeline.next_page_token().empty()) timeline.set_truncated(true);
  timeline.clear_next_page_token();
  return timeline;
}

absl::StatusOr<TimelineAnswer> FetchTimelineAnswer(const v1::GetTimelineRequest& request, int limit,
                                                   bool with_records, QueryClient& client) {
  TimelineAnswer answer;
  ANNALS_ASSIGN_OR_RETURN(answer.timeline, FetchTimeline(request, limit, client));
  answer.bucket = request.bucket();
  if (!with_records) return answer;
  for (const v1::EventRow& row : answer.timeline.events()) {
    v1::GetEventRequest event;
    event.set_event_id(row.event().id());
    if (request.has_as_of()) *event.mutable_as_of() = request.as_of();
    auto response = client.GetEvent(event);
    if (response.ok()) answer.records[row.event().id()] = std::move(*response->mutable_record());
  }
  return answer;
}

absl::StatusOr<v1::GetTenuresResponse> FetchTenures(v1::GetTenuresRequest request, int limit,
                                                    QueryClient& client) {
  ANNALS_ASSIGN_OR_RETURN(v1::GetTenuresResponse tenures, client.GetTenures(request));
  while (!tenures.next_page_token().empty() && tenures.tenures_size() < limit) {
    request.set_page_token(tenures.next_page_token());
    request.set_page_size(std::min(request.page_size(), limit - tenures.tenures_size()));
    ANNALS_ASSIGN_OR_RETURN(const v1::GetTenuresResponse page, client.GetTenures(request));
    tenures.mutable_tenures()->MergeFrom(page.tenures());
    tenures.mutable_entities()->MergeFrom(page.entities());
    tenures.set_next_page_token(page.next_page_token());
  }
  return tenures;
}

}  // namespace annals
