// Answers in, documents out: what is in them, and what hostile names cannot do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/tools/drawing/flow_drawing.h"
#include "query/tools/drawing/graph_drawing.h"
#include "query/tools/drawing/path_drawing.h"
#include "query/tools/drawing/tenure_drawing.h"
#include "query/tools/drawing/timeline_drawing.h"
#include "query/tools/drawing/timeline_page.h"
#include "tests/support/text_proto.h"

namespace annals {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr char kHostile[] = "</text><script>alert('x')</script>\"&\x1b]\xff";

int Count(const std::string& text, const std::string& part) {
  int count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TimelineAnswer Timeline() {
  TimelineAnswer answer{FromText<v1::GetTimelineResponse>(R"pb(
    entity { id: "o" type: ENTITY_TYPE_ORGANIZATION name: "星河智能" }
    entities { id: "p" type: ENTITY_TYPE_PERSON name: "林知远" }
    events {
      event {
        id: "e1"
        type: EVENT_TYPE_DEPART
        status: EVENT_STATUS_OCCURRED
        certainty: CERTAINTY_CONFIRMED
        time { start: "2025-05-01" end: "2025-05-31" }
        arguments { role: ROLE_PERSON entity_id: "p" }
        arguments { role: ROLE_ORGANIZATION entity_id: "o" }
      }
      article_ids: "a1"
    }
    events {
      event {
        id: "e2"
        type: EVENT_TYPE_LAYOFF
        status: EVENT_STATUS_FAILED
        certainty: CERTAINTY_RUMORED
        arguments { role: ROLE_ORGANIZATION entity_id: "o" }
      }
      article_ids: "a2"
    }
  )pb")};
  v1::EventReport* report = answer.records["e1"].add_reports();
  report->set_source("晚潮");
  report->set_title("林知远离职");
  report->set_published_at("2025-06-01");
  return answer;
}

TEST(TimelineSvgTest, YearsMarksAndSources) {
  const std::string svg = RenderTimelineSvg(Timeline(), 700);
  EXPECT_THAT(svg,
              AllOf(HasSubstr("width=\"700\""), HasSubstr(">2025</text>"), HasSubstr(">undated</text>"),
                    HasSubstr(">2025-05</text>"), HasSubstr(">林知远</text>"), HasSubstr("晚潮 2025-06-01")));
  EXPECT_EQ(Count(svg, "class=\"solid f-people\""), 2) << "a bar of the strip and a full mark";
  EXPECT_EQ(Count(svg, "class=\"hollow s-companies dots\""), 1) << "a rumour is dashed";
  EXPECT_EQ(Count(svg, "class=\"cross s-companies\""), 1) << "what failed is crossed";
}

TEST(TimelinePageTest, OneItemAnEventWithItsReports) {
  const std::string page = RenderTimelinePage(Timeline());
  EXPECT_EQ(Count(page, "<li class=\"event "), 2);
  EXPECT_THAT(page, AllOf(HasSubstr("<h2>2025</h2>"), HasSubstr("<h2>undated</h2>"),
                          HasSubstr("<summary>1 report</summary>"), HasSubstr("晚潮 2025-06-01 · 林知远离职"),
                          HasSubstr("default-src 'none'")));
}

TEST(TimelinePageTest, HostileNamesAreText) {
  TimelineAnswer answer = Timeline();
  answer.timeline.mutable_entity()->set_name(kHostile);
  answer.timeline.mutable_entities(0)->set_name(kHostile);
  answer.timeline.mutable_events(0)->mutable_event()->set_attribution(kHostile);
  answer.records["e1"].mutable_reports(0)->set_title(kHostile);
  for (const std::string& document : {RenderTimelinePage(answer), RenderTimelineSvg(answer, 700)}) {
    EXPECT_THAT(document,
                AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("\x1b")), Not(HasSubstr("\xff"))));
    EXPECT_THAT(document, HasSubstr("&lt;/text&gt;"));
  }
}

v1::GetNeighborhoodResponse Graph() {
  return FromText<v1::GetNeighborhoodResponse>(R"pb(
    entity { id: "o" type: ENTITY_TYPE_ORGANIZATION name: "星河智能" }
    nodes { entity { id: "o" type: ENTITY_TYPE_ORGANIZATION name: "星河智能" } }
    nodes {
      entity { id: "p" type: ENTITY_TYPE_PERSON name: "林知远" }
      distance: 1
      degree: 7
    }
    edges {
      from_entity_id: "p"
      to_entity_id: "o"
      relation_type: RELATION_TYPE_POSITION
      title: "首席科学家"
      former: true
    }
    edges { from_entity_id: "o" to_entity_id: "nobody" relation_type: RELATION_TYPE_PART_OF }
    edges { from_entity_id: "o" to_entity_id: "o" relation_type: RELATION_TYPE_PART_OF }
  )pb");
}

TEST(GraphSvgTest, ABoxAnEntityACurveAPair) {
  v1::GetNeighborhoodResponse graph = Graph();
  const std::string svg = RenderGraphSvg(graph, 800);
  EXPECT_EQ(Count(svg, "class=\"card"), 2);
  EXPECT_EQ(Count(svg, "class=\"edge s-words ghost\""), 1)
      << "only what is over: dashed; ends that are not there: left out";
  EXPECT_THAT(
      svg, AllOf(HasSubstr("← 首席科学家, former"), HasSubstr("7 edges in all"), HasSubstr("width=\"800\"")));
  for (int i = 0; i < 6; ++i) *graph.add_edges() = graph.edges(0);
  graph.mutable_edges(0)->set_former(false);
  const std::string many = RenderGraphSvg(graph, 800);
  EXPECT_EQ(Count(many, "class=\"edge s-people\""), 1) << "one curve, of a fact";
  EXPECT_THAT(many, HasSubstr("+4 more"));
}

TEST(GraphSvgTest, NoWiderThanAsked) {
  v1::GetNeighborhoodResponse graph = Graph();
  for (int i = 2; i <= 4; ++i) {
    v1::NeighborhoodNode* node = graph.add_nodes();
    node->mutable_entity()->set_id(std::to_string(i));
    node->mutable_entity()->set_name(kHostile);
    node->set_distance(i);
    v1::Edge* edge = graph.add_edges();
    edge->set_from_entity_id(i == 2 ? "p" : std::to_string(i - 1));
    edge->set_to_entity_id(std::to_string(i));
    edge->set_relation_type(v1::RELATION_TYPE_MENTOR_OF);
  }
  const std::string svg = RenderGraphSvg(graph, 320);
  EXPECT_THAT(svg, AllOf(HasSubstr(" width=\"320\" "), Not(HasSubstr("<script>"))));
}

TEST(PathsSvgTest, WalksEdgesEitherWay) {
  const auto paths = FromText<v1::FindPathsResponse>(R"pb(
    paths {
      edges { from_entity_id: "p" to_entity_id: "a" relation_type: RELATION_TYPE_POSITION title: "CEO" }
      edges { from_entity_id: "p" to_entity_id: "b" event_type: EVENT_TYPE_JOIN status: EVENT_STATUS_PLANNED }
    }
    entities { id: "a" name: "甲" }
    entities { id: "b" name: "乙" }
    entities { id: "p" name: "丙" type: ENTITY_TYPE_PERSON }
  )pb");
  const std::string svg = RenderPathsSvg(paths, 700);
  EXPECT_THAT(svg,
              AllOf(HasSubstr(">甲 … 乙</text>"), HasSubstr(">CEO</text>"), HasSubstr(">planned</text>")));
  EXPECT_LT(svg.rfind(">甲</text>"), svg.rfind(">丙</text>"));
  EXPECT_LT(svg.rfind(">丙</text>"), svg.rfind(">乙</text>"));
  EXPECT_EQ(Count(svg, " ghost\""), 1);
  EXPECT_THAT(RenderPathsSvg({}, 700), HasSubstr(">No path</text>"));
}

TEST(FlowsSvgTest, ADiagramAPeriodOldestFirst) {
  const auto flows = FromText<v1::GetFlowsResponse>(R"pb(
    flows { from_entity_id: "a" to_entity_id: "b" period_start: "2025-07-01" person_ids: "p" person_ids: "q" }
    flows { from_entity_id: "b" to_entity_id: "a" period_start: "2025-04-01" person_ids: "p" }
    entities { id: "a" name: "甲" }
    entities { id: "b" name: "乙" }
    entities { id: "p" name: "丙" }
  )pb");
  const std::string svg = RenderFlowsSvg(flows, v1::TIMELINE_BUCKET_QUARTER, 700);
  EXPECT_EQ(Count(svg, "class=\"ribbon"), 2);
  EXPECT_LT(svg.find(">2025-Q2</text>"), svg.find(">2025-Q3</text>"));
  EXPECT_THAT(svg, AllOf(HasSubstr("丙, q</text>"), HasSubstr("3 moves"), HasSubstr("甲 2</text>")));
}

TEST(TenuresSvgTest, SureHatchedOpen) {
  const auto tenures = FromText<v1::GetTenuresResponse>(R"pb(
    tenures {
      person_id: "p"
      organization_id: "a"
      title: "CEO"
      start { start: "2021-01-01" end: "2021-12-31" }
    }
    tenures {
      person_id: "q"
      organization_id: "a"
      end { start: "2024-03-01" end: "2024-03-01" }
      ended: true
    }
    entities { id: "a" name: "甲" }
    entities { id: "p" name: "丙" }
  )pb");
  const std::string svg = RenderTenuresSvg(tenures, absl::CivilDay(2023, 1, 1), 700);
  EXPECT_THAT(svg, AllOf(HasSubstr(">甲</text>"), HasSubstr(">丙</text>"), HasSubstr(">CEO</text>"),
                         HasSubstr("class=\"day\""), HasSubstr("fade-left"), HasSubstr("on 2023-01-01")));
  EXPECT_EQ(Count(svg, "class=\"hatch\""), 2);
  EXPECT_EQ(Count(svg, "<path d=\"M"), 2) << "one arrow; the other one is the pattern's";
  EXPECT_THAT(RenderTenuresSvg({}, std::nullopt, 700), HasSubstr(">No tenures</text>"));
}

}  // namespace
}  // namespace annals
