// Requests of QueryService put to an index without a server in between.
#ifndef ANNALS_TESTS_QUERY_MODEL_INDEX_ANSWERS_H_
#define ANNALS_TESTS_QUERY_MODEL_INDEX_ANSWERS_H_

#include <vector>

#include "absl/status/status.h"
#include "query/index/index.h"
#include "query/index/past.h"
#include "query/service/reads.h"
#include "query/service/request_past.h"

namespace annals::query {

// The past that a request means.
inline Past PastOf(const v1::AsOf& as_of) {
  Past past;
  if (as_of.revision() != 0) past.revision = as_of.revision();
  past.known_on = ParseDayNumber(as_of.known_on());
  return past;
}

template <typename Request, typename Response>
absl::Status Ask(const Index& index, const Request& request, Response& response) {
  const absl::Status checked = Check(request);
  if (!checked.ok()) return checked;
  static const PageTokens* const tokens = new PageTokens("a secret of tests");
  WorkBudget budget(10000000);
  const auto past = PastOf(*tokens, request);
  if (!past.ok()) return past.status();
  const auto view = index.View(*past);
  if (!view.ok()) return view.status();
  ReadContext context{**view, *tokens, budget};
  ANNALS_RETURN_IF_ERROR(Read(context, request, response));
  // As a client gets it.
  response.ParseFromString(response.SerializeAsString());
  return absl::OkStatus();
}

// All pages, one after the other; stops at an error and after 1,000.
template <typename Response, typename Request>
absl::Status AskAllPages(const Index& index, Request request, std::vector<Response>& pages) {
  do {
    const absl::Status asked = Ask(index, request, pages.emplace_back());
    if (!asked.ok()) return asked;
    request.set_page_token(pages.back().next_page_token());
  } while (!request.page_token().empty() && pages.size() < 1000);
  return absl::OkStatus();
}

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_INDEX_ANSWERS_H_
