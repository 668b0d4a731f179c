// Positions in the listings of the query service, as page tokens carry them.
//
// A token holds the revision of the first page, the entity the request's name was understood as, and the
// position of the last row; PageTokens signs it together with the request it belongs to. The next page of
// events begins after that position in the index as it was at that revision: whatever is written meanwhile,
// the pages join to the listing of the first one's time, and no snapshot has to be kept open for a client
// that may never come back. Entities have no past: the next page of a search is of its own time.
#ifndef ANNALS_QUERY_SERVICE_PAGE_CURSOR_H_
#define ANNALS_QUERY_SERVICE_PAGE_CURSOR_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "common/page_token/page_token.h"
#include "query/entities/entity_search.h"
#include "query/index/index_keys.h"
#include "query/tenures/tenures.h"

namespace annals::query {

struct EventCursor {
  uint64_t revision = 0;
  EntityNumber entity = kNoEntity;  // kNoEntity: a listing without one
  EventPosition after;
};

struct SearchCursor {
  uint64_t revision = 0;
  SearchPosition after;
};

struct TenureCursor {
  uint64_t revision = 0;
  EntityNumber entity = kNoEntity;
  TenurePosition after;
};

// The request as it must stay from page to page: its name and fields, without page_size, page_token and
// min_revision.
template <typename Request>
std::string RequestKey(const Request& request) {
  Request kept = request;
  if constexpr (requires { kept.clear_page_size(); }) kept.clear_page_size();
  if constexpr (requires { kept.clear_page_token(); }) kept.clear_page_token();
  if constexpr (requires { kept.clear_min_revision(); }) kept.clear_min_revision();
  return absl::StrCat(kept.GetTypeName(), "\n", kept.SerializeAsString());
}

std::string EncodeCursor(const PageTokens& tokens, const std::string& request_key, const EventCursor& cursor);
std::string EncodeCursor(const PageTokens& tokens, const std::string& request_key,
                         const SearchCursor& cursor);
std::string EncodeCursor(const PageTokens& tokens, const std::string& request_key,
                         const TenureCursor& cursor);

// The revision of the first page, whatever the listing. INVALID_ARGUMENT (INVALID_PAGE_TOKEN).
absl::StatusOr<uint64_t> DecodeRevision(const PageTokens& tokens, const std::string& request_key,
                                        absl::string_view token);

// Empty for an empty token: the first page. INVALID_ARGUMENT (INVALID_PAGE_TOKEN).
absl::StatusOr<std::optional<EventCursor>> DecodeEventCursor(const PageTokens& tokens,
                                                             const std::string& request_key,
                                                             absl::string_view token);
absl::StatusOr<std::optional<SearchCursor>> DecodeSearchCursor(const PageTokens& tokens,
                                                               const std::string& request_key,
                                                               absl::string_view token);
absl::StatusOr<std::optional<TenureCursor>> DecodeTenureCursor(const PageTokens& tokens,
                                                               const std::string& request_key,
                                                               absl::string_view token);

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_PAGE_CURSOR_H_
