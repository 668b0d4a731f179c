// The reads of QueryService: each checks its request, runs and fills the answer. They see no gRPC.
#ifndef ANNALS_QUERY_SERVICE_READS_H_
#define ANNALS_QUERY_SERVICE_READS_H_

#include "absl/status/status.h"
#include "annals/v1/query_service.pb.h"
#include "common/page_token/page_token.h"
#include "query/index/index_caches.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"

namespace annals::query {

// What a read runs on.
struct ReadContext {
  const IndexView& view;
  const PageTokens& tokens;
  WorkBudget& budget;
};

// What is wrong with a request before the index is looked at.
absl::Status Check(const v1::GetEntityRequest& request);
absl::Status Check(const v1::SearchEntitiesRequest& request);
absl::Status Check(const v1::GetEventRequest& request);
absl::Status Check(const v1::ListEventsRequest& request);
absl::Status Check(const v1::GetTimelineRequest& request);
absl::Status Check(const v1::GetNeighborhoodRequest& request);
absl::Status Check(const v1::FindPathsRequest& request);
absl::Status Check(const v1::GetFlowsRequest& request);
absl::Status Check(const v1::GetTenuresRequest& request);

// A page of a timeline as it is sent: the serialised response is the bytes of both. The head's revision is
// the caller's to set.
struct TimelineBytes {
  SharedAnswer answer;  // entity, events and entities
  v1::GetTimelineResponse head;
};
absl::StatusOr<TimelineBytes> ReadTimelineBytes(ReadContext& context, const v1::GetTimelineRequest& request);

// The request has passed Check. `response` is empty; its revision is the caller's to set. Events of
// ListEvents may be in it as bytes (unknown fields): to look at them, parse the serialised response.
absl::Status Read(ReadContext& context, const v1::GetEntityRequest& request, v1::GetEntityResponse& response);
absl::Status Read(ReadContext& context, const v1::SearchEntitiesRequest& request,
                  v1::SearchEntitiesResponse& response);
absl::Status Read(ReadContext& context, const v1::GetEventRequest& request, v1::GetEventResponse& response);
absl::Status Read(ReadContext& context, const v1::ListEventsRequest& request,
                  v1::ListEventsResponse& response);
absl::Status Read(ReadContext& context, const v1::GetTimelineRequest& request,
                  v1::GetTimelineResponse& response);
absl::Status Read(ReadContext& context, const v1::GetNeighborhoodRequest& request,
                  v1::GetNeighborhoodResponse& response);
absl::Status Read(ReadContext& context, const v1::FindPathsRequest& request, v1::FindPathsResponse& response);
absl::Status Read(ReadContext& context, const v1::GetFlowsRequest& request, v1::GetFlowsResponse& response);
absl::Status Read(ReadContext& context, const v1::GetTenuresRequest& request,
                  v1::GetTenuresResponse& response);

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_READS_H_
