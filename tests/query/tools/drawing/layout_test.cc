// Where things stand in drawings: text, columns, nodes, ribbons, labels of time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "query/tools/drawing/flow_layout.h"
#include "query/tools/drawing/graph_columns.h"
#include "query/tools/drawing/graph_layout.h"
#include "query/tools/drawing/text_metrics.h"
#include "query/tools/drawing/time_axis.h"

namespace annals {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;

TEST(TextMetricsTest, ChineseIsOneEmAndLatinLess) {
  EXPECT_EQ(TextWidth("星河", 10), 20);
  EXPECT_EQ(TextWidth("“…→", 10), 30) << "wide in a Chinese font";
  EXPECT_LT(TextWidth("il", 10), TextWidth("an", 10));
  EXPECT_LT(TextWidth("an", 10), TextWidth("MW", 10));
  EXPECT_EQ(TextWidth("e\xcc\x81", 10), TextWidth("e", 10)) << "a mark that combines";
}

TEST(FitTextTest, CutsBetweenCharacters) {
  EXPECT_EQ(FitText("星河智能", 10, 40), "星河智能");
  EXPECT_EQ(FitText("星河智能", 10, 39), "星河…");
  EXPECT_EQ(FitText("星河智能", 10, 10), "…");
  EXPECT_EQ(FitText("星河智能", 10, 9), "");
  EXPECT_EQ(FitText("", 10, 0), "");
}

TEST(NearestInOrderTest, KeepsDistancesAndMovesNoFurtherThanNeeded) {
  EXPECT_THAT(NearestInOrder({0, 100}, {10}), ElementsAre(DoubleEq(0), DoubleEq(100)));
  EXPECT_THAT(NearestInOrder({50, 50, 50}, {10, 10}), ElementsAre(DoubleEq(40), DoubleEq(50), DoubleEq(60)));
  EXPECT_THAT(NearestInOrder({10, 0}, {4}), ElementsAre(DoubleEq(3), DoubleEq(7)));
  EXPECT_TRUE(NearestInOrder({}, {}).empty());
}

// A center with four neighbours, the first and the last of which have two of their own, given in the order
// that crosses most.
TEST(LayOutGraphTest, NothingOverlapsAndRelativesStandTogether) {
  const std::vector<LayoutNode> nodes = {{0, 40}, {1, 40}, {1, 40}, {1, 90}, {1, 40},
                                         {2, 40}, {2, 40}, {2, 40}, {2, 40}};
  const std::vector<LayoutLink> links = {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {4, 5}, {1, 6}, {4, 7}, {1, 8}};
  const GraphLayout layout = LayOutGraph(nodes, links);
  ASSERT_EQ(layout.layers.size(), 3u);
  for (const auto& layer : layout.layers) {
    for (size_t i = 1; i < layer.size(); ++i)
      EXPECT_GE(layout.top[layer[i]] + 1e-6, layout.top[layer[i - 1]] + nodes[layer[i - 1]].height);
  }
  const bool up = layout.top[1] < layout.top[4];
  EXPECT_EQ(layout.top[6] < layout.top[5], up);
  EXPECT_EQ(layout.top[8] < layout.top[7], up);
  EXPECT_EQ(*std::min_element(layout.top.begin(), layout.top.end()), 0);
  EXPECT_EQ(LayOutGraph(nodes, links).top, layout.top) << "the same every time";
}

TEST(LayOutGraphTest, AnEmptyLayerAndNoNodes) {
  EXPECT_EQ(LayOutGraph({{0, 10}, {2, 10}}, {{0, 1}}).layers.size(), 3u);
  EXPECT_EQ(LayOutGraph({}, {}).height, 0);
}

TEST(ShareWidthTest, AllOfItOrLessOrTheLeast) {
  const std::vector<GraphColumn> wanted = {{0, 100, 0, 80}, {200, 120, 0, 0}};
  EXPECT_EQ(WidthOf(ShareWidth(wanted, 500)), 500);
  EXPECT_EQ(ShareWidth(wanted, 550)[0].curves, 130);
  EXPECT_NEAR(WidthOf(ShareWidth(wanted, 400)), 400, 1e-6);
  EXPECT_EQ(ShareWidth(wanted, 400)[0].left_labels, 0);
  EXPECT_EQ(ShareWidth(wanted, 10)[1].left_labels, 52);
}

TEST(LayOutFlowsTest, EachRibbonHasItsPlaceAtBothEnds) {
  std::vector<v1::Flow> flows(3);
  const char* ends[][2] = {{"a", "x"}, {"a", "y"}, {"b", "x"}};
  std::vector<const v1::Flow*> pointers;
  for (int i = 0; i < 3; ++i) {
    flows[i].set_from_entity_id(ends[i][0]);
    flows[i].set_to_entity_id(ends[i][1]);
    for (int person = 0; person <= i; ++person) flows[i].add_person_ids("p");
    pointers.push_back(&flows[i]);
  }
  const FlowLayout layout = LayOutFlows(pointers, 10, 10, 5);
  ASSERT_EQ(layout.left.size(), 2u);
  EXPECT_EQ(layout.left[0].height, 30);
  EXPECT_EQ(layout.left[0].people, 3);
  EXPECT_EQ(layout.left[1].top, 35);
  EXPECT_EQ(layout.height, 65);
  for (const FlowRibbon& ribbon : layout.ribbons) {
    const FlowEnd& to = layout.right[ribbon.to];
    EXPECT_EQ(to.id, ribbon.flow->to_entity_id());
    EXPECT_GE(ribbon.to_top, to.top);
    EXPECT_LE(ribbon.to_top + ribbon.height, to.top + to.height);
  }
  EXPECT_EQ(layout.ribbons[1].from_top + layout.ribbons[0].from_top,
            10 * (layout.ribbons[0].from_top > 0 ? 2 : 1));
}

std::vector<std::string> Labels(const DayRange& days, double width) {
  std::vector<std::string> labels;
  for (const auto& tick : TimeAxis(days, 0, width).Ticks(11)) labels.push_back(tick.label);
  return labels;
}

TEST(TimeAxisTest, AsManyLabelsAsHaveRoom) {
  const DayRange years = {absl::CivilDay(2021, 6, 1), absl::CivilDay(2024, 6, 1)};
  EXPECT_THAT(Labels(years, 300), ElementsAre("2022", "2023", "2024"));
  EXPECT_THAT(Labels(years, 600),
              ElementsAre("2021-07", "2022-01", "2022-07", "2023-01", "2023-07", "2024-01"));
  const DayRange week = {absl::CivilDay(2025, 2, 26), absl::CivilDay(2025, 3, 1)};
  EXPECT_THAT(Labels(week, 400), ElementsAre("2025-02-26", "2025-02-27", "2025-02-28", "2025-03-01"));
  EXPECT_LE(Labels({absl::CivilDay(1, 1, 1), absl::CivilDay(9999, 12, 31)}, 900).size(), 20u);
  const TimeAxis axis(week, 100, 500);
  EXPECT_EQ(axis.Begin(absl::CivilDay(2025, 2, 27)), 200);
  EXPECT_EQ(axis.End(absl::CivilDay(2025, 3, 1)), 500);
}

}  // namespace
}  // namespace annals
