#include "extractor/text/title_shards.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

using ::testing::IsEmpty;

constexpr char32_t kSentence[] = U"这家公司的产品卖得很好,那位经理的看法却完全不同。";

// A text with the shards inserted in turn, one a sentence, after its first 的.
std::u32string Tampered(const std::vector<std::u32string>& shards, int count) {
  std::u32string text;
  for (int i = 0; i < count; ++i) {
    std::u32string sentence = kSentence;
    sentence.insert(sentence.find(U'的') + 1, shards[i % shards.size()]);
    text += sentence;
  }
  return text;
}

std::u32string Untampered(int count) {
  std::u32string text;
  for (int i = 0; i < count; ++i) text += kSentence;
  return text;
}

std::u32string Cleaned(std::u32string_view title, const std::u32string& text) {
  FoldedText folded = Unfolded(EncodeUtf8(text));
  DropTitleShards(title, BuiltInFoldLexicon().words, folded);
  return folded.chars;
}

TEST(TitleShardsTest, TakesOutShardsOfEveryCut) {
  const struct {
    const char32_t* title;
    std::vector<std::u32string> shards;
  } kCases[] = {
      {U"芯片涨价之前,车企抢着囤货", {U"芯片涨", U"价之前", U"车企抢", U"着囤货"}},  // threes
      {U"谁在囤卡,谁在抛售算力", {U"谁在囤", U"卡谁在", U"抛售算", U"力"}},          // and one left
      {U"晶圆厂停电,存储价翻倍", {U"晶圆", U"厂停", U"电存", U"储价", U"翻倍"}},     // pairs
      {U"新机难产三年,老厂退出赛道", {U"新机难产", U"三年老厂", U"退出赛道"}},       // fours
      {U"晶圆厂停电,存储价翻倍了吗",
       {U"晶圆", U"厂停", U"电存", U"价翻倍了吗"}},  // a letter lost before the tail
  };
  for (const auto& c : kCases)
    EXPECT_EQ(Cleaned(c.title, Tampered(c.shards, 11)), Untampered(11)) << EncodeUtf8(c.title);
}

TEST(TitleShardsTest, KnowsTheTitleWithoutItsSite) {
  const std::u32string text = Tampered({U"芯片涨", U"价之前", U"车企抢", U"着囤货"}, 11);
  EXPECT_EQ(Cleaned(U"芯片涨价之前,车企抢着囤货_某某新闻网", text), Untampered(11));
}

TEST(TitleShardsTest, TakesAHeadingForTheTitle) {
  const std::u32string text = Tampered({U"芯片涨", U"价之前", U"车企抢", U"着囤货"}, 11);
  const FoldedText folded = Fold(EncodeUtf8(U"芯片涨价之前,车企抢着囤货\n" + text));
  EXPECT_EQ(LinesOf(folded).at(1), EncodeUtf8(Untampered(11)));
}

TEST(TitleShardsTest, LeavesOneRoundAlone) {
  const std::u32string text = Tampered({U"芯片涨", U"价之前", U"车企抢", U"着囤货"}, 4);
  EXPECT_EQ(Cleaned(U"芯片涨价之前,车企抢着囤货", text), text);
}

TEST(TitleShardsTest, LeavesWordsOfTheTitleAlone) {
  const std::u32string text = Tampered({U"高管", U"离职", U"公司", U"裁员", U"新品", U"发布"}, 18);
  EXPECT_EQ(Cleaned(U"高管离职公司裁员新品发布", text), text);
}

TEST(TitleShardsTest, LeavesTheWholeTitleAlone) {
  std::u32string text = Untampered(3);
  for (int i = 0; i < 20; ++i) text += U"芯片涨价之前,车企抢着囤货。";
  EXPECT_EQ(Cleaned(U"芯片涨价之前,车企抢着囤货", text), text);
}

TEST(TitleShardsTest, LeavesAFarWordOfTheTitleAfterTheShards) {
  std::u32string text = Tampered({U"芯片涨", U"价之前", U"车企抢", U"着囤货"}, 8);
  const std::u32string rest = Untampered(40) + U"有人说芯片涨了。";
  EXPECT_EQ(Cleaned(U"芯片涨价之前,车企抢着囤货", text + rest), Untampered(8) + rest);
}

TEST(TitleShardsTest, NeedsATitle) {
  const WordList& words = BuiltInFoldLexicon().words;
  EXPECT_THAT(FindTitleShards(U"", words, U"甲"), IsEmpty());
  EXPECT_THAT(FindTitleShards(U"短题", words, U"短题短题短题短题短题短题"), IsEmpty());
  EXPECT_THAT(FindTitleShards(std::u32string(1000, U'题'), words, std::u32string(1000, U'题')), IsEmpty());
}

}  // namespace
}  // namespace annals
