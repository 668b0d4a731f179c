// Random histories of articles, replacements and retractions: the index holds what the model says, whatever
// the batches.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <random>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tests/query/index/index_model.h"
#include "tests/query/support/batches.h"
#include "tests/query/support/history.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

using History = std::vector<v1::JournalEntry>;

constexpr int kHistories = 60;

// In batches of 1 to `largest` entries.
void ExpectLikeModel(TestIndex& index, const History& history) {
  const auto view = index->View();
  ASSERT_TRUE(view.ok()) << view.status();
  EXPECT_EQ(IndexEvents(**view), ModelEvents(history));
  EXPECT_EQ(IndexEntities(**view, history), ModelEntities(history));
  EXPECT_EQ(IndexTimelines(**view, history), ModelTimelines(history));
  EXPECT_EQ((*view)->meta().event_count(), ModelEvents(history).size());
  EXPECT_EQ((*view)->meta().entity_count(), ModelEntities(history).size());
}

TEST(IndexHistoryTest, HoldsWhatTheModelHolds) {
  for (uint32_t seed = 0; seed < kHistories; ++seed) {
    SCOPED_TRACE(seed);
    TestIndex index;
    const History history = RandomHistory(seed, 10 + seed % 30);
    ApplyInBatches(index, history, seed, 5);
    ExpectLikeModel(index, history);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(IndexHistoryTest, RowsDoNotDependOnBatches) {
  for (uint32_t seed = 0; seed < kHistories / 3; ++seed) {
    SCOPED_TRACE(seed);
    const History history = RandomHistory(seed, 60);
    TestIndex one_go;
    one_go.Apply(history);
    TestIndex one_by_one;
    ApplyInBatches(one_by_one, history, seed, 1);
    TestIndex batches;
    ApplyInBatches(batches, history, seed, 9);
    TestIndex ahead;
    for (const v1::JournalEntry& entry : history) ASSERT_TRUE(ahead->ApplyAhead(kTestJournal, {&entry}).ok());
    ASSERT_TRUE(ahead->Settle().ok());
    ASSERT_EQ(ahead.Rows(), one_go.Rows());
    ASSERT_EQ(one_by_one.Rows(), one_go.Rows());
    ASSERT_EQ(batches.Rows(), one_go.Rows());
    EXPECT_EQ(*batches->Digest(), *one_go->Digest());
  }
}

std::string Describe(const Past& past) {
  return "revision " + (past.revision ? std::to_string(*past.revision) : "-") + ", known on " +
         (past.known_on ? FormatDayNumber(*past.known_on) : "-");
}

// Around the days on which articles of random histories are published, and the one on which they are stored.
std::optional<DayNumber> RandomDay(std::mt19937& random) {
  constexpr const char* kDays[] = {"",           "1969-12-31", "1970-01-01", "2024-03-09", "2024-03-10",
                                   "2024-03-15", "2024-04-19", "2024-04-20", "2024-06-19", "2024-06-20"};
  return ParseDayNumber(kDays[random() % std::size(kDays)]);
}

void ExpectPastLikeModel(TestIndex& index, const History& history, const Past& past) {
  SCOPED_TRACE(Describe(past));
  const auto view = index->View(past);
  ASSERT_TRUE(view.ok()) << view.status();
  EXPECT_EQ(IndexEvents(**view), ModelEvents(history, past));
  EXPECT_EQ(IndexTimelines(**view, history), ModelTimelines(history, past));
  EXPECT_EQ(IndexRelations(**view, history), ModelRelations(history, past));
}

TEST(IndexHistoryTest, ShowsEveryPastAsTheModelDoes) {
  for (uint32_t seed = 0; seed < kHistories; ++seed) {
    SCOPED_TRACE(seed);
    TestIndex index;
    const History history = RandomHistory(seed, 10 + seed % 30);
    ApplyInBatches(index, history, seed, 5);
    std::mt19937 random(seed);
    for (int i = 0; i < 12; ++i) {
      Past past{.known_on = RandomDay(random)};
      if (i % 3 != 0) past.revision = random() % (history.size() + 1);
      ExpectPastLikeModel(index, history, past);
    }
    if (testing::Test::HasFailure()) return;
  }
}

// A statement without its words is compared with no other; its rows are the same in every version.
TEST(IndexHistoryTest, AReportThatStandsAloneIsThereThroughAllItsVersions) {
  TestJournal journal;
  for (const char* trigger : {"said", "told", "wrote"}) {
    journal.Extract(
        "a1", "2024-03-06",
        absl::StrCat("events { type: EVENT_TYPE_STATEMENT status: EVENT_STATUS_OCCURRED trigger: '", trigger,
                     "' arguments { role: ROLE_SPEAKER entity_id: 'p:Ann' } }"));
  }
  journal.Retract("a1");
  TestIndex index;
  index.Apply(journal.entries());
  for (uint64_t revision = 1; revision <= 4; ++revision)
    ExpectPastLikeModel(index, journal.entries(), {.revision = revision});
}

TEST(IndexHistoryTest, WithoutArticlesOnlyThePastStays) {
  for (uint32_t seed = 0; seed < 10; ++seed) {
    SCOPED_TRACE(seed);
    TestJournal journal;
    for (const v1::JournalEntry& entry : RandomHistory(seed, 40)) journal.Add(entry);
    for (int i = 0; i <= 40 / 3; ++i) journal.Retract("article-" + std::to_string(i));
    TestIndex index;
    ApplyInBatches(index, journal.entries(), seed, 4);
    std::string present_tables;
    for (const auto& [key, value] : index.Rows()) {
      if (absl::ascii_islower(key.front()) && key.front() != 'c') present_tables += key.front();
    }
    EXPECT_EQ(present_tables, "") << "where the index is, what changed when, and what was";
  }
}

}  // namespace
}  // namespace annals::query
