#include "extractor/mentions/word_grid.h"

#include <string>

#include "gtest/gtest.h"

namespace annals {
namespace {

constexpr char kWords[] =
    "# "
    "words\nword\tfrequency\ttag\n云\t9\tn\n云雀\t10\tn\n云雀儿\t3\tn\n云雀儿飞\t2\tv\n里之外\t4\tn\n千里之外"
    "\t5\tl\n";

TEST(WordGrid, KnowsEveryStretchAsTheVocabularyDoes) {
  const Table table = Table::Parse("words.tsv", kWords).value();
  const Vocabulary vocabulary = Vocabulary::Load({&table}).value();
  const std::u32string text = U"云雀儿飞到千里之外,𠮷云𠮷雀。不知又过了多久,才又飞来,云雀";
  const WordGrid grid(text, vocabulary);
  int found = 0;
  for (int begin = 0; begin < static_cast<int>(text.size()); ++begin) {
    for (int end = begin; end <= static_cast<int>(text.size()); ++end) {
      const Vocabulary::Word* word = grid.At({begin, end});
      const Vocabulary::Word* listed = vocabulary.Find(text.substr(begin, end - begin));
      ASSERT_EQ(word == nullptr, listed == nullptr) << begin << ' ' << end;
      if (word == nullptr) continue;
      EXPECT_EQ(word->cost, listed->cost) << begin << ' ' << end;
      EXPECT_EQ(word->tag, listed->tag) << begin << ' ' << end;
      EXPECT_EQ(word->subtag, listed->subtag) << begin << ' ' << end;
      ++found;
    }
  }
  EXPECT_EQ(found, 9);
}

}  // namespace
}  // namespace annals
