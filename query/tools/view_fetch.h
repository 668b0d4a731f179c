// Whole answers of the service: all pages, and what else a view shows.
#ifndef ANNALS_QUERY_TOOLS_VIEW_FETCH_H_
#define ANNALS_QUERY_TOOLS_VIEW_FETCH_H_

#include "absl/status/statusor.h"
#include "query/tools/query_client.h"
#include "query/tools/timeline_view.h"

namespace annals {

// All pages up to `limit` events as one answer, without a page token; `truncated` where there are more.
// Errors are the service's.
absl::StatusOr<v1::GetTimelineResponse> FetchTimeline(v1::GetTimelineRequest request, int limit,
                                                      QueryClient& client);

// With the records of its events, as of the same past, where asked for. An event that went away in between
// has none.
absl::StatusOr<TimelineAnswer> FetchTimelineAnswer(const v1::GetTimelineRequest& request, int limit,
                                                   bool with_records, QueryClient& client);

// All pages up to `limit` tenures as one answer; it keeps its page token where there are more.
absl::StatusOr<v1::GetTenuresResponse> FetchTenures(v1::GetTenuresRequest request, int limit,
                                                    QueryClient& client);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_VIEW_FETCH_H_
