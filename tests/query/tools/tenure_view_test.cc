#include "query/tools/tenure_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/date_interval.h"
#include "query/tools/path_walk.h"
#include "query/tools/tenure_extent.h"
#include "tests/support/text_proto.h"

namespace annals {
namespace {

std::string Words(const std::optional<DayRange>& days) {
  return days ? FormatIsoDay(days->first) + " " + FormatIsoDay(days->last) : "never";
}

const DayRange kFrame = {absl::CivilDay(2020, 1, 1), absl::CivilDay(2025, 12, 31)};

TenureExtent Extent(const std::string& tenure) { return ExtentOf(FromText<v1::Tenure>(tenure), kFrame); }

TEST(TenureExtentTest, BetweenTheLastStartAndTheFirstEnd) {
  const TenureExtent extent = Extent(
      "start { start: '2021-01-01' end: '2021-12-31' } end { start: '2024-03-01' end: '2024-03-31' } ended: "
      "true");
  EXPECT_EQ(Words(extent.possible), "2021-01-01 2024-03-31");
  EXPECT_EQ(Words(extent.sure), "2021-12-31 2024-03-01");
  EXPECT_TRUE(extent.start_known && extent.end_known && !extent.ongoing);
}

TEST(TenureExtentTest, OpenEnds) {
  const TenureExtent ongoing = Extent("start { end: '2022-05-01' }");
  EXPECT_EQ(Words(ongoing.possible), "2020-01-01 2025-12-31");
  EXPECT_EQ(Words(ongoing.sure), "2022-05-01 2025-12-31");
  EXPECT_TRUE(!ongoing.start_known && ongoing.ongoing);
  const TenureExtent ended = Extent("start { start: '2022-05-01' end: '2022-05-01' } ended: true");
  EXPECT_EQ(Words(ended.sure), "2022-05-01 2022-05-01") << "nobody says when it ended";
  EXPECT_FALSE(ended.end_known || ended.ongoing);
  EXPECT_EQ(Words(Extent("ended: true").sure), "never");
}

TEST(TenureExtentTest, EndsThatMayMeetLeaveNoDayBeyondDoubt) {
  EXPECT_EQ(
      Words(
          Extent(
              "start { start: '2021-01-01' end: '2021-12-31' } end { start: '2021-06-01' end: '2022-06-01' }")
              .sure),
      "never");
  EXPECT_EQ(Words(Extent("start { start: '2023-01-01' } end { end: '2021-01-01' } ended: true").possible),
            "2023-01-01 2023-01-01")
      << "nonsense stays a bar";
}

TEST(TenureViewTest, ABarATenure) {
  const auto tenures = FromText<v1::GetTenuresResponse>(R"pb(
    tenures {
      person_id: "p"
      organization_id: "a"
      title: "CEO"
      start { start: "2021-01-01" end: "2021-12-31" }
      presence: PRESENCE_DEFINITELY
    }
    tenures {
      person_id: "q"
      organization_id: "a"
      end { start: "2025-12-31" end: "2025-12-31" }
      ended: true
    }
    entities { id: "a" name: "甲" }
    entities { id: "p" name: "丙" }
  )pb");
  EXPECT_EQ(
      RenderTenures(tenures, std::nullopt),
      "person  organization  title  from  to          then        2021-01-01                2025-12-31\n"
      "──────  ────────────  ─────  ────  ──────────  ──────────  ────────────────────────────────────\n"
      "丙      甲            CEO    2021              definitely  ░░░░░░█████████████████████████████▶\n"
      "q       甲                         2025-12-31              ?░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░█\n");
  EXPECT_EQ(RenderTenures({}, std::nullopt), "no tenures\n");
}

TEST(PathWalkTest, FindsWhereAPathStarts) {
  const auto paths = FromText<v1::FindPathsResponse>(R"pb(
    paths { edges { from_entity_id: "b" to_entity_id: "a" } }
    paths {
      edges { from_entity_id: "m" to_entity_id: "a" }
      edges { from_entity_id: "m" to_entity_id: "b" }
    }
    paths {}
  )pb");
  const std::vector<PathWalk> walks = WalkPaths(paths);
  ASSERT_EQ(walks.size(), 2u);
  EXPECT_EQ(walks[0].start, "a");
  EXPECT_FALSE(walks[0].steps[0].forward);
  EXPECT_EQ(walks[1].start, "a");
  EXPECT_EQ(walks[1].steps[0].to, "m");
  EXPECT_TRUE(walks[1].steps[1].forward);
}

}  // namespace
}  // namespace annals
