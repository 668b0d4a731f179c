// Random histories in which it changes who is who: the index holds what it would hold had nothing ever been
// taken back, whatever the batches.
#include "tests/query/support/identity_history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "absl/strings/str_cat.h"
#include "tests/query/index/index_model.h"
#include "tests/query/support/batches.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

using History = std::vector<v1::JournalEntry>;

constexpr uint32_t kHistories = 120;

// All that can be asked, without numbers.
Lines Answers(TestIndex& index, const History& ids) {
  const auto view = *index->View();
  Lines lines = IndexEvents(*view);
  for (const Lines& more : {IndexEntities(*view, ids), IndexTimelines(*view, ids)})
    lines.insert(lines.end(), more.begin(), more.end());
  lines.push_back(absl::StrCat(view->meta().article_count(), " articles, ", view->meta().event_count(),
                               " events, ", view->meta().entity_count(), " entities"));
  return lines;
}

TEST(IdentityHistoryTest, NothingIsLeftOfWhatWasTakenBack) {
  for (uint32_t seed = 0; seed < kHistories; ++seed) {
    SCOPED_TRACE(seed);
    const History history = RandomIdentityHistory(seed, 5 + seed % 40);
    TestIndex index;
    ApplyInBatches(index, history, seed, 5);
    TestIndex plain;
    plain.Apply(WithoutDetours(history));
    ASSERT_EQ(Answers(index, history), Answers(plain, history));
  }
}

TEST(IdentityHistoryTest, RowsDoNotDependOnBatches) {
  for (uint32_t seed = 0; seed < kHistories / 12; ++seed) {
    SCOPED_TRACE(seed);
    const History history = RandomIdentityHistory(seed, 60);
    TestIndex one_go;
    one_go.Apply(history);
    for (int largest : {1, 7}) {
      TestIndex batches;
      ApplyInBatches(batches, history, seed, largest);
      ASSERT_EQ(batches.Rows(), one_go.Rows());
    }
  }
}

TEST(IdentityHistoryTest, ASplitNameStaysRightThroughAllItsSizes) {
  // Beyond what an entity's own row holds of its places, and back.
  const auto article = [](int i) {
    return TestEvent("JOIN", absl::StrCat("person=person:Ann organization=o-", i % 3), "2024-03-05") +
           "entities { id: 'person:Ann' type: ENTITY_TYPE_PERSON name: 'Ann' }";
  };
  TestJournal journal;
  TestJournal short_journal;
  for (int i = 0; i < 100; ++i) journal.Extract(absl::StrCat("a", i), "2024-03-10", article(i));
  for (int i = 0; i < 100; ++i) {
    if (i % 10 != 0) journal.Retract(absl::StrCat("a", i));
    if (i % 10 == 0) short_journal.Extract(absl::StrCat("a", i), "2024-03-10", article(i));
  }
  TestIndex index;
  ApplyInBatches(index, journal.entries(), 1, 30);
  TestIndex plain;
  plain.Apply(short_journal.entries());
  EXPECT_EQ(Answers(index, journal.entries()), Answers(plain, journal.entries()));
}

}  // namespace
}  // namespace annals::query
