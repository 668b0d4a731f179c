#include "query/flows/flows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class FlowsTest : public testing::Test {
 protected:
  FlowsTest() { query_.selection.statuses.set(v1::EVENT_STATUS_OCCURRED); }

  void Add(const std::string& extraction) {
    journal_.Extract(absl::StrCat("a", journal_.entries().size()), "2025-09-01", extraction);
  }
  void Move(const std::string& person, const std::string& from, const std::string& to, const std::string& day,
            const std::string& certainty = "CONFIRMED") {
    Add(TestEvent("JOIN",
                  absl::StrCat("person=p:", person, " organization=o:", to, " from_organization=o:", from),
                  day, "OCCURRED", certainty));
  }

  Flows Read(WorkBudget& budget, const std::string& organization = "") {
    index_.Apply(journal_.entries());
    view_ = *index_->View();
    query_.organization.reset();
    if (!organization.empty()) query_.organization = *view_->ReadEntity(*view_->FindEntity(organization));
    auto flows = ReadFlows(*view_, query_, budget);
    EXPECT_TRUE(flows.ok()) << flows.status();
    return flows.ok() ? *std::move(flows) : Flows();
  }
  // "Acme to Bolt 2025-01-01: 2 people, 3 events"
  std::vector<std::string> Texts(const std::string& organization = "") {
    WorkBudget budget(rows_);
    const Flows flows = Read(budget, organization);
    truncated_ = flows.truncated;
    std::vector<std::string> texts;
    for (const Flow& flow : flows.flows) {
      const auto ends = *view_->ReadEntities({flow.from, flow.to});
      std::string period;
      if (flow.period)
        period = *flow.period == kUndatedDay ? " ?" : absl::StrCat(" ", FormatDayNumber(*flow.period));
      texts.push_back(absl::StrCat(ends[0].entity.name(), " to ", ends[1].entity.name(), period, ": ",
                                   flow.people.size(), " people, ", flow.event_ids.size(), " events"));
    }
    return texts;
  }

  TestIndex index_;
  TestJournal journal_;
  std::unique_ptr<IndexView> view_;
  FlowQuery query_{.max_flows = 200, .max_ids = 10000};
  uint64_t rows_ = 200000;
  bool truncated_ = false;
};

TEST_F(FlowsTest, MostPeopleFirst) {
  Move("A", "Acme", "Bolt", "2025-01-01");
  Move("B", "Core", "Acme", "2025-01-02");
  Move("C", "Core", "Acme", "2025-03-02");
  EXPECT_THAT(Texts(), ElementsAre("Core to Acme: 2 people, 2 events", "Acme to Bolt: 1 people, 1 events"));
}

TEST_F(FlowsTest, LeavingAndJoiningMeetAcrossArticles) {
  Add(TestEvent("DEPART", "person=p:A organization=o:Acme", "2024-12-01"));
  Add(TestEvent("JOIN", "person=p:A organization=o:Bolt", "2025-02-01"));
  EXPECT_THAT(Texts(), ElementsAre("Acme to Bolt: 1 people, 2 events"));
  EXPECT_THAT(Texts("o:Acme"), ElementsAre("Acme to Bolt: 1 people, 2 events"));
  EXPECT_THAT(Texts("o:Bolt"), ElementsAre("Acme to Bolt: 1 people, 2 events"));
}

TEST_F(FlowsTest, AMoveToldTwiceCountsOnce) {
  Add(TestEvent("DEPART", "person=p:A organization=o:Acme to_organization=o:Bolt", "2024-12-30"));
  Move("A", "Acme", "Bolt", "2025-01-05");
  query_.width = BucketWidth::kMonth;
  EXPECT_THAT(Texts(), ElementsAre("Acme to Bolt 2025-01-01: 1 people, 2 events"));
}

TEST_F(FlowsTest, PeriodsAreThoseOfJoining) {
  Move("A", "Acme", "Bolt", "2024-11-05");
  Move("A", "Acme", "Bolt", "2025-02-05");
  Move("B", "Acme", "Bolt", "");
  query_.width = BucketWidth::kQuarter;
  EXPECT_THAT(Texts(), ElementsAre("Acme to Bolt 2024-10-01: 1 people, 1 events",
                                   "Acme to Bolt 2025-01-01: 1 people, 1 events",
                                   "Acme to Bolt ?: 1 people, 1 events"));
}

TEST_F(FlowsTest, AWindowIsOfTheMovesNotOfTheLeaving) {
  Add(TestEvent("DEPART", "person=p:A organization=o:Acme", "2024-12-01"));
  Add(TestEvent("JOIN", "person=p:A organization=o:Bolt", "2025-02-01"));
  Move("B", "Acme", "Bolt", "");
  query_.selection.first_day = ParseDayNumber("2025-01-01");
  EXPECT_THAT(Texts(), ElementsAre("Acme to Bolt: 1 people, 2 events"));
  query_.selection.first_day = ParseDayNumber("2024-11-01");
  query_.selection.last_day = ParseDayNumber("2025-01-31");
  EXPECT_THAT(Texts(), IsEmpty());
}

TEST_F(FlowsTest, RumoursAndPlansCountWhereAskedFor) {
  Move("A", "Acme", "Bolt", "2025-01-01", "RUMORED");
  Add(TestEvent("JOIN", "person=p:B organization=o:Bolt from_organization=o:Acme", "2025-01-02", "PLANNED"));
  EXPECT_THAT(Texts(), ElementsAre("Acme to Bolt: 1 people, 1 events"));
  query_.selection.min_certainty = v1::CERTAINTY_REPORTED;
  EXPECT_THAT(Texts(), IsEmpty());
  query_.selection.statuses.set(v1::EVENT_STATUS_PLANNED);
  EXPECT_THAT(Texts(), ElementsAre("Acme to Bolt: 1 people, 1 events"));
}

TEST_F(FlowsTest, OneOrganisationsMovesAreThoseOfTheWholeTable) {
  Move("A", "Acme", "Bolt", "2025-01-01");
  Move("B", "Core", "Bolt", "2025-01-02");
  Move("C", "Bolt", "Core", "2025-01-03");
  Move("D", "Acme", "Core", "2025-01-04");
  EXPECT_THAT(Texts("o:Bolt"),
              ElementsAre("Acme to Bolt: 1 people, 1 events", "Bolt to Core: 1 people, 1 events",
                          "Core to Bolt: 1 people, 1 events"));
}

TEST_F(FlowsTest, FlowsAndTheirPeopleAreBounded) {
  for (const char* person : {"A", "B", "C"}) Move(person, "Acme", "Bolt", "2025-01-01");
  Move("D", "Core", "Bolt", "2025-01-01");
  query_.max_flows = 1;
  EXPECT_THAT(Texts(), ElementsAre("Acme to Bolt: 3 people, 3 events"));
  EXPECT_TRUE(truncated_);
  query_.max_flows = 2;
  EXPECT_THAT(Texts(), SizeIs(2));
  EXPECT_FALSE(truncated_);
  query_.max_ids = 2;
  EXPECT_THAT(Texts(), ElementsAre("Acme to Bolt: 2 people, 2 events"));
  EXPECT_TRUE(truncated_);
}

TEST_F(FlowsTest, ASpentBudgetShowsTheNewestMoves) {
  for (int day = 10; day < 30; ++day) Move("A", "Acme", "Bolt", absl::StrCat("2025-01-", day));
  Move("B", "Core", "Bolt", "2025-06-01");
  rows_ = 12;
  query_.width = BucketWidth::kMonth;
  EXPECT_THAT(Texts(), testing::Contains("Core to Bolt 2025-06-01: 1 people, 1 events"));
  EXPECT_TRUE(truncated_);
}

TEST_F(FlowsTest, AnInterruptEndsTheRead) {
  std::string crowd;
  for (int i = 0; i < 1000; ++i)
    crowd += TestEvent("JOIN", absl::StrCat("person=p:", i, " organization=o:Acme"), "2025-01-01");
  Add(crowd);
  index_.Apply(journal_.entries());
  const auto view = *index_->View();
  WorkBudget budget(200000, [] { return absl::CancelledError("the client went away"); });
  EXPECT_EQ(ReadFlows(*view, query_, budget).status().code(), absl::StatusCode::kCancelled);
}

}  // namespace
}  // namespace annals::query
