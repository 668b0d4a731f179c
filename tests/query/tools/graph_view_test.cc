#include "query/tools/graph_view.h"

#include <gtest/gtest.h>

#include "query/tools/diagram_markup.h"
#include "query/tools/entity_view.h"
#include "query/tools/wording.h"
#include "tests/support/text_proto.h"

namespace annals {
namespace {

// Two organisations and a person between them; the person's teacher is two hops away.
v1::GetNeighborhoodResponse Graph() {
  return FromText<v1::GetNeighborhoodResponse>(R"pb(
    entity { id: "o" type: ENTITY_TYPE_ORGANIZATION name: "星河智能" }
    nodes {
      entity { id: "o" type: ENTITY_TYPE_ORGANIZATION name: "星河智能" }
      distance: 0
    }
    nodes {
      entity { id: "p" type: ENTITY_TYPE_PERSON name: "林知远" }
      distance: 1
    }
    nodes {
      entity { id: "q" type: ENTITY_TYPE_ORGANIZATION name: "云桥\"科技" }
      distance: 1
    }
    nodes {
      entity { id: "t" type: ENTITY_TYPE_PERSON name: "顾言" }
      distance: 2
    }
    edges {
      from_entity_id: "p"
      to_entity_id: "o"
      event_type: EVENT_TYPE_DEPART
      from_role: ROLE_PERSON
      to_role: ROLE_ORGANIZATION
      time { start: "2025-05-01" end: "2025-05-31" }
      status: EVENT_STATUS_OCCURRED
      certainty: CERTAINTY_CONFIRMED
    }
    edges {
      from_entity_id: "p"
      to_entity_id: "o"
      event_type: EVENT_TYPE_JOIN
      from_role: ROLE_PERSON
      to_role: ROLE_ORGANIZATION
      time { start: "2021-01-01" end: "2021-12-31" }
      status: EVENT_STATUS_OCCURRED
      certainty: CERTAINTY_CONFIRMED
    }
    edges {
      from_entity_id: "p"
      to_entity_id: "o"
      relation_type: RELATION_TYPE_POSITION
      title: "首席科学家"
      former: true
    }
    edges {
      from_entity_id: "q"
      to_entity_id: "o"
      event_type: EVENT_TYPE_ACQUIRE
      from_role: ROLE_ACQUIRER
      to_role: ROLE_TARGET
      status: EVENT_STATUS_PLANNED
      certainty: CERTAINTY_RUMORED
    }
    edges {
      from_entity_id: "p"
      to_entity_id: "q"
      event_type: EVENT_TYPE_JOIN
      from_role: ROLE_PERSON
      to_role: ROLE_ORGANIZATION
      time { start: "2025-06-03" end: "2025-06-03" }
      status: EVENT_STATUS_OCCURRED
      certainty: CERTAINTY_REPORTED
    }
    edges { from_entity_id: "t" to_entity_id: "p" relation_type: RELATION_TYPE_MENTOR_OF }
  )pb");
}

TEST(GraphViewTest, EveryEdgeOnceGroupedByNeighbour) {
  EXPECT_EQ(RenderGraph(Graph()),
            "星河智能 (ORGANIZATION)\n"
            "├─ 林知远 (PERSON)\n"
            "│  · POSITION 首席科学家 (former)\n"
            "│  · 2021  JOIN  person → organization\n"
            "│  · 2025-05  DEPART  person → organization\n"
            "│  ├─ 云桥\"科技 (ORGANIZATION)\n"
            "│  │  · 2025-06-03  JOIN  person → organization, reported\n"
            "│  └─ 顾言 (PERSON)\n"
            "│     · MENTOR_OF\n"
            "└─ 云桥\"科技 (ORGANIZATION)\n"
            "   · ACQUIRE  acquirer → target, planned, rumored\n");
}

TEST(GraphViewTest, AnEntityAlone) {
  v1::GetNeighborhoodResponse graph = Graph();
  graph.clear_edges();
  graph.set_truncated(true);
  EXPECT_EQ(RenderGraph(graph), "星河智能 (ORGANIZATION)\n… and more than can be shown\n");
}

TEST(GraphMarkupTest, DotQuotesNamesAndDashesWhatIsNoFact) {
  const std::string dot = RenderDot(ToDiagram(Graph()));
  EXPECT_NE(dot.find("  n0 [label=\"星河智能\" shape=box penwidth=2];\n"), std::string::npos) << dot;
  EXPECT_NE(dot.find("  n2 [label=\"云桥\\\"科技\" shape=box];\n"), std::string::npos) << dot;
  EXPECT_NE(dot.find("  n2 -> n0 [label=\"ACQUIRE  acquirer → target, planned, rumored\" style=dashed];\n"),
            std::string::npos)
      << dot;
  EXPECT_NE(dot.find("  n1 -> n0 [label=\"2021  JOIN  person → organization\"];\n"), std::string::npos)
      << dot;
}

TEST(GraphMarkupTest, MermaidDoesTheSame) {
  const std::string mermaid = RenderMermaid(ToDiagram(Graph()));
  EXPECT_EQ(mermaid.substr(0, 9), "graph LR\n");
  EXPECT_NE(mermaid.find("  n1([\"林知远\"])\n"), std::string::npos) << mermaid;
  EXPECT_NE(mermaid.find("  n2[\"云桥#quot;科技\"]\n"), std::string::npos) << mermaid;
  EXPECT_NE(mermaid.find("  n2 -.->|\"ACQUIRE"), std::string::npos) << mermaid;
  EXPECT_NE(mermaid.find("  n3 -->|\"MENTOR_OF\"| n1\n"), std::string::npos) << mermaid;
}

TEST(EntityViewTest, ACard) {
  const auto response = FromText<v1::GetEntityResponse>(R"pb(
    entity { id: "p" type: ENTITY_TYPE_PERSON name: "林知远" aliases: "Lin Zhiyuan" aliases: "林知遠" }
    event_count: 3
    relations {
      from_entity_id: "p"
      to_entity_id: "o"
      relation_type: RELATION_TYPE_POSITION
      title: "首席科学家"
    }
    related { id: "o" type: ENTITY_TYPE_ORGANIZATION name: "星河智能" }
  )pb");
  EXPECT_EQ(RenderEntity(response),
            "林知远 (PERSON)\n"
            "id:       p\n"
            "names:    Lin Zhiyuan, 林知遠\n"
            "events:   3\n"
            "relations:\n"
            "  林知远 → 星河智能: POSITION 首席科学家\n");
}

}  // namespace
}  // namespace annals
