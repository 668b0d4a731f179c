#include "query/graph/path_ranking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A graph of entities 1 to 9; paths are read from 1 to 9 as "1 5 9".
class PathRankingTest : public testing::Test {
 protected:
  PathRankingTest() : from_(graph_.Add(1)), to_(graph_.Add(9)) {}

  void Link(EntityNumber a, EntityNumber b, DayNumber day) {
    graph_.Add(a, {day, {++article_, 0}}, {.type = v1::EVENT_TYPE_PARTNER, .days = 1},
               {b, v1::ROLE_ORGANIZATION, v1::ROLE_ORGANIZATION});
  }

  std::vector<std::string> Paths(PathOrder order, size_t count, int min_hops = 1, int max_hops = 4) {
    WorkBudget budget(rows_);
    const RankedPaths ranked = RankPaths(graph_, {from_, to_, min_hops, max_hops, count, order}, budget);
    truncated_ = ranked.truncated;
    std::vector<std::string> texts;
    for (const auto& links : ranked.paths) {
      EntityNumber at = 1;
      std::string text = "1";
      for (LinkGraph::Link link : links) {
        const GraphEdge edge = graph_.EdgeOf(link);
        at = edge.from == at ? edge.to : edge.from;
        absl::StrAppend(&text, " ", at);
      }
      texts.push_back(text);
    }
    return texts;
  }

  LinkGraph graph_;
  const LinkGraph::Node from_;
  const LinkGraph::Node to_;
  uint64_t article_ = 0;
  uint64_t rows_ = 100000;
  bool truncated_ = false;
};

TEST_F(PathRankingTest, FewestHopsFirstThenTheMoreRecent) {
  Link(1, 9, 10);
  Link(1, 2, 50);
  Link(2, 9, 60);
  Link(1, 3, 70);
  Link(3, 9, 55);
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 5), ElementsAre("1 9", "1 3 9", "1 2 9"));
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 2), ElementsAre("1 9", "1 3 9"));
}

TEST_F(PathRankingTest, MostRecentFirstThenFewestHops) {
  Link(1, 9, 10);
  Link(1, 2, 50);
  Link(2, 9, 60);
  Link(2, 3, 50);
  Link(3, 9, 50);
  EXPECT_THAT(Paths(PathOrder::kMostRecent, 5), ElementsAre("1 2 9", "1 2 3 9", "1 9"));
}

TEST_F(PathRankingTest, APathIsAsOldAsItsOldestLink) {
  Link(1, 2, 99);
  Link(2, 9, 5);
  Link(1, 3, 6);
  Link(3, 9, 6);
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 1), ElementsAre("1 3 9"));
}

TEST_F(PathRankingTest, EqualsComeInTheOrderOfTheirEntities) {
  for (EntityNumber middle : {7, 3, 5}) {
    Link(middle, 9, 10);
    Link(1, middle, 10);
  }
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 5), ElementsAre("1 3 9", "1 5 9", "1 7 9"));
}

TEST_F(PathRankingTest, NoEntityComesTwice) {
  Link(1, 2, 10);
  Link(2, 3, 10);
  Link(2, 9, 1);
  Link(3, 4, 10);
  Link(4, 2, 10);
  Link(4, 9, 10);
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 9), ElementsAre("1 2 9", "1 2 4 9", "1 2 3 4 9"));
}

TEST_F(PathRankingTest, NoPathLeadsThroughItsEnds) {
  Link(1, 2, 10);
  Link(2, 9, 10);
  Link(9, 3, 10);
  Link(3, 4, 10);
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 9), ElementsAre("1 2 9"));
}

TEST_F(PathRankingTest, HopsAreBounded) {
  Link(1, 2, 10);
  Link(2, 3, 10);
  Link(3, 4, 10);
  Link(4, 9, 10);
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 9, 1, 3), IsEmpty());
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 9, 4, 4), ElementsAre("1 2 3 4 9"));
}

TEST_F(PathRankingTest, ASpentBudgetEndsTheSearch) {
  for (EntityNumber a = 100; a < 200; ++a) {
    Link(1, a, 10);
    Link(a, 9, 10);
  }
  rows_ = 3;
  EXPECT_THAT(Paths(PathOrder::kFewestHops, 10, 2, 2), testing::SizeIs(1));
  EXPECT_TRUE(truncated_);
}

}  // namespace
}  // namespace annals::query
