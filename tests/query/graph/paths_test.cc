#include "query/graph/paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "query/entities/entity_lookup.h"
#include "query/index/event_scan.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The entities on a path, by id without its prefix: "A X B".
std::string Text(const IndexView& view, EntityNumber at, const std::vector<GraphEdge>& path) {
  std::vector<EntityNumber> numbers = {at};
  for (const GraphEdge& edge : path) numbers.push_back(edge.from == numbers.back() ? edge.to : edge.from);
  std::vector<std::string> names;
  const auto entities = *view.ReadEntities(numbers);
  for (const EntityRecord& entity : entities) names.emplace_back(entity.entity.id().substr(2));
  return absl::StrJoin(names, " ");
}

class PathsTest : public testing::Test {
 protected:
  void Add(const std::string& extraction, const std::string& published = "2025-09-01") {
    journal_.Extract(absl::StrCat("a", journal_.entries().size()), published, extraction);
  }
  void Join(const std::string& person, const std::string& company, const std::string& day = "2025-01-01") {
    Add(TestEvent("JOIN", absl::StrCat("person=p:", person, " organization=o:", company), day));
  }

  FoundPaths Find(const std::string& from, const std::string& to) {
    index_.Apply(journal_.entries());
    view_ = *index_->View();
    WorkBudget budget(200000);
    auto found = FindPaths(*view_, *LookUpEntity(*view_, from), *LookUpEntity(*view_, to), query_, budget);
    EXPECT_TRUE(found.ok()) << found.status();
    return found.ok() ? *std::move(found) : FoundPaths();
  }

  std::vector<std::string> Paths(const std::string& from, const std::string& to) {
    const FoundPaths found = Find(from, to);
    std::vector<std::string> texts;
    for (const auto& path : found.paths) texts.push_back(Text(*view_, *view_->FindEntity(from), path));
    truncated_ = found.truncated;
    return texts;
  }

  TestIndex index_;
  TestJournal journal_;
  std::unique_ptr<IndexView> view_;
  PathQuery query_{.max_paths = 3, .max_fanout = 500};
  bool truncated_ = false;
};

TEST_F(PathsTest, TwoPeopleMeetAtACompany) {
  Join("Ann", "Acme", "2024-01-01");
  Join("Ben", "Acme", "2025-01-01");
  Join("Ann", "Bolt", "2020-01-01");
  Join("Ben", "Bolt", "2021-01-01");
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), ElementsAre("Ann Acme Ben", "Ann Bolt Ben"));
  EXPECT_FALSE(truncated_);
}

TEST_F(PathsTest, FourHopsMeetInTheMiddle) {
  Join("Ann", "Acme");
  Join("Mid", "Acme");
  Join("Mid", "Bolt");
  Join("Ben", "Bolt");
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), ElementsAre("Ann Acme Mid Bolt Ben"));
  EXPECT_THAT(Paths("p:Ann", "o:Bolt"), ElementsAre("Ann Acme Mid Bolt"));
  query_.max_hops = 3;
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), IsEmpty());
}

TEST_F(PathsTest, RelationsAreEdges) {
  Add("relations { type: RELATION_TYPE_MENTOR_OF from_entity_id: 'p:Ann' to_entity_id: 'p:Ben' }"
      "relations { type: RELATION_TYPE_PART_OF from_entity_id: 'u:Lab' to_entity_id: 'o:Acme' }"
      "relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:Ben' to_entity_id: 'u:Lab' title: 'head' "
      "}");
  EXPECT_THAT(Paths("p:Ann", "o:Acme"), ElementsAre("Ann Ben Lab Acme"));
  query_.selection.relation_types.set(v1::RELATION_TYPE_PART_OF);
  query_.selection.relation_types.set(v1::RELATION_TYPE_POSITION);
  EXPECT_THAT(Paths("p:Ann", "o:Acme"), IsEmpty());
}

TEST_F(PathsTest, OnlyEventsThatCountAreEdges) {
  Join("Ann", "Acme", "2024-05-01");
  Add(TestEvent("DEPART", "person=p:Ben organization=o:Acme", "2023-05-01", "NEGATED", "RUMORED"));
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), ElementsAre("Ann Acme Ben"));
  query_.selection.events.min_certainty = v1::CERTAINTY_REPORTED;
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), IsEmpty());
  query_.selection.events = {.first_day = ParseDayNumber("2024-01-01")};
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), IsEmpty());
  query_.selection.events = {};
  query_.selection.events.types.set(v1::EVENT_TYPE_JOIN);
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), IsEmpty());
}

TEST_F(PathsTest, ARoleIsAskedOfEitherEnd) {
  Join("Ann", "Acme");
  query_.selection.events.roles.set(v1::ROLE_ORGANIZATION);
  EXPECT_THAT(Paths("p:Ann", "o:Acme"), ElementsAre("Ann Acme"));
  query_.selection.events.roles.reset();
  query_.selection.events.roles.set(v1::ROLE_RECRUITER);
  EXPECT_THAT(Paths("p:Ann", "o:Acme"), IsEmpty());
}

TEST_F(PathsTest, OfParallelEdgesTheNewestIsShown) {
  Join("Ann", "Acme", "2021-01-01");
  Add(TestEvent("DEPART", "person=p:Ann organization=o:Acme", "2024-01-01"));
  Join("Ann", "Acme", "2022-01-01");
  const FoundPaths found = Find("p:Ann", "o:Acme");
  ASSERT_EQ(found.paths.size(), 1u);
  EXPECT_EQ(found.paths[0][0].header.type, v1::EVENT_TYPE_DEPART);
}

TEST_F(PathsTest, NobodyIsConnectedWithAStranger) {
  Join("Ann", "Acme");
  Join("Ben", "Bolt");
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), IsEmpty());
  EXPECT_FALSE(truncated_);
}

TEST_F(PathsTest, ASuperNodeIsSeenFromItsOtherEnd) {
  Join("Ann", "Acme", "2000-01-01");
  Join("Ben", "Acme", "2000-01-02");
  std::string crowd;
  for (int i = 0; i < 3000; ++i) {
    crowd += TestEvent("JOIN", absl::StrCat("person=p:", i, " organization=o:Acme"), "2025-01-01");
  }
  Add(crowd);
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), ElementsAre("Ann Acme Ben"));
  EXPECT_TRUE(truncated_);  // there might be others through the rest of the crowd
  EXPECT_THAT(Paths("o:Acme", "p:Ann"), ElementsAre("Acme Ann"));
}

TEST_F(PathsTest, FanOutTakesTheNewestEdges) {
  Join("Ann", "Old", "2000-01-01");
  Join("Ann", "New", "2025-01-01");
  Join("Ben", "New", "2025-01-01");
  Join("Ben", "Old", "2000-01-01");
  query_.max_fanout = 1;
  EXPECT_THAT(Paths("p:Ann", "p:Ben"), ElementsAre("Ann New Ben"));
  EXPECT_TRUE(truncated_);
}

TEST_F(PathsTest, AnInterruptEndsTheSearch) {
  std::string crowd;
  for (int i = 0; i < 1000; ++i) {
    crowd += TestEvent("JOIN", absl::StrCat("person=p:", i, " organization=o:Acme"), "2025-01-01");
  }
  Add(crowd);
  Join("Far", "Bolt");
  index_.Apply(journal_.entries());
  const auto view = *index_->View();
  WorkBudget budget(200000, [] { return absl::CancelledError("the client went away"); });
  const auto found =
      FindPaths(*view, *LookUpEntity(*view, "o:Acme"), *LookUpEntity(*view, "p:Far"), query_, budget);
  EXPECT_EQ(found.status().code(), absl::StatusCode::kCancelled);
}

// The definition, by lists and loops: all simple paths of at most four hops, sorted.
class AllPaths {
 public:
  AllPaths(const IndexView& view, PathOrder order) : view_(view), order_(order) {
    for (EntityNumber self = 1; self <= view.meta().last_entity(); ++self) AddEdgesOf(self);
  }

  std::vector<std::string> Best(EntityNumber from, EntityNumber to, size_t count) {
    found_.clear();
    nodes_ = {from};
    Walk(to);
    std::sort(found_.begin(), found_.end());
    std::vector<std::string> texts;
    for (const auto& [key, path] : found_) {
      if (texts.size() < count) texts.push_back(Text(view_, from, path));
    }
    return texts;
  }

 private:
  using Key = std::tuple<int, int, std::vector<EntityNumber>>;
  struct Found {
    Key key;
    std::vector<GraphEdge> path;
    bool operator<(const Found& other) const { return key < other.key; }
  };

  void Add(EntityNumber a, EntityNumber b, const GraphEdge& edge) {
    if (a == b) return;
    const auto [at, added] = edges_[a].try_emplace(b, edge);
    if (!added && NewerEdge(edge, at->second)) at->second = edge;
  }

  void AddEdgesOf(EntityNumber self) {
    const auto entity = *view_.ReadEntity(self);
    if (!entity) return;
    WorkBudget budget(100000);
    EventScan scan(view_, std::vector<EntityRecord>{*entity}, {}, budget);
    while (scan.Next()) {
      for (const HeaderEdge& edge : scan.header().edges) {
        Add(self, edge.other, EdgeOfEvent(self, scan.position(), scan.header(), edge));
      }
    }
    const auto relations = *view_.ReadRelations(self, std::nullopt, 1000);
    for (const StoredRelation& relation : relations) {
      Add(self, relation.relation.other, EdgeOfRelation(relation));
    }
  }

  void Walk(EntityNumber to) {
    if (nodes_.back() == to) {
      int oldest = kLastDay + 1;
      for (const GraphEdge& edge : path_) oldest = std::min(oldest, edge.day == kUndatedDay ? -1 : edge.day);
      const int hops = static_cast<int>(path_.size());
      const bool by_hops = order_ == PathOrder::kFewestHops;
      found_.push_back({{by_hops ? hops : -oldest, by_hops ? -oldest : hops, nodes_}, path_});
      return;
    }
    if (path_.size() == kMaxPathHops) return;
    for (const auto& [next, edge] : edges_[nodes_.back()]) {
      if (std::find(nodes_.begin(), nodes_.end(), next) != nodes_.end()) continue;
      nodes_.push_back(next);
      path_.push_back(edge);
      Walk(to);
      nodes_.pop_back();
      path_.pop_back();
    }
  }

  const IndexView& view_;
  const PathOrder order_;
  std::map<EntityNumber, std::map<EntityNumber, GraphEdge>> edges_;
  std::vector<EntityNumber> nodes_;
  std::vector<GraphEdge> path_;
  std::vector<Found> found_;
};

TEST(PathsPropertyTest, TheBestOfAllSimplePathsAreFound) {
  for (uint32_t seed = 0; seed < 12; ++seed) {
    TestIndex index;
    index.Apply(RandomHistory(seed, 60, 8));
    const auto view = *index->View();
    const EntityNumber last = view->meta().last_entity();
    for (const PathOrder order : {PathOrder::kFewestHops, PathOrder::kMostRecent}) {
      AllPaths all(*view, order);
      const PathQuery query{.max_paths = 4, .max_fanout = 500, .order = order};
      for (EntityNumber from = 1; from <= last; ++from) {
        const EntityNumber to = from % last + 1;
        const auto ends = *view->ReadEntities({from, to});
        if (ends.size() < 2 || from == to) continue;
        WorkBudget budget(200000);
        const auto found = FindPaths(*view, ends[0], ends[1], query, budget);
        ASSERT_TRUE(found.ok()) << found.status();
        std::vector<std::string> texts;
        for (const auto& path : found->paths) texts.push_back(Text(*view, from, path));
        EXPECT_EQ(texts, all.Best(from, to, 4)) << "seed " << seed << " from " << from << " to " << to;
        EXPECT_FALSE(found->truncated);
      }
    }
  }
}

}  // namespace
}  // namespace annals::query
