#include "extractor/text/width.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

std::string FoldWidthOf(absl::string_view utf8) {
  FoldedText text = Unfolded(utf8);
  FoldWidth(text);
  ExpectOriginsInOrder(text, utf8.size());
  return EncodeUtf8(text.chars);
}

TEST(FoldWidthTest, FoldsEveryKindOfSign) {
  const struct {
    const char* from;
    const char* to;
  } kCases[] = {
      {"ＡＩ与ＣＥＯ２０２５年", "AI与CEO2025年"},
      {"，：；！？（）％／｜", ",:;!?()%/|"},
      {"甲。乙、丙", "甲。乙、丙"},
      {"「甲」與『乙』", "“甲”與‘乙’"},
      {"〝甲〞", "“甲”"},
      {"安娜・李、安娜‧李、安娜•李、安娜·李", "安娜·李、安娜·李、安娜·李、安娜·李"},
      {"安娜．李", "安娜·李"},
      {"３．５", "3.5"},
      {"A．B", "A.B"},
      {"3.5亿", "3.5亿"},
      {"他——走了", "他—走了"},
      {"他--走了", "他—走了"},
      {"他――走了", "他—走了"},
      {"他─走了", "他—走了"},
      {"2020–2023年", "2020-2023年"},
      {"甲–乙", "甲—乙"},
      {"GPT-4", "GPT-4"},
      {"……走", "…走"},
      {"......走", "…走"},
      {"走..", "走.."},
      {"McDonald’s与“他’", "McDonald's与“他’"},
      {"全角　空格\t制表", "全角 空格 制表"},
      {"不\xC2\xA0断", "不 断"},
      {"零\xE2\x80\x8B宽\xEF\xBB\xBF字\xC2\xAD符\x01", "零宽字符"},
      {"一\r\n二\r三\n\n\n四", "一\n二\n三\n四"},
      {"一\xE2\x80\xA8二", "一\n二"},
      {"时间∶14：05", "时间:14:05"},
  };
  for (const auto& c : kCases) EXPECT_EQ(FoldWidthOf(c.from), c.to) << c.from;
}

TEST(FoldWidthTest, AMergedMarkCoversAllItStandsFor) {
  FoldedText text = Unfolded("甲——乙");
  FoldWidth(text);
  ASSERT_EQ(text.size(), 3);
  EXPECT_EQ(text.origin[1], (ByteSpan{3, 9}));
  text = Unfolded("甲...乙");
  FoldWidth(text);
  ASSERT_EQ(text.size(), 3);
  EXPECT_EQ(text.origin[1], (ByteSpan{3, 6}));
}

TEST(FoldWidthTest, LeavesChineseCharactersAlone) {
  FoldedText text;
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
    text.chars.push_back(c);
    text.origin.push_back({3 * (c - 0x4E00), 3 * (c - 0x4E00) + 3});
  }
  const std::u32string before = text.chars;
  FoldWidth(text);
  EXPECT_EQ(text.chars, before);
}

TEST(FoldWidthTest, IsIdempotent) {
  const std::string once = FoldWidthOf("「ＡＩ」——他说：“走．．．”，　１－２；");
  EXPECT_EQ(FoldWidthOf(once), once);
}

}  // namespace
}  // namespace annals
