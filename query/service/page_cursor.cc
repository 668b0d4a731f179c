#include "query/service/page_cursor.h"

#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "common/errors/errors.h"
#include "common/limits.h"
#include "common/status_macros.h"

namespace annals::query {
namespace {

using Numbers = std::vector<uint64_t>;

std::string Encode(const PageTokens& tokens, const std::string& request_key, const Numbers& numbers) {
  return tokens.Encode(request_key, absl::StrJoin(numbers, " "));
}

// Any number of them.
absl::StatusOr<Numbers> Decode(const PageTokens& tokens, const std::string& request_key,
                               absl::string_view token) {
  if (token.size() > limits::kPageTokenBytes) return InvalidPageToken();
  ANNALS_ASSIGN_OR_RETURN(const std::string cursor, tokens.Decode(request_key, token));
  Numbers numbers;
  for (absl::string_view field : absl::StrSplit(cursor, ' ')) {
    uint64_t& number = numbers.emplace_back();
    if (!absl::SimpleAtoi(field, &number)) return InvalidPageToken();
  }
  return numbers;
}

// Empty for an empty token.
absl::StatusOr<Numbers> Decode(const PageTokens& tokens, const std::string& request_key,
                               absl::string_view token, size_t count) {
  if (token.empty()) return Numbers();
  ANNALS_ASSIGN_OR_RETURN(Numbers numbers, Decode(tokens, request_key, token));
  if (numbers.size() != count) return InvalidPageToken();
  return numbers;
}

}  // namespace

std::string EncodeCursor(const PageTokens& tokens, const std::string& request_key,
                         const EventCursor& cursor) {
  return Encode(tokens, request_key,
                {cursor.revision, cursor.entity, static_cast<uint64_t>(cursor.after.day),
                 cursor.after.event.article, cursor.after.event.ordinal});
}

std::string EncodeCursor(const PageTokens& tokens, const std::string& request_key,
                         const SearchCursor& cursor) {
  return Encode(tokens, request_key,
                {cursor.revision, static_cast<uint64_t>(cursor.after.tier), cursor.after.edge_count,
                 cursor.after.entity});
}

// A day of a position is never before kLongAgo.
std::string EncodeCursor(const PageTokens& tokens, const std::string& request_key,
                         const TenureCursor& cursor) {
  const TenurePosition& after = cursor.after;
  return Encode(tokens, request_key,
                {cursor.revision, cursor.entity, static_cast<uint64_t>(after.day - kLongAgo), after.person,
                 after.organization, after.ordinal});
}

absl::StatusOr<uint64_t> DecodeRevision(const PageTokens& tokens, const std::string& request_key,
                                        absl::string_view token) {
  ANNALS_ASSIGN_OR_RETURN(const Numbers numbers, Decode(tokens, request_key, token));
  return numbers.front();
}

absl::StatusOr<std::optional<EventCursor>> DecodeEventCursor(const PageTokens& tokens,
                                                             const std::string& request_key,
                                                             absl::string_view token) {
  ANNALS_ASSIGN_OR_RETURN(const Numbers n, Decode(tokens, request_key, token, 5));
  if (n.empty()) return std::optional<EventCursor>();
  const EventPosition after{static_cast<DayNumber>(n[2]), {n[3], n[4]}};
  return std::optional<EventCursor>(EventCursor{n[0], n[1], after});
}

absl::StatusOr<std::optional<SearchCursor>> DecodeSearchCursor(const PageTokens& tokens,
                                                               const std::string& request_key,
                                                               absl::string_view token) {
  ANNALS_ASSIGN_OR_RETURN(const Numbers n, Decode(tokens, request_key, token, 4));
  if (n.empty()) return std::optional<SearchCursor>();
  return std::optional<SearchCursor>(SearchCursor{n[0], {static_cast<MatchTier>(n[1]), n[2], n[3]}});
}

absl::StatusOr<std::optional<TenureCursor>> DecodeTenureCursor(const PageTokens& tokens,
                                                               const std::string& request_key,
                                                               absl::string_view token) {
  ANNALS_ASSIGN_OR_RETURN(const Numbers n, Decode(tokens, request_key, token, 6));
  if (n.empty()) return std::optional<TenureCursor>();
  const TenurePosition after{static_cast<DayNumber>(n[2]) + kLongAgo, n[3], n[4], n[5]};
  return std::optional<TenureCursor>(TenureCursor{n[0], n[1], after});
}

}  // namespace annals::query
