#include "query/service/page_cursor.h"

#include <gtest/gtest.h>

#include "annals/v1/query_service.pb.h"
#include "common/errors/errors.h"

namespace annals::query {
namespace {

constexpr char kSecret[] = "0123456789abcdef";

v1::GetTimelineRequest Request() {
  v1::GetTimelineRequest request;
  request.set_entity("o:X");
  return request;
}

TEST(PageCursorTest, ReadsBack) {
  const PageTokens tokens(kSecret);
  const std::string key = RequestKey(Request());
  const EventCursor cursor{7, 9, {kUndatedDay, {11, 13}}};
  const auto read = DecodeEventCursor(tokens, key, EncodeCursor(tokens, key, cursor));
  ASSERT_TRUE(read.ok() && read->has_value()) << read.status();
  EXPECT_EQ((*read)->revision, 7u);
  EXPECT_EQ((*read)->entity, 9u);
  EXPECT_EQ((*read)->after, cursor.after);
  EXPECT_FALSE(DecodeEventCursor(tokens, key, "")->has_value());
}

TEST(PageCursorTest, BelongsToItsRequestWhateverThePageSize) {
  v1::GetTimelineRequest same = Request();
  same.set_page_size(3);
  same.set_page_token("x");
  same.set_min_revision(9);
  EXPECT_EQ(RequestKey(same), RequestKey(Request()));
  v1::GetTimelineRequest other = Request();
  other.set_exclude_parts(true);
  EXPECT_NE(RequestKey(other), RequestKey(Request()));
}

TEST(PageCursorTest, EveryChangedByteIsRefused) {
  const PageTokens tokens(kSecret);
  const std::string key = RequestKey(Request());
  const std::string token = EncodeCursor(tokens, key, EventCursor{1, 2, {3, {4, 5}}});
  for (size_t i = 0; i < token.size(); ++i) {
    std::string forged = token;
    forged[i] = forged[i] == 'A' ? 'B' : 'A';
    EXPECT_EQ(ReasonOf(DecodeEventCursor(tokens, key, forged).status()), "INVALID_PAGE_TOKEN") << i;
    EXPECT_FALSE(DecodeEventCursor(tokens, key, token.substr(0, i + 1)).ok() && i + 1 < token.size()) << i;
  }
  EXPECT_FALSE(DecodeSearchCursor(tokens, key, token).ok()) << "of another kind";
  EXPECT_FALSE(DecodeEventCursor(tokens, key, std::string(100000, 'A')).ok());
}

}  // namespace
}  // namespace annals::query
