// The past a request looks at.
#ifndef ANNALS_QUERY_SERVICE_REQUEST_PAST_H_
#define ANNALS_QUERY_SERVICE_REQUEST_PAST_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "common/page_token/page_token.h"
#include "common/status_macros.h"
#include "query/index/past.h"
#include "query/service/page_cursor.h"
#include "query/service/request_checks.h"

namespace annals::query {

// What `as_of` says; on a later page the revision of the first one, so that pages show one state of the
// index. Requests without `as_of` look at the present. INVALID_ARGUMENT: the day, or the page token.
template <typename Request>
absl::StatusOr<Past> PastOf(const PageTokens& tokens, const Request& request) {
  Past past;
  if constexpr (requires { request.as_of(); }) {
    ANNALS_ASSIGN_OR_RETURN(past, CheckPast(request.as_of()));
    if constexpr (requires { request.page_token(); }) {
      if (request.page_token().empty()) return past;
      ANNALS_ASSIGN_OR_RETURN(past.revision,
                              DecodeRevision(tokens, RequestKey(request), request.page_token()));
    }
  }
  return past;
}

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_REQUEST_PAST_H_
