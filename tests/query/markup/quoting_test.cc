#include "query/markup/quoting.h"

#include <gtest/gtest.h>

namespace annals {
namespace {

TEST(PrintableTextTest, OneLineThatDrivesNoTerminal) {
  EXPECT_EQ(PrintableText("星河 <智能> \"é\""), "星河 <智能> \"é\"");
  EXPECT_EQ(PrintableText("a\nb\tc\r\xc2\x85"
                          "d"),
            "a b c  d");
  EXPECT_EQ(PrintableText("red \x1b[31m\x07 \x7f"), "red �[31m� �");
  EXPECT_EQ(PrintableText("\xc2\x9b"
                          "31m"),
            "�31m")
      << "the one-character form of ESC [";
  EXPECT_EQ(PrintableText("evil\xe2\x80\xae"
                          "gnp.exe"),
            "evil�gnp.exe");
  EXPECT_EQ(PrintableText("\xff"
                          "a\xe6\x98"),
            "�a��")
      << "broken bytes, each";
}

TEST(XmlTextTest, WhatXmlCanHoldSurvives) {
  EXPECT_EQ(XmlText("<b a=\"1\" c='2'>&amp;"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;");
  EXPECT_EQ(XmlText("a\n\t\rb"), "a&#10;&#9;&#13;b") << "else an attribute value loses them";
  EXPECT_EQ(XmlText(absl::string_view("\0\x08", 2)), "��");
  EXPECT_EQ(XmlText("\xef\xbf\xbe"
                    "\xed\xa0\x80"),
            "����")
      << "U+FFFE; three bytes of a surrogate";
  EXPECT_EQ(XmlText("\xf0\x9f\x9a\x80 星"), "\xf0\x9f\x9a\x80 星");
}

TEST(DotStringTest, EscapesAndEntitiesAreText) {
  EXPECT_EQ(DotString("星河"), "\"星河\"");
  EXPECT_EQ(DotString("a\"b\\N\n&lt;"), "\"a\\\"b\\\\N &amp;lt;\"");
}

TEST(MermaidStringTest, EntitiesTagsAndMarkdownAreText) {
  EXPECT_EQ(MermaidString("C# \"x\" <b>&"), "\"C#35; #quot;x#quot; #lt;b#gt;#amp;\"");
  EXPECT_EQ(MermaidString("`**b**`\nend"), "\"#96;**b**#96; end\"");
}

TEST(CsvLineTest, QuotesWhatNeedsIt) {
  EXPECT_EQ(CsvLine({"a", "", "星 河"}), "a,,星 河\n");
  EXPECT_EQ(CsvLine({"", ""}), ",\n");
  EXPECT_EQ(CsvLine({"a,b", "\"x\"", "l1\nl2", "r\r"}), "\"a,b\",\"\"\"x\"\"\",\"l1\nl2\",\"r\r\"\n");
  EXPECT_EQ(CsvLine({"=1+1"}), "=1+1\n") << "values are exact";
}

}  // namespace
}  // namespace annals
