#include "extractor/text/structure.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string Text(const FoldedText& text, Span span) { return EncodeUtf8(text.View(span)); }

std::vector<std::string> SentencesOf(const std::string& utf8) {
  const FoldedText text = Unfolded(utf8);
  std::vector<std::string> sentences;
  for (const Sentence& s : ParseStructure(text).sentences) {
    sentences.push_back(absl::StrCat(s.heading ? "#" : "", Text(text, s.span)));
  }
  return sentences;
}

// "clause" outside speeches, "clause@q" in the speech q, "clause@q<c" where clause c encloses that speech.
std::vector<std::string> ClausesOf(const std::string& utf8) {
  const FoldedText text = Unfolded(utf8);
  std::vector<std::string> clauses;
  for (const Clause& c : ParseStructure(text).clauses) {
    clauses.push_back(absl::StrCat(Text(text, c.span), c.quotation < 0 ? "" : absl::StrCat("@", c.quotation),
                                   c.enclosing < 0 ? "" : absl::StrCat("<", c.enclosing)));
  }
  return clauses;
}

std::vector<std::string> QuotationsOf(const std::string& utf8) {
  const FoldedText text = Unfolded(utf8);
  std::vector<std::string> quotations;
  for (const Quotation& q : ParseStructure(text).quotations) {
    const char* kind = q.kind == Quotation::Kind::kSpeech ? "S"
                       : q.kind == Quotation::Kind::kName ? "N"
                                                          : "T";
    quotations.push_back(absl::StrCat(kind, q.closed ? "" : "!", q.parent, " ", Text(text, q.inner)));
  }
  return quotations;
}

TEST(SentencesTest, SplitAtSentenceEnds) {
  EXPECT_THAT(SentencesOf("甲走了。乙来了!丙呢?!丁"), ElementsAre("甲走了。", "乙来了!", "丙呢?!", "丁"));
  EXPECT_THAT(SentencesOf("甲走了(乙没走。)丙也走了。"), ElementsAre("甲走了(乙没走。)", "丙也走了。"));
  EXPECT_THAT(SentencesOf("他……走了。"), ElementsAre("他……走了。"));
  EXPECT_THAT(SentencesOf("营收3.5亿,用GPT-4.1。"), ElementsAre("营收3.5亿,用GPT-4.1。"));
}

TEST(SentencesTest, EndSomewhereWithoutMarks) {
  constexpr int kLongest = 2000, kCharacters = 4900;
  std::string words;
  for (int i = 0; i < kCharacters; ++i) words += "甲";
  for (const std::string& utf8 : {words, "他说“" + words + "”乙。"}) {
    const FoldedText text = Unfolded(utf8);
    const Structure structure = ParseStructure(text);
    EXPECT_EQ(structure.sentences.size(), 3u);
    int end = 0;
    for (const Sentence& sentence : structure.sentences) {
      EXPECT_EQ(sentence.span.begin, end);
      EXPECT_LE(sentence.span.size(), kLongest);
      end = sentence.span.end;
    }
    EXPECT_EQ(end, text.size());
  }
}

TEST(SentencesTest, ASpeechAndItsSpeakerAreOne) {
  EXPECT_THAT(SentencesOf("“走吧。不等了。”他说。他走了。"),
              ElementsAre("“走吧。不等了。”他说。", "他走了。"));
  EXPECT_THAT(SentencesOf("他说:“走吧。”随后离开。"), ElementsAre("他说:“走吧。”", "随后离开。"));
  EXPECT_THAT(SentencesOf("他说,“走吧。”随后离开。"), ElementsAre("他说,“走吧。”", "随后离开。"));
  EXPECT_THAT(SentencesOf("“走吧,”他说,“不等了。”她没动。"),
              ElementsAre("“走吧,”他说,“不等了。”", "她没动。"));
  EXPECT_THAT(SentencesOf("“走吧。”“不走。”"), ElementsAre("“走吧。”", "“不走。”"));
  EXPECT_THAT(SentencesOf("他喊出“必须赢。”的口号。完。"), ElementsAre("他喊出“必须赢。”的口号。", "完。"));
  EXPECT_THAT(SentencesOf("他收购了“去哪儿?”网站。"), ElementsAre("他收购了“去哪儿?”网站。"));
  EXPECT_THAT(SentencesOf("他说“走吧”。她没动。"), ElementsAre("他说“走吧”。", "她没动。"));
}

TEST(SentencesTest, AnUnclosedQuotationDoesNotSwallowTheParagraph) {
  EXPECT_THAT(SentencesOf("他说:“走吧。不等了。他走了。\n乙来了。"),
              ElementsAre("他说:“走吧。", "不等了。", "他走了。", "乙来了。"));
}

TEST(SentencesTest, KnowHeadings) {
  EXPECT_THAT(SentencesOf("换帅之后\n甲走了。\n一、出走的人"),
              ElementsAre("#换帅之后", "甲走了。", "#一、出走的人"));
  EXPECT_THAT(SentencesOf("两种策略:\n" + std::string(130, 'a')),
              ElementsAre("两种策略:", std::string(130, 'a')));
}

TEST(SentencesTest, CoverTheirParagraphs) {
  const FoldedText text = Unfolded("甲。“乙。”丙:“丁,戊?”\n己\n\n“庚");
  const Structure structure = ParseStructure(text);
  int last = 0;
  for (size_t i = 0; i < structure.sentences.size(); ++i) {
    const Sentence& s = structure.sentences[i];
    const Span paragraph = structure.paragraphs[s.paragraph];
    EXPECT_TRUE(paragraph.Contains(s.span));
    EXPECT_EQ(s.span.begin, last == paragraph.end || last < paragraph.begin ? paragraph.begin : last);
    last = s.span.end;
    EXPECT_EQ(s.first_clause, i == 0 ? 0 : structure.sentences[i - 1].end_clause);
  }
  EXPECT_EQ(structure.sentences.back().end_clause, static_cast<int>(structure.clauses.size()));
}

TEST(ClausesTest, SplitAtPunctuation) {
  EXPECT_THAT(ClausesOf("甲,乙;丙:丁—戊、己。"), ElementsAre("甲", "乙", "丙", "丁", "戊、己"));
  EXPECT_THAT(ClausesOf("营收1,234亿,14:05发布(NYSE:ABC)。"),
              ElementsAre("营收1,234亿", "14:05发布(NYSE:ABC)"));
  EXPECT_THAT(ClausesOf("【14:05】甲来了。"), ElementsAre("14:05", "甲来了"));
  EXPECT_THAT(ClausesOf("甲换将 乙裁员"), ElementsAre("甲换将", "乙裁员"));
  EXPECT_THAT(ClausesOf("Acme Labs换将"), ElementsAre("Acme Labs换将"));
  EXPECT_THAT(ClausesOf(",,。\n、"), IsEmpty());
}

TEST(ClausesTest, ASpeechHasItsOwn) {
  EXPECT_THAT(ClausesOf("他说:“钱不多,人不少。”随后离开。"),
              ElementsAre("他说", "钱不多@0", "人不少@0", "随后离开"));
  EXPECT_THAT(ClausesOf("“钱不多,人不少。”他说。"),
              ElementsAre("“钱不多,人不少。”他说", "钱不多@0<0", "人不少@0<0"));
  EXPECT_THAT(ClausesOf("“走吧,”他说,“不等了。”"), ElementsAre("“走吧,”他说", "走吧@0<0", "不等了@1"));
  EXPECT_THAT(ClausesOf("他说:“她说:‘走,快走。’我没动。”"),
              ElementsAre("他说", "她说@0", "走@1", "快走@1", "我没动@0"));
}

TEST(ClausesTest, ANameInQuotesSplitsNothing) {
  EXPECT_THAT(ClausesOf("他创办“红,与黑”公司,又走了。"), ElementsAre("他创办“红,与黑”公司", "又走了"));
  EXPECT_THAT(ClausesOf("据《红,与黑》报道,甲走了。"), ElementsAre("据《红,与黑》报道", "甲走了"));
}

TEST(ClausesTest, AnUnclosedSpeechMarksItsClauses) {
  EXPECT_THAT(ClausesOf("他说:“走吧,快。不等了。"), ElementsAre("他说", "走吧@0", "快@0", "不等了@0"));
}

TEST(QuotationsTest, KnowTheirKind) {
  EXPECT_THAT(QuotationsOf("他说:“走”,做“走吧”与“走吧。”和《走》。"),
              ElementsAre("S-1 走", "N-1 走吧", "S-1 走吧。", "T-1 走"));
  EXPECT_THAT(QuotationsOf("所谓“一二三四五六七八九十一二三”。"),
              ElementsAre("S-1 一二三四五六七八九十一二三"));
  EXPECT_THAT(QuotationsOf("所谓“Large Language Model as a Judge”。"),
              ElementsAre("N-1 Large Language Model as a Judge"));
}

TEST(QuotationsTest, NestAndClose) {
  EXPECT_THAT(QuotationsOf("“甲‘乙’《丙》”"), ElementsAre("N-1 甲‘乙’《丙》", "N0 乙", "T0 丙"));
  EXPECT_THAT(QuotationsOf("“甲‘乙”丙"), ElementsAre("N-1 甲‘乙", "N!0 乙"));
  EXPECT_THAT(QuotationsOf("甲”乙’丙》"), IsEmpty());
  EXPECT_THAT(QuotationsOf("《甲“乙”\n“丙”》"), ElementsAre("N-1 乙", "N-1 丙"));
  EXPECT_THAT(QuotationsOf("“甲\n乙”"), ElementsAre("N!-1 甲"));
  EXPECT_THAT(QuotationsOf("“”"), ElementsAre("N-1 "));
}

TEST(QuotationsTest, ReadDeepNestingFlat) {
  std::string deep;
  for (int i = 0; i < 20; ++i) deep += "“‘";
  EXPECT_EQ(QuotationsOf(deep).size(), 8u);
}

TEST(LookupTest, FindsWhatHoldsACharacter) {
  const FoldedText text = Unfolded("甲说:“钱不多,人不少。”他走,了。\n乙");
  const Structure structure = ParseStructure(text);
  const auto clause_at = [&](const char32_t* word) {
    const int clause = structure.ClauseAt(static_cast<int>(text.chars.find(word)));
    return clause < 0 ? "" : Text(text, structure.clauses[clause].span);
  };
  EXPECT_EQ(clause_at(U"说"), "甲说");
  EXPECT_EQ(clause_at(U":"), "甲说");
  EXPECT_EQ(clause_at(U"多"), "钱不多");
  EXPECT_EQ(clause_at(U","), "钱不多");
  EXPECT_EQ(clause_at(U"少"), "人不少");
  EXPECT_EQ(clause_at(U"走"), "他走");
  EXPECT_EQ(clause_at(U"了"), "了");
  EXPECT_EQ(clause_at(U"乙"), "乙");
  EXPECT_EQ(structure.ClauseAt(-1), -1);
  EXPECT_EQ(structure.ClauseAt(text.size()), -1);
  EXPECT_EQ(structure.SentenceAt(static_cast<int>(text.chars.find(U'\n'))), -1);
  EXPECT_EQ(structure.SentenceAt(text.size() - 1), 2);
  EXPECT_EQ(structure.QuotationAt(static_cast<int>(text.chars.find(U'多'))), 0);
  EXPECT_EQ(structure.QuotationAt(static_cast<int>(text.chars.find(U'“'))), -1);
  EXPECT_EQ(structure.QuotationAt(static_cast<int>(text.chars.find(U'走'))), -1);
}

TEST(LookupTest, ClimbsOutOfASpeechInsideAClause) {
  const FoldedText text = Unfolded("“钱不多,人不少。”他说“‘甲’乙”。");
  const Structure structure = ParseStructure(text);
  EXPECT_EQ(structure.ClauseAt(static_cast<int>(text.chars.find(U'他'))), 0);
  EXPECT_EQ(structure.ClauseAt(static_cast<int>(text.chars.find(U'”'))), 0);
  EXPECT_EQ(structure.ClauseAt(static_cast<int>(text.chars.find(U'人'))), 2);
  EXPECT_EQ(structure.QuotationAt(static_cast<int>(text.chars.find(U'甲'))), 2);
  EXPECT_EQ(structure.QuotationAt(static_cast<int>(text.chars.find(U'乙'))), 1);
}

TEST(LookupTest, EmptyStructureHoldsNothing) {
  const Structure structure = ParseStructure(FoldedText{});
  EXPECT_EQ(structure.SentenceAt(0), -1);
  EXPECT_EQ(structure.ClauseAt(0), -1);
  EXPECT_EQ(structure.QuotationAt(0), -1);
}

}  // namespace
}  // namespace annals
