#include "extractor/text/fold.h"

#include <cctype>
#include <random>
#include <string>
#include <utility>

#include "extractor/text/structure.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(FoldTextTest, GoesFromAPageToItsText) {
  const FoldedText text = Fold(
      "<h1>換將</h1><p class=\"meta\">来源：某报 2025-01-02</p>"
      "<p>&nbsp;&nbsp;甲公司執行長 王小二 ，昨天 宣佈離職 。他说：「累了……」</p><p>乙　公　司沒有回應。</p>"
      "<div class=\"comment\">网友：假的</div>",
      "换将", ContentType::kHtml);
  EXPECT_THAT(LinesOf(text),
              ElementsAre("换将", "甲公司执行长王小二,昨天宣布离职。他说:“累了…”", "乙公司没有回应。"));
}

TEST(FoldTextTest, RefusesWhatIsNotUtf8) {
  for (const auto& [text, title] :
       {std::pair<const char*, const char*>{"甲\xFF", ""}, {"甲", "题\xC0\x80"}}) {
    const absl::Status status = FoldText(text, ContentType::kPlain, title, BuiltInFoldLexicon()).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(status.message()), HasSubstr("byte 3"));
  }
}

TEST(FoldTextTest, TakesAnEmptyText) {
  for (const char* text : {"", " ", "\n\n", "<p></p>", "\xEF\xBB\xBF"}) {
    EXPECT_EQ(Fold(text, "", ContentType::kHtml).size(), 0) << text;
    EXPECT_TRUE(ParseStructure(Fold(text)).sentences.empty()) << text;
  }
}

TEST(FoldTextTest, KeepsTheCaseOfLetters) {
  EXPECT_THAT(LinesOf(Fold("OpenAI与openAI。")), ElementsAre("OpenAI与openAI。"));
}

TEST(FoldPhraseTest, FoldsANameAsTextIsFolded) {
  const ScriptTable& script = BuiltInFoldLexicon().script;
  EXPECT_EQ(*FoldPhrase("輝達", script), U"辉达");
  EXPECT_EQ(*FoldPhrase(" Ａｃｍｅ　Labs ", script), U"Acme Labs");
  EXPECT_EQ(*FoldPhrase("安娜‧李", script), U"安娜·李");
  EXPECT_FALSE(FoldPhrase("\xFF", script).ok());
}

// Every character is what its own bytes fold to. Signs that depend on their neighbours are compared loosely.
void ExpectOriginsFoldBack(const std::string& bytes, const FoldedText& text) {
  ExpectOriginsInOrder(text, bytes.size());
  const ScriptTable& script = BuiltInFoldLexicon().script;
  for (int i = 0; i < text.size(); ++i) {
    const ByteSpan origin = text.origin[i];
    const std::string piece = bytes.substr(origin.begin, origin.end - origin.begin);
    const char32_t c = text.chars[i];
    const bool sign = c < 0x80 ? !std::isalnum(static_cast<int>(c)) : c < 0x3400;
    if (sign || piece.front() == '&') continue;
    const absl::StatusOr<std::u32string> folded = FoldPhrase(piece, script);
    ASSERT_TRUE(folded.ok()) << "an origin that cuts a character, at byte " << origin.begin;
    // A phrase may differ from its characters one by one (乾隆, 計畫); its characters stay single.
    ASSERT_EQ(folded->size(), 1u) << piece;
  }
}

TEST(FoldTextTest, OriginsFoldBack) {
  const std::string text =
      "<p>ＡＩ公司「甲」——的執行長，据瞭解 ，計畫 离开 Acme  Labs &amp; "
      "Co。</p>乾隆…他說：\"隨著\"\r\n\r\n3. 第 二 段\xF0\x9F\x98\x82 。";
  ExpectOriginsFoldBack(text, Fold(text));
  ExpectOriginsFoldBack(text, Fold(text, "", ContentType::kHtml));
}

TEST(FoldTextTest, OriginsAreExactAndFoldingIsStable) {
  const std::string text = "他說：「離職」。Ａ公司回應。";
  const FoldedText folded = Fold(text);
  const int at = static_cast<int>(folded.chars.find(U"离职"));
  const ByteSpan origin = folded.Origin({at, at + 2});
  EXPECT_EQ(text.substr(origin.begin, origin.end - origin.begin), "離職");
  EXPECT_EQ(Fold(EncodeUtf8(folded.chars)).chars, folded.chars);
}

TEST(FoldTextTest, RandomTextKeepsItsOriginsInOrder) {
  const std::u32string alphabet =
      U"甲離著計畫乾隆於单Aa1９ \n\t。，,.-—…“”\"'‘’「」《》<>&;#/!p　·•\u200B()3、";
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::u32string text;
    for (int i = random() % 60; i >= 0; --i) text += alphabet[random() % alphabet.size()];
    const std::string bytes = EncodeUtf8(text);
    for (ContentType type : {ContentType::kPlain, ContentType::kHtml}) {
      const FoldedText folded = Fold(bytes, "甲離著計畫乾隆於单", type);
      ExpectOriginsInOrder(folded, bytes.size());
      ASSERT_EQ(folded.chars.find(U"\n\n"), std::u32string::npos) << bytes;
      if (folded.size() == 0) continue;
      ASSERT_NE(folded.chars.front(), U'\n');
      ASSERT_NE(folded.chars.back(), U'\n');
    }
  }
}

TEST(FoldTextTest, EvilTextIsReadInOnePass) {
  for (const char* piece :
       {"“",  "”",  "《",  "\"", "'",  "(",  "<",   "&",   " ",   "\n",     "—",       ".",
        "甲", "a ", "甲 ", "·",  "1.", "‘“", "“‘”", "甲,", "<p>", "“甲。”", "图源:\n", "(\n"}) {
    std::string evil;
    while (evil.size() < 1000000) evil += piece;
    std::string title;
    for (int i = 0; i < 20; ++i) title += piece;
    const FoldedText folded = Fold(evil, title);
    const Structure structure = ParseStructure(folded);
    EXPECT_EQ(structure.sentences.empty(), folded.size() == 0) << piece;
  }
}

}  // namespace
}  // namespace annals
