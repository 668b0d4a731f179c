#include "common/utf8.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace annals {
namespace {

using ::testing::HasSubstr;

struct Broken {
  const char* what;
  std::string bytes;
  int offset;
};

TEST(DecodeUtf8Test, RefusesWhatRfc3629Refuses) {
  const std::vector<Broken> cases = {
      {"continuation byte alone", "a\x80", 1},
      {"overlong slash in two bytes", "\xC0\xAF", 0},
      {"overlong NUL", "\xC1\x80", 0},
      {"overlong in three bytes", "\xE0\x9F\xBF", 0},
      {"overlong in four bytes", "\xF0\x8F\xBF\xBF", 0},
      {"high surrogate", "年\xED\xA0\x80", 3},
      {"low surrogate", "\xED\xBF\xBF", 0},
      {"over U+10FFFF", "\xF4\x90\x80\x80", 0},
      {"lead byte F5", "ab\xF5\x80\x80\x80", 2},
      {"byte FF", "\xFF", 0},
      {"truncated in the middle", "\xE5\xB9年", 0},
      {"truncated at the end", "年\xF0\x9F\x98", 3},
      {"lead byte at the end", "ok\xE5", 2},
  };
  for (const Broken& c : cases) {
    const absl::StatusOr<std::u32string> text = DecodeUtf8(c.bytes);
    ASSERT_FALSE(text.ok()) << c.what;
    EXPECT_EQ(text.status().code(), absl::StatusCode::kInvalidArgument) << c.what;
    EXPECT_THAT(std::string(text.status().message()), HasSubstr("byte " + std::to_string(c.offset)))
        << c.what;
  }
}

TEST(DecodeUtf8Test, ReadsTheEndsOfEveryLength) {
  const std::string bytes =
      std::string(1, '\0') +
      "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF";
  const std::u32string expected = {0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
  const absl::StatusOr<std::u32string> text = DecodeUtf8(bytes);
  ASSERT_TRUE(text.ok()) << text.status();
  EXPECT_EQ(*text, expected);
  EXPECT_EQ(EncodeUtf8(*text), bytes);
}

TEST(EncodeUtf8Test, RoundTripsEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string bytes = EncodeUtf8(std::u32string_view(&c, 1));
    const Utf8Step step = DecodeUtf8At(bytes, 0);
    ASSERT_EQ(step.code_point, c);
    ASSERT_EQ(step.length, static_cast<int>(bytes.size()));
  }
}

TEST(EncodeUtf8Test, ReplacesWhatIsNoCodePoint) {
  EXPECT_EQ(EncodeUtf8(std::u32string{0xD800, U'a', 0x110000}),
            "\xEF\xBF\xBD"
            "a"
            "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace annals
