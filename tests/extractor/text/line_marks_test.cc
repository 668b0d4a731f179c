#include "extractor/text/line_marks.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

std::string DropIn(absl::string_view utf8) {
  FoldedText text = Unfolded(utf8);
  DropLineMarks(text);
  ExpectOriginsInOrder(text, utf8.size());
  return EncodeUtf8(text.chars);
}

TEST(DropLineMarksTest, TakesBulletsAndListNumbers) {
  const struct {
    const char* from;
    const char* to;
  } kCases[] = {
      {"· 甲公司:上市", "甲公司:上市"},
      {"■● 本地", "本地"},
      {"3. 7月3日,甲离职", "7月3日,甲离职"},
      {"12、乙公司上市", "乙公司上市"},
      {"(4) 丙", "丙"},
      {"5)“丁”上线", "“丁”上线"},
      {"2.Acme上市", "Acme上市"},
      {"3.5亿元到账", "3.5亿元到账"},
      {"2025. 又一年", "2025. 又一年"},
      {"7月3日", "7月3日"},
      {"02 另一个故事", "02 另一个故事"},
      {"(甲)乙", "(甲)乙"},
      {"一\n· 二\n  3. 三", "一\n二\n三"},
      {"·", ""},
      {"9.", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(DropIn(c.from), c.to) << c.from;
}

TEST(DropLineMarksTest, TakesTheDatelineOfAnAgency) {
  const struct {
    const char* from;
    const char* to;
  } kCases[] = {
      {"海讯社东京3月2日电(编译 林一) — 甲公司周一表示", "甲公司周一表示"},
      {"本报上海8月11日讯 记者王某某报道:进入8月", "进入8月"},
      {"海讯社北京5月6日电 甲公司", "甲公司"},
      {"【海讯社北京5月6日讯】甲公司", "甲公司"},
      {"8月11日讯飞发布新品", "8月11日讯飞发布新品"},
      {"8月11日电商平台", "8月11日电商平台"},
      {"甲公司宣布,5月6日电 影上映", "甲公司宣布,5月6日电 影上映"},
  };
  for (const auto& c : kCases) EXPECT_EQ(DropIn(c.from), c.to) << c.from;
}

TEST(DropLineMarksTest, ReadsDatelinesOnlyNearTheTop) {
  const std::string line = "海讯社北京5月6日电 甲公司";
  EXPECT_EQ(DropIn("一\n二\n三\n四\n五\n六\n七\n" + line), "一\n二\n三\n四\n五\n六\n七\n" + line);
}

}  // namespace
}  // namespace annals
