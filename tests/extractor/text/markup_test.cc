#include "extractor/text/markup.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

std::string Strip(absl::string_view utf8, bool html) {
  FoldedText text = Unfolded(utf8);
  StripMarkup({html, {"ad", "comment"}}, text);
  ExpectOriginsInOrder(text, utf8.size());
  return EncodeUtf8(text.chars);
}

struct Case {
  const char* from;
  const char* to;
};

TEST(StripMarkupTest, ReadsHtml) {
  const Case kCases[] = {
      {"<p>甲</p><p>乙</p>", "\n甲\n\n乙\n"},
      {"甲<br/>乙", "甲\n乙"},
      {"<b>甲</b>公司<a href=\"x\">乙</a>", "甲公司乙"},
      {"甲\n乙", "甲 乙"},
      {"<!-- 甲 <b> -->乙", "乙"},
      {"<!DOCTYPE html><?xml ?>甲", "甲"},
      {"<script>if (a<b) x();</script>甲", "甲"},
      {"<style>p{}</style>甲<unknown>乙</unknown>", "甲乙"},
      {"<td>甲</td><td>乙</td>", " 甲  乙 "},
      {"<div class=\"ad\">甲<div>乙</div></div>丙", "\n丙"},
      {"<div class=\"big ad\" id=x>甲</div>丙", "\n丙"},
      {"<div class=\"adapter\">甲</div>", "\n甲\n"},
      {"<ul id='comment'><li>甲</li></ul>丙", "\n丙"},
      {"<div class=ad>甲", "\n甲"},  // never closed: the text is kept
      {"<figure><img src=a><figcaption>图</figcaption></figure>甲", "\n\n\n甲"},
      {"1 < 2 > 0", "1 < 2 > 0"},
      {"甲<", "甲<"},
      {"<p", "<p"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Strip(c.from, true), c.to) << c.from;
}

TEST(StripMarkupTest, TakesOnlyCertainMarkupFromPlainText) {
  const Case kCases[] = {
      {"<p>甲</p>乙", "\n甲\n乙"}, {"甲\n<br>乙", "甲\n\n乙"},     {"<#site:footer_1#>甲", "甲"},
      {"a<b与b>a", "a<b与b>a"},    {"用 <T> 表示", "用 <T> 表示"}, {"<甲>", "<甲>"},
      {"R&D和AT&T", "R&D和AT&T"},  {"甲<!-- 乙 -->丙", "甲丙"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Strip(c.from, false), c.to) << c.from;
}

TEST(StripMarkupTest, DecodesEntities) {
  const Case kCases[] = {
      {"&lt;p&gt;", "<p>"},
      {"R&amp;D", "R&D"},
      {"&ldquo;甲&rdquo;&mdash;&hellip;&middot;", "“甲”—…·"},
      {"&#22269;&#x56FD;&#X56fd;&#22269", "国国国国"},
      {"&amp;nbsp;甲&amp;#22269;", "\xC2\xA0甲国"},
      {"&nosuch;&;&#;&#x;&", "&nosuch;&;&#;&#x;&"},
      {"&#0;&#xD800;&#x110000;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"&#99999999999;",
       "\xEF\xBF\xBD"
       "9999;"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(Strip(c.from, false), c.to) << c.from;
    EXPECT_EQ(Strip(c.from, true), c.to) << c.from;
  }
}

TEST(StripMarkupTest, AnEntityCoversItsBytes) {
  FoldedText text = Unfolded("甲&amp;nbsp;乙");
  StripMarkup({}, text);
  ASSERT_EQ(text.size(), 3);
  EXPECT_EQ(text.origin[1], (ByteSpan{3, 13}));
}

TEST(StripMarkupTest, EvilMarkupIsReadInOnePass) {
  for (const char* piece :
       {"<a <", "<div class=ad>", "<!--", "<script>", "<a \"", "&amp;", "&", "</p>", "<#", "<p>"}) {
    std::string evil;
    while (evil.size() < 2000000) evil += piece;
    for (bool html : {false, true}) Strip(evil, html);
  }
}

}  // namespace
}  // namespace annals
