#include "query/graph/neighborhood.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "query/entities/entity_lookup.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class NeighborhoodTest : public testing::Test {
 protected:
  void Add(const std::string& extraction) {
    journal_.Extract(absl::StrCat("a", journal_.entries().size()), "2025-09-01", extraction);
  }
  void Join(const std::string& person, const std::string& company, const std::string& day = "2025-01-01") {
    Add(TestEvent("JOIN", absl::StrCat("person=p:", person, " organization=o:", company), day));
  }
  // So many people who joined on days of 2025.
  void Crowd(const std::string& company, int people) {
    std::string crowd;
    for (int i = 0; i < people; ++i) {
      absl::StrAppend(&crowd, TestEvent("JOIN", absl::StrCat("person=p:", i, " organization=o:", company),
                                        absl::StrCat("2025-01-", 10 + i % 20)));
    }
    Add(crowd);
  }

  absl::StatusOr<Neighborhood> Read(const std::string& centre, WorkBudget& budget) {
    index_.Apply(journal_.entries());
    view_ = *index_->View();
    return ReadNeighborhood(*view_, {*LookUpEntity(*view_, centre)}, query_, budget);
  }
  Neighborhood Around(const std::string& centre) {
    WorkBudget budget(200000);
    auto found = Read(centre, budget);
    EXPECT_TRUE(found.ok()) << found.status();
    return found.ok() ? *std::move(found) : Neighborhood();
  }
  // "1 p:Ann"
  std::vector<std::string> Nodes(const std::string& centre) {
    std::vector<std::string> texts;
    for (const NeighborhoodNode& node : Around(centre).nodes)
      texts.push_back(absl::StrCat(node.distance, " ", node.entity->entity.id()));
    return texts;
  }

  TestIndex index_;
  TestJournal journal_;
  std::unique_ptr<IndexView> view_;
  NeighborhoodQuery query_{.depth = 1, .max_edges = 2000, .max_fanout = 500};
};

TEST_F(NeighborhoodTest, GoesFourHopsDeep) {
  Join("A", "W");
  Join("B", "W");
  Join("B", "X");
  Join("C", "X");
  Join("C", "Y");
  query_.depth = 3;
  EXPECT_THAT(Nodes("p:A"), ElementsAre("0 p:A", "1 o:W", "2 p:B", "3 o:X"));
  query_.depth = 4;
  EXPECT_THAT(Nodes("p:A"), ElementsAre("0 p:A", "1 o:W", "2 p:B", "3 o:X", "4 p:C"));
}

TEST_F(NeighborhoodTest, ACycleIsWalkedOnce) {
  Join("A", "W");
  Join("B", "W");
  Join("A", "X");
  Join("B", "X");
  query_.depth = 4;
  const Neighborhood around = Around("p:A");
  EXPECT_THAT(around.nodes, SizeIs(4));
  EXPECT_THAT(around.edges, SizeIs(4));
  EXPECT_FALSE(around.truncated);
}

TEST_F(NeighborhoodTest, ParallelEdgesAllShow) {
  Join("A", "W", "2020-01-01");
  Join("A", "W", "2024-01-01");
  Add("relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:A' to_entity_id: 'o:W' title: 'CEO' }"
      "relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:A' to_entity_id: 'o:W' title: 'CTO' }");
  const Neighborhood around = Around("p:A");
  EXPECT_THAT(around.nodes, SizeIs(2));
  EXPECT_THAT(around.edges, SizeIs(4));
  EXPECT_EQ(around.edges.front().day, ParseDayNumber("2024-01-01"));
}

TEST_F(NeighborhoodTest, ASuperNodeShowsItsNewestEdgesAndItsDegree) {
  Crowd("Acme", 60000);
  Join("Last", "Acme", "2025-06-01");
  query_.depth = 4;
  query_.max_fanout = 10;
  const Neighborhood around = Around("o:Acme");
  EXPECT_TRUE(around.truncated);
  EXPECT_THAT(around.edges, SizeIs(10));
  EXPECT_EQ(around.nodes[0].entity->edge_count, 60001u);
  EXPECT_EQ(around.nodes[1].entity->entity.id(), "p:Last");
}

TEST_F(NeighborhoodTest, EdgesInAllAreBounded) {
  Crowd("Acme", 50);
  query_.max_edges = 50;
  EXPECT_FALSE(Around("o:Acme").truncated);
  query_.max_edges = 49;
  const Neighborhood around = Around("o:Acme");
  EXPECT_TRUE(around.truncated);
  EXPECT_THAT(around.edges, SizeIs(49));
  EXPECT_THAT(around.nodes, SizeIs(50));
}

TEST_F(NeighborhoodTest, RelationsLeaveRoomForEvents) {
  Crowd("Acme", 10);
  std::string posts;
  for (int i = 0; i < 10; ++i) {
    absl::StrAppend(&posts, "relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:", i,
                    "' to_entity_id: 'o:Acme' title: 'chief' }");
  }
  Add(posts);
  query_.max_fanout = 6;
  const Neighborhood around = Around("o:Acme");
  EXPECT_TRUE(around.truncated);
  EXPECT_EQ(std::count_if(around.edges.begin(), around.edges.end(),
                          [](const GraphEdge& edge) { return edge.relation != nullptr; }),
            3);
}

TEST_F(NeighborhoodTest, OnlyRelationsOfTheTypesAskedFor) {
  Add("relations { type: RELATION_TYPE_MENTOR_OF from_entity_id: 'p:A' to_entity_id: 'p:B' }"
      "relations { type: RELATION_TYPE_FOUNDER_OF from_entity_id: 'p:A' to_entity_id: 'o:W' }");
  EXPECT_THAT(Nodes("p:A"), UnorderedElementsAre("0 p:A", "1 p:B", "1 o:W"));
  query_.selection.relation_types.set(v1::RELATION_TYPE_MENTOR_OF);
  EXPECT_THAT(Nodes("p:A"), ElementsAre("0 p:A", "1 p:B"));
}

TEST_F(NeighborhoodTest, ASpentBudgetAnswersWithWhatThereIs) {
  Crowd("Acme", 100);
  query_.depth = 4;
  WorkBudget budget(40);
  const auto around = Read("o:Acme", budget);
  ASSERT_TRUE(around.ok()) << around.status();
  EXPECT_TRUE(around->truncated);
  EXPECT_THAT(around->edges, SizeIs(40));
}

TEST_F(NeighborhoodTest, AnInterruptEndsTheWalk) {
  Crowd("Acme", 1000);
  WorkBudget budget(200000, [] { return absl::DeadlineExceededError("out of time"); });
  EXPECT_EQ(Read("o:Acme", budget).status().code(), absl::StatusCode::kDeadlineExceeded);
}

}  // namespace
}  // namespace annals::query
