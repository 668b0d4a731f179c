#include "query/graph/link_graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace annals::query {
namespace {

constexpr DayNumber kMonday = 739000;

void AddJoin(LinkGraph& graph, EntityNumber person, EntityNumber company, DayNumber day, uint64_t article) {
  graph.Add(person, {day, {article, 0}}, {.type = v1::EVENT_TYPE_JOIN, .days = 1},
            {company, v1::ROLE_PERSON, v1::ROLE_ORGANIZATION});
}

StoredRelation Position(EntityNumber person, EntityNumber company, const char* start) {
  StoredRelation relation;
  relation.relation = {person, RelationWay::kOut, v1::RELATION_TYPE_POSITION, company, "CEO"};
  relation.time.set_start(start);
  return relation;
}

TEST(LinkGraphTest, BothEndsKnowALink) {
  LinkGraph graph;
  AddJoin(graph, 70, 80, kMonday, 1);
  const LinkGraph::Node person = graph.Add(70);
  const LinkGraph::Node company = graph.Add(80);
  ASSERT_EQ(graph.Neighbours(person).size(), 1u);
  EXPECT_EQ(graph.Neighbours(person)[0].node, company);
  ASSERT_EQ(graph.Neighbours(company).size(), 1u);
  EXPECT_EQ(graph.Neighbours(company)[0].node, person);
  EXPECT_EQ(graph.EntityOf(company), 80u);
  EXPECT_EQ(graph.Recency(0), kMonday);
}

TEST(LinkGraphTest, AnEdgeIsTheSameFromEitherEnd) {
  LinkGraph from_person;
  AddJoin(from_person, 70, 80, kMonday, 1);
  LinkGraph from_company;
  from_company.Add(80, {kMonday, {1, 0}}, {.type = v1::EVENT_TYPE_JOIN, .days = 1},
                   {70, v1::ROLE_ORGANIZATION, v1::ROLE_PERSON});
  EXPECT_EQ(from_person.EdgeOf(0).Identity(), from_company.EdgeOf(0).Identity());
  EXPECT_EQ(from_company.EdgeOf(0).from, 70u);
  EXPECT_EQ(from_company.EdgeOf(0).from_role, v1::ROLE_PERSON);
}

TEST(LinkGraphTest, OfParallelEdgesTheNewestIsTheLink) {
  LinkGraph graph;
  AddJoin(graph, 70, 80, kMonday, 1);
  AddJoin(graph, 70, 80, kMonday + 7, 2);
  AddJoin(graph, 70, 80, kUndatedDay, 3);
  graph.Add(Position(70, 80, "0001-01-01"));
  ASSERT_EQ(graph.Neighbours(graph.Add(70)).size(), 1u);
  EXPECT_EQ(graph.EdgeOf(0).event.event.article, 2u);
  graph.Add(Position(70, 80, "2100-01-01"));
  EXPECT_TRUE(graph.EdgeOf(0).relation != nullptr);
}

TEST(LinkGraphTest, WhatHasNoDayIsOlderThanAnything) {
  LinkGraph graph;
  AddJoin(graph, 70, 80, kUndatedDay, 1);
  EXPECT_EQ(graph.Recency(0), -1);
  AddJoin(graph, 70, 80, 0, 2);
  EXPECT_EQ(graph.Recency(0), 0);
}

TEST(LinkGraphTest, AnEdgeToItselfIsNoLink) {
  LinkGraph graph;
  AddJoin(graph, 70, 70, kMonday, 1);
  EXPECT_TRUE(graph.Neighbours(graph.Add(70)).empty());
}

}  // namespace
}  // namespace annals::query
