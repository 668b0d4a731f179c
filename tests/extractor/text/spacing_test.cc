#include "extractor/text/spacing.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

std::string DropIn(absl::string_view utf8) {
  FoldedText text = Unfolded(utf8);
  DropSpaces(text);
  ExpectOriginsInOrder(text, utf8.size());
  return EncodeUtf8(text.chars);
}

TEST(DropSpacesTest, KeepsOnlySpacesThatMeanSomething) {
  const struct {
    const char* from;
    const char* to;
  } kCases[] = {
      {"他 昨天 离开了 公司 。", "他昨天离开了公司。"},
      {"与 Acme Labs 合作 ,投入 3 亿美元。", "与Acme Labs合作,投入3亿美元。"},
      {"Acme  Labs   Inc 上市。", "Acme Labs Inc上市。"},
      {"他说 :“ 走 。”", "他说:“走。”"},
      {"Smith, John 与 Inc. Group 签约。", "Smith, John与Inc. Group签约。"},
      {"甲, Acme 乙。", "甲,Acme乙。"},
      {"Acme (China) 的 C++ 20 与 R & D。", "Acme (China)的C++ 20与R & D。"},
      {"  两头 有 空格。  ", "两头有空格。"},
      {"云端踩煞车 晶片厂动刀", "云端踩煞车 晶片厂动刀"},
      {"02 另一个故事", "02 另一个故事"},
      {"550 亿美元的沙发", "550亿美元的沙发"},
      {"Acme 收购 Foo", "Acme收购Foo"},
      {"一 出走的人", "一 出走的人"},
      {"甲\n \n\n乙\n", "甲\n乙"},
      {" \n ", ""},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(DropIn(c.from), c.to) << c.from;
}

TEST(LooksLikeHeadingTest, IsShortAndUnfinished) {
  EXPECT_TRUE(LooksLikeHeading(U"谁在裁员,谁在招人"));
  EXPECT_FALSE(LooksLikeHeading(U"谁在裁员?"));
  EXPECT_FALSE(LooksLikeHeading(std::u32string(41, U'长')));
}

}  // namespace
}  // namespace annals
