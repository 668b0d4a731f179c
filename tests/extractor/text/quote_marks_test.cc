#include "extractor/text/quote_marks.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/extractor/text/text_testing.h"

namespace annals {
namespace {

std::string PairIn(absl::string_view utf8) {
  FoldedText text = Unfolded(utf8);
  PairQuoteMarks(text);
  return EncodeUtf8(text.chars);
}

TEST(PairQuoteMarksTest, GivesEveryMarkASide) {
  const struct {
    const char* from;
    const char* to;
  } kCases[] = {
      {R"(他说"走",又说"来")", "他说“走”,又说“来”"},
      {"他说\"走\n她说\"来\"", "他说“走\n她说“来”"},
      {R"(一块6.7"的屏)", R"(一块6.7"的屏)"},
      {R"("第3"名)", "“第3”名"},
      {"'甲'与'乙'", "‘甲’与‘乙’"},
      {"it's 'A'", "it's ‘A’"},
      {"'90年代", "'90年代"},
      {"他说“走“,又说“来“", "他说“走”,又说“来”"},
      {"他说”走”", "他说“走”"},
      {"他说“走”,又说“来", "他说“走”,又说“来"},
      {"没有引号", "没有引号"},
  };
  for (const auto& c : kCases) EXPECT_EQ(PairIn(c.from), c.to) << c.from;
}

}  // namespace
}  // namespace annals
