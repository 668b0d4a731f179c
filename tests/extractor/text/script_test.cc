#include "extractor/text/script.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "SimpleConverter.hpp"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

std::string FoldScriptOf(absl::string_view utf8) {
  FoldedText text = Unfolded(utf8);
  BuiltInFoldLexicon().script.Fold(text);
  ExpectOriginsInOrder(text, utf8.size());
  return EncodeUtf8(text.chars);
}

TEST(ScriptTableTest, FoldsCharactersPhrasesAndVariants) {
  const struct {
    const char* from;
    const char* to;
  } kCases[] = {
      {"執行長宣佈離職", "执行长宣布离职"},
      {"乾淨的乾隆年間", "干净的乾隆年间"},
      {"據瞭解,他的計畫", "据了解,他的计划"},
      {"隨著裁員,他拿著著名的著作,成績顯著", "随着裁员,他拿着著名的著作,成绩显著"},
      {"什么显著的著作", "什么显著的著作"},
      {"軟著、原著與專著,討論著論著", "软著、原著与专著,讨论着论著"},
      {"据原著改编,意味著登记软著", "据原著改编,意味着登记软著"},
      {"抬頭與抬头", "抬头与抬头"},
      {"裡面、裏面、里面", "里面、里面、里面"},
      {"由於單季", "由于单季"},
      {"衞星與臺灣", "卫星与台湾"},
      {"说法与說法", "说法与说法"},
      {"Latin und 123", "Latin und 123"},
  };
  for (const auto& c : kCases) EXPECT_EQ(FoldScriptOf(c.from), c.to) << c.from;
}

// Mixed news text in traditional script, our own words: what OpenCC makes of it, we make of it.
TEST(ScriptTableTest, AgreesWithOpenCcOnRunningText) {
  const opencc::SimpleConverter oracle("t2s.json");
  for (const std::string text : {
           "董事會週三晚間決議,由財務長暫代執行長一職,並籌組臨時委員會。",
           "該公司發布聲明稱,雙方對收購價格無法達成共識,談判宣告破裂。",
           "研究員們離開實驗室後,創辦了專攻機器翻譯的新創企業,獲得數千萬美元資金。",
           "記者獲悉,這款晶片將於下個月量產,供應鏈廠商紛紛調高營收預測。",
           "他回覆說,項鍊與家具的訂單還沒有著落,乾脆重新開始。",
           "憑藉多年經驗,她複製了這套系統,恢復了複雜的網絡,並發現頭髮裡的線索。",
       }) {
    std::string expected = oracle.Convert(text);
    // The one difference that is meant: t2s leaves Taiwan's 著, which we take for 着 outside 著名 and the
    // like.
    if (text.find("著落") != std::string::npos) expected.replace(expected.find("著落"), 6, "着落");
    EXPECT_EQ(FoldScriptOf(text), expected);
  }
}

TEST(ScriptTableTest, AgreesWithOpenCcOnEveryCharacter) {
  const opencc::SimpleConverter oracle("t2s.json");
  std::set<std::u32string> different;
  for (char32_t c = 0x3400; c <= 0x9FFF; ++c) {
    const std::u32string character(1, c);
    const std::string bytes = EncodeUtf8(character);
    if (FoldScriptOf(bytes) != oracle.Convert(bytes)) different.insert(character);
  }
  // The variants of Taiwan and Hong Kong that t2s does not know, and 擡, which it leaves alone.
  const std::set<std::u32string> variants = {U"擡", U"敍", U"枱", U"潀", U"痺", U"睪",
                                             U"簷", U"粧", U"糭", U"著", U"衞"};
  EXPECT_EQ(different, variants);
}

TEST(ScriptTableTest, LeavesSimplifiedTextAlone) {
  const std::string text =
      "什么公司抬高了价格?只有那些面对干扰、敢于合并、云上发展的后来者才出台了准则,显著地改变着历史。";
  EXPECT_EQ(FoldScriptOf(text), text);
}

class ScriptTableFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "annals-script-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  absl::StatusOr<ScriptTable> LoadRows(const std::string& rows) {
    std::ofstream(directory_ / "script_exceptions.tsv") << "from\tto\n";
    std::ofstream(directory_ / "fold.tsv") << "from\tto\n" << rows;
    data_ = DataDirectory::Open(directory_.string()).value();
    return ScriptTable::Load(data_);
  }

  std::filesystem::path directory_;
  DataDirectory data_;
};

TEST_F(ScriptTableFileTest, AShorterPhraseKeepsAllItsBytes) {
  const absl::StatusOr<ScriptTable> script = LoadRows("甲乙丙\t丁\n甲乙\t戊己\n");
  ASSERT_TRUE(script.ok()) << script.status();
  FoldedText text = Unfolded("x甲乙丙甲乙甲");
  script->Fold(text);
  EXPECT_EQ(EncodeUtf8(text.chars), "x丁戊己甲");
  EXPECT_THAT(text.origin, ::testing::ElementsAre(ByteSpan{0, 1}, ByteSpan{1, 10}, ByteSpan{10, 13},
                                                  ByteSpan{13, 16}, ByteSpan{16, 19}));
}

TEST_F(ScriptTableFileTest, ALaterRowCorrectsAnEarlierOne) {
  const absl::StatusOr<ScriptTable> script = LoadRows("甲\t乙\n甲\t丙\n甲丁\t乙乙\n甲丁\t丙丙\n");
  ASSERT_TRUE(script.ok()) << script.status();
  FoldedText text = Unfolded("甲甲丁");
  script->Fold(text);
  EXPECT_EQ(EncodeUtf8(text.chars), "丙丙丙");
}

TEST_F(ScriptTableFileTest, RefusesRowsThatGrow) {
  EXPECT_EQ(LoadRows("甲\t乙丙\n").status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(LoadRows("甲\t\n").status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace annals
