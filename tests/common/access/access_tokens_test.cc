#include "common/access/access_tokens.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

constexpr char kReader[] = "reader-0123456789";
constexpr char kWriter[] = "writer-0123456789";
constexpr char kAdmin[] = "admin-0123456789ab";

class AccessTokensTest : public testing::Test {
 protected:
  void Write(const std::string& text) { std::ofstream(path_) << text; }

  absl::StatusOr<std::unique_ptr<AccessTokens>> Load() {
    return AccessTokens::Load(path_, [this] { return now_; });
  }

  const TemporaryDirectory directory_;
  const std::string path_ = directory_.path() + "/tokens";
  absl::Time now_ = absl::UnixEpoch();
};

TEST_F(AccessTokensTest, EachTokenHasItsAccess) {
  Write("# who may\nread  reader-0123456789\n\nwrite writer-0123456789\n admin\tadmin-0123456789ab \r\n");
  const auto tokens = Load();
  ASSERT_THAT(tokens, IsOk());
  EXPECT_EQ((*tokens)->AccessOf(kReader), v1::ACCESS_READ);
  EXPECT_EQ((*tokens)->AccessOf(kWriter), v1::ACCESS_WRITE);
  EXPECT_EQ((*tokens)->AccessOf(kAdmin), v1::ACCESS_ADMIN);
  for (const char* other : {"", "reader-012345678", "reader-01234567890", "READER-0123456789", "#"})
    EXPECT_EQ((*tokens)->AccessOf(other), v1::ACCESS_UNSPECIFIED) << other;
}

TEST_F(AccessTokensTest, AWrongFileIsRefusedWithItsLineAndWithoutItsSecrets) {
  const struct {
    const char* text;
    const char* says;
  } cases[] = {
      {"", "no token"},
      {"# nothing\n", "no token"},
      {"read short\n", "line 1"},
      {"read reader-0123456789\nroot writer-0123456789\n", "line 2"},
      {"read reader-0123456789 and more\n", "line 1"},
      {"reader-0123456789\n", "line 1"},
  };
  for (const auto& c : cases) {
    Write(c.text);
    const absl::Status status = Load().status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << c.text;
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr(c.says));
    EXPECT_THAT(std::string(status.message()), testing::Not(testing::HasSubstr("0123456789")));
  }
  EXPECT_EQ(AccessTokens::Load(path_ + "-none").status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(AccessTokensTest, AChangedFileIsTakenOverAndAWrongOneIsNot) {
  Write("read reader-0123456789\n");
  const auto tokens = Load();
  ASSERT_THAT(tokens, IsOk());
  Write("read reader-0123456789\nwrite writer-0123456789\n");
  EXPECT_EQ((*tokens)->AccessOf(kWriter), v1::ACCESS_UNSPECIFIED);  // not looked at so soon
  now_ += kTokensRefresh;
  EXPECT_EQ((*tokens)->AccessOf(kWriter), v1::ACCESS_WRITE);
  Write("nonsense\n");
  now_ += kTokensRefresh;
  EXPECT_EQ((*tokens)->AccessOf(kWriter), v1::ACCESS_WRITE);
  Write("write writer-0123456789\n");
  now_ += kTokensRefresh;
  EXPECT_EQ((*tokens)->AccessOf(kReader), v1::ACCESS_UNSPECIFIED);
}

TEST(BearerToken, IsWhatFollowsTheScheme) {
  EXPECT_EQ(BearerToken("Bearer abc"), "abc");
  EXPECT_EQ(BearerToken("bearer  abc "), "abc");
  EXPECT_EQ(BearerToken("Basic abc"), "");
  EXPECT_EQ(BearerToken("abc"), "");
  EXPECT_EQ(BearerToken(""), "");
}

}  // namespace
}  // namespace annals
