#include "common/page_token/page_token.h"

#include <gtest/gtest.h>

#include <numeric>

#include "absl/strings/escaping.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

const char kSecret[] = "0123456789abcdef";

TEST(PageTokens, ACursorComesBackUnderTheSameRequest) {
  const PageTokens tokens(kSecret);
  for (const std::string& cursor :
       {std::string(), std::string("甲-1"), std::string("\0\xFF", 2), std::string(256, 'x')}) {
    const auto decoded = tokens.Decode("request", tokens.Encode("request", cursor));
    ASSERT_THAT(decoded, IsOk());
    EXPECT_EQ(*decoded, cursor);
  }
}

TEST(PageTokens, OtherTokensAreRefused) {
  const PageTokens tokens(kSecret);
  const std::string token = tokens.Encode("request", "cursor");
  std::string changed = token;
  changed.back() = changed.back() == 'A' ? 'B' : 'A';
  const std::string cases[] = {"",
                               "x",
                               "not base64 !",
                               "AAAAAAAAAAA",
                               changed,
                               token + "AAAA",
                               token.substr(0, 8),
                               std::string(1 << 20, 'A'),
                               absl::WebSafeBase64Escape("cursor"),
                               PageTokens("fedcba9876543210").Encode("request", "cursor"),
                               tokens.Encode("other request", "cursor")};
  for (const std::string& forged : cases) {
    EXPECT_THAT(tokens.Decode("request", forged),
                FailsWith(absl::StatusCode::kInvalidArgument, "INVALID_PAGE_TOKEN"))
        << forged.substr(0, 80);
  }
}

// Vectors of the reference implementation: key 00 01 … 0f, message 00 01 … of the given length.
TEST(PageTokens, SipHashIsTheOneOfItsPaper) {
  const std::array<uint64_t, 2> key = {0x0706050403020100, 0x0f0e0d0c0b0a0908};
  std::string message(15, '\0');
  std::iota(message.begin(), message.end(), '\0');
  EXPECT_EQ(SipHash(key, ""), 0x726fdb47dd0e0e31u);
  EXPECT_EQ(SipHash(key, message.substr(0, 8)), 0x93f5f5799a932462u);
  EXPECT_EQ(SipHash(key, message), 0xa129ca6149be45e5u);
}

}  // namespace
}  // namespace annals
