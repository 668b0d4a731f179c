// FindPaths over TCP.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/query/support/query_server.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;
using Stub = v1::QueryService::Stub;

class PathReadsTest : public testing::Test {
 protected:
  PathReadsTest() : server_(index_) {
    journal_.Extract("a1", "2025-01-02",
                     TestEvent("JOIN", "person=p:Feng organization=o:Byte", "2024-03-01") +
                         TestEvent("DEPART", "person=p:Luo organization=o:Byte", "2025-01-01") +
                         "relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:Luo' to_entity_id: "
                         "'o:Life' title: 'CTO' }");
    journal_.Extract("a2", "2025-01-03",
                     TestEvent("JOIN", "person=p:Feng organization=o:Byte", "2024-03-01"));
    index_.Apply(journal_.entries());
  }

  v1::FindPathsResponse Find(const std::string& request) {
    v1::FindPathsResponse response;
    const absl::Status status =
        server_.Call(&Stub::FindPaths, FromText<v1::FindPathsRequest>(request), response);
    EXPECT_TRUE(status.ok()) << status;
    return response;
  }

  TestJournal journal_;
  TestIndex index_;
  QueryServer server_;
};

TEST_F(PathReadsTest, APathHasItsEdgesInOrder) {
  const v1::FindPathsResponse response = Find("from_entity: 'Feng' to_entity: 'life'");
  ASSERT_EQ(response.paths_size(), 1);
  std::vector<std::string> edges;
  for (const v1::Edge& edge : response.paths(0).edges()) {
    edges.push_back(absl::StrCat(edge.from_entity_id(), " ", edge.to_entity_id(), " ", edge.time().start(),
                                 edge.title()));
  }
  EXPECT_THAT(edges, ElementsAre("p:Feng o:Byte 2024-03-01", "p:Luo o:Byte 2025-01-01", "p:Luo o:Life CTO"));
  EXPECT_THAT(response.paths(0).edges(0).article_ids(), ElementsAre("a1", "a2"));
  EXPECT_THAT(response.paths(0).edges(0).event_id(), testing::StartsWith("ev-"));
  std::vector<std::string> entities;
  for (const v1::Entity& entity : response.entities()) entities.push_back(entity.id());
  EXPECT_THAT(entities, UnorderedElementsAre("p:Feng", "o:Byte", "p:Luo", "o:Life"));
  EXPECT_EQ(response.revision(), 2u);
  EXPECT_FALSE(response.truncated());
}

TEST_F(PathReadsTest, NoPathIsAnEmptyAnswer) {
  const v1::FindPathsResponse response = Find("from_entity: 'Feng' to_entity: 'Life' max_hops: 2");
  EXPECT_EQ(response.paths_size(), 0);
  EXPECT_EQ(response.entities_size(), 0);
  EXPECT_EQ(response.revision(), 2u);
}

TEST_F(PathReadsTest, FilterRelationTypesAndOrderArePassedOn) {
  EXPECT_EQ(Find("from_entity: 'Feng' to_entity: 'Life' relation_types: RELATION_TYPE_PART_OF").paths_size(),
            0);
  EXPECT_EQ(Find("from_entity: 'Feng' to_entity: 'Luo' filter { types: EVENT_TYPE_JOIN }").paths_size(), 0);
  journal_.Extract("a3", "2020-01-02", TestEvent("RECRUIT", "person=p:Feng recruiter=p:Luo", "2020-01-01"));
  index_.Apply(journal_.entries());
  const std::string ends = "from_entity: 'Feng' to_entity: 'Luo' max_paths: 1 ";
  EXPECT_EQ(Find(ends).paths(0).edges_size(), 1);
  EXPECT_EQ(Find(ends + "order: PATH_ORDER_MOST_RECENT").paths(0).edges_size(), 2);
}

}  // namespace
}  // namespace annals::query
