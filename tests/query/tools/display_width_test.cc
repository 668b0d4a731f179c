#include "query/tools/display_width.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(DisplayWidthTest, ChineseTakesTwoColumns) {
  EXPECT_EQ(DisplayWidth(""), 0);
  EXPECT_EQ(DisplayWidth("Meta 2025"), 9);
  EXPECT_EQ(DisplayWidth("字节跳动"), 8);
  EXPECT_EQ(DisplayWidth("豆包AI"), 6);
  EXPECT_EQ(DisplayWidth("，。"), 4);
  EXPECT_EQ(DisplayWidth("→ … ·"), 5);
}

TEST(DisplayWidthTest, AnyBytesHaveAWidth) {
  EXPECT_EQ(DisplayWidth("\xff\x01"), 2);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1);  // a combining accent takes none
}

TEST(DisplayWidthTest, PadsToColumns) {
  EXPECT_EQ(PadTo("王", 4), "王  ");
  EXPECT_EQ(PadTo("字节跳动", 4), "字节跳动");
}

TEST(DisplayWidthTest, ShortensBetweenCharacters) {
  EXPECT_EQ(Shorten("字节跳动", 8), "字节跳动");
  EXPECT_EQ(Shorten("字节跳动", 7), "字节跳…");
  EXPECT_EQ(Shorten("字节跳动", 6), "字节…");
  EXPECT_EQ(Shorten("abc", 1), "…");
}

}  // namespace
}  // namespace annals
