#include "extractor/text/boilerplate.h"

#include <set>
#include <string>
#include <tuple>

#include "extractor/text/date_line.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

using ::testing::ElementsAre;

constexpr char kBody[] = "甲公司周一宣布,经理王某离职,公司的业务不受影响。";

// The text with a body long enough that its top and its end are apart.
std::string Article(const std::string& top, const std::string& end) {
  std::string text = top;
  for (int i = 0; i < 30; ++i) text += std::string(kBody) + "\n";
  return text + end;
}

TEST(BoilerplateTest, DropsLinesOfThePage) {
  for (const char* line : {
           "某某财经 2025-07-18 19:40",
           "2025/11/28 14:05",
           "某某评论｜2026/05/21｜文/王小二",
           "某报 07-18 19:40",
           "文 | 王小二  编辑 | 李四",
           "撰文/王小二　编辑/李四　头图/某图库",
           "记者 王小二 发自广州",
           "記者王小二／台北報導",
           "图源：某某官网",
           "▲某某總部外觀。（圖／翻攝自官網）",
           "截图来源于某网",
           "来源：公众号“某某”",
           "原标题：某某某",
           "（本文不构成投资建议）",
           "【广告】七天学会某某，立即抢购",
           "《某某评论》2026年第2期（2026年4月10日出版）",
       }) {
    EXPECT_THAT(LinesOf(Fold(Article(std::string(line) + "\n", ""))), ::testing::Each(std::string(kBody)))
        << line;
  }
}

TEST(BoilerplateTest, KeepsSentencesThatBeginAlike) {
  for (const char* line : {
           "记者获悉,王某已于上周离开公司。",
           "编辑部搬了家,作者们也跟着搬了家,大家都说这里的咖啡要好得多。",
           "来源于海外的订单占了三成。",
           "2025年7月18日,王某离开公司,加入乙公司。",
           "图纸泄露之后,公司解雇了两名工程师。",
           "声明发出后,股价大涨。",
           "发布会在14:00开始",
           "评论区里,有人替王某不值。",
       }) {
    EXPECT_EQ(LinesOf(Fold(Article(std::string(line) + "\n", ""))).front(), line);
  }
}

TEST(BoilerplateTest, KeepsTheTitle) {
  EXPECT_EQ(LinesOf(Fold(Article("作者：一个行业的消失\n", ""), "作者：一个行业的消失")).front(),
            "作者:一个行业的消失");
  EXPECT_EQ(LinesOf(Fold(Article("作者：一个行业的消失\n", ""), "别的")).front(), kBody);
}

TEST(BoilerplateTest, DropsAllAfterTheEndOfTheArticle) {
  const FoldedText text = Fold(Article("", "发表评论\n网友甲:王某真的走了?\n网友乙:下个月乙公司也要裁员\n"));
  EXPECT_THAT(LinesOf(text), ::testing::Each(std::string(kBody)));
}

TEST(BoilerplateTest, AnEndMarkInTheMiddleEndsNothing) {
  std::string article = Article("", "");
  article = article + "相关阅读：某某\n" + article;
  EXPECT_EQ(LinesOf(Fold(article)).size(), 60u);
}

TEST(BoilerplateTest, DropsANoteInParenthesesAtTheEndOnly) {
  const std::string note = "（王某的故事经本人同意写入）";
  EXPECT_EQ(LinesOf(Fold(Article("", note))).size(), 30u);
  EXPECT_EQ(LinesOf(Fold(Article(note + "\n", ""))).size(), 31u);
}

TEST(BoilerplateTest, NeverDropsEverything) {
  EXPECT_THAT(LinesOf(Fold("来源：甲\n作者：乙")), ElementsAre("来源:甲", "作者:乙"));
}

TEST(IsDateLineTest, WantsADateAndLittleElse) {
  for (const std::u32string_view line : {U"2025-07-18", U"某某2025年7月18日", U"某报 2025.7.18 星期五",
                                         U"07-18 19:40", U"19:40 某报", U"2025-07-18T19:40:05"}) {
    EXPECT_TRUE(IsDateLine(line)) << EncodeUtf8(line);
  }
  for (const std::u32string_view line :
       {U"", U"某报", U"7月18日", U"2025年7月", U"2025年7月18日,王某离职", U"比分是3:2",
        U"2025年7月18日王某离开了待了十年的公司并且带走了他的团队去向不明据说是创业"}) {
    EXPECT_FALSE(IsDateLine(line)) << EncodeUtf8(line);
  }
}

TEST(BoilerplateDataTest, HasNoDuplicatesAndIsFolded) {
  const Table& table = *BuiltInData().Find("boilerplate.tsv").value().front();
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (int row = 0; row < table.size(); ++row) {
    const std::string pattern(table.Cell(row, *table.Column("pattern")));
    const std::string match(table.Cell(row, *table.Column("match")));
    const std::string place(table.Cell(row, *table.Column("place")));
    EXPECT_TRUE(seen.emplace(pattern, match, place).second) << table.Where(row);
    EXPECT_EQ(EncodeUtf8(FoldPhrase(pattern, BuiltInFoldLexicon().script).value()), pattern)
        << table.Where(row);
  }
}

}  // namespace
}  // namespace annals
