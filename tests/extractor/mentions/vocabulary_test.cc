#include "extractor/mentions/vocabulary.h"

#include "gtest/gtest.h"

namespace annals {
namespace {

Table TableOf(absl::string_view content) { return Table::Parse("words.tsv", content).value(); }

TEST(Vocabulary, RareWordsCostMore) {
  const Table table = TableOf("# words\nword\tfrequency\ttag\n的\t1000\tuj\n云雀\t10\tn\n迁徙\t10\tvn\n");
  const Vocabulary vocabulary = Vocabulary::Load({&table}).value();
  ASSERT_NE(vocabulary.Find(U"的"), nullptr);
  ASSERT_NE(vocabulary.Find(U"云雀"), nullptr);
  EXPECT_LT(vocabulary.Find(U"的")->cost, vocabulary.Find(U"云雀")->cost);
  EXPECT_EQ(vocabulary.Find(U"迁徙")->tag, 'v');
  EXPECT_EQ(vocabulary.Find(U"迁徙")->subtag, 'n');
}

TEST(Vocabulary, KnowsWhatItDoesNotHold) {
  const Table table = TableOf("# words\nword\tfrequency\ttag\n云雀\t10\tn\n千里之外的人\t10\tl\n");
  const Vocabulary vocabulary = Vocabulary::Load({&table}).value();
  EXPECT_EQ(vocabulary.Find(U"云"), nullptr);
  EXPECT_EQ(vocabulary.Find(U"千里之外的人"), nullptr) << "longer than the table holds";
  EXPECT_EQ(vocabulary.Find(U""), nullptr);
  EXPECT_TRUE(vocabulary.MayStart(U'云', U'雀'));
}

TEST(Vocabulary, RefusesAFrequencyThatIsNone) {
  const Table table = TableOf("# words\nword\tfrequency\ttag\n云雀\toften\tn\n");
  EXPECT_EQ(Vocabulary::Load({&table}).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(Vocabulary, RefusesATableWithoutItsColumns) {
  const Table table = TableOf("# words\nword\ttag\n云雀\tn\n");
  EXPECT_EQ(Vocabulary::Load({&table}).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace annals
