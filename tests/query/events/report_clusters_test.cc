#include "query/events/report_clusters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace annals::query {
namespace {

using ::testing::ElementsAre;

constexpr EntityNumber kPerson = 1;
constexpr EntityNumber kByte = 2;
constexpr EntityNumber kMeta = 3;

std::optional<DaySpan> Days(const char* first, const char* last) {
  return DaySpan{*ParseDayNumber(first), *ParseDayNumber(last)};
}

// A report that a person joined: article, organisation (0: not said), days, day of publication ("": not
// known).
ReportFacts Joined(uint64_t article, EntityNumber organization, std::optional<DaySpan> span,
                   const char* published = "") {
  ReportFacts facts{.ref = {article, 0}, .span = span, .published = ParseDayNumber(published)};
  facts.identity = {{kPerson}, {}};
  if (organization != kNoEntity) facts.identity[1].push_back(organization);
  return facts;
}

// Events as lists of article numbers.
std::vector<std::vector<uint64_t>> Events(const std::vector<ReportFacts>& reports) {
  std::vector<std::vector<uint64_t>> events;
  for (const ReportCluster& cluster : ClusterReports(reports)) {
    auto& event = events.emplace_back();
    for (ReportRef ref : cluster) event.push_back(ref.article);
  }
  return events;
}

TEST(ReportClustersTest, ADayWithinItsMonthIsOneEvent) {
  EXPECT_THAT(Events({Joined(1, kByte, Days("2024-03-01", "2024-03-31")),
                      Joined(2, kByte, Days("2024-03-05", "2024-03-05"))}),
              ElementsAre(ElementsAre(1, 2)));
}

TEST(ReportClustersTest, TwoStintsStaySeparate) {
  EXPECT_THAT(Events({Joined(1, kByte, Days("2019-03-01", "2019-03-31")),
                      Joined(2, kByte, Days("2024-03-05", "2024-03-05"))}),
              ElementsAre(ElementsAre(1), ElementsAre(2)));
}

TEST(ReportClustersTest, AnotherCompanyIsAnotherEvent) {
  EXPECT_THAT(Events({Joined(1, kByte, Days("2024-03-05", "2024-03-05")),
                      Joined(2, kMeta, Days("2024-03-05", "2024-03-05"))}),
              ElementsAre(ElementsAre(1), ElementsAre(2)));
}

TEST(ReportClustersTest, AVagueReportJoinsOneOfTwoAndDrawsThemNotTogether) {
  EXPECT_THAT(Events({Joined(1, kByte, Days("2024-01-01", "2024-12-31")),
                      Joined(2, kByte, Days("2024-03-05", "2024-03-05")),
                      Joined(3, kByte, Days("2024-06-05", "2024-06-05"))}),
              ElementsAre(ElementsAre(1, 2), ElementsAre(3)));
}

TEST(ReportClustersTest, ARumourWithoutADateIsNearItsConfirmation) {
  const auto confirmed = Joined(2, kByte, Days("2024-03-05", "2024-03-05"), "2024-03-05");
  EXPECT_THAT(Events({Joined(1, kByte, std::nullopt, "2024-02-20"), confirmed}),
              ElementsAre(ElementsAre(1, 2)));
  EXPECT_THAT(Events({Joined(1, kByte, std::nullopt, "2024-01-10"), confirmed}),
              ElementsAre(ElementsAre(1), ElementsAre(2)));
  EXPECT_THAT(Events({Joined(1, kByte, std::nullopt, ""), confirmed}),
              ElementsAre(ElementsAre(1), ElementsAre(2)));
}

TEST(ReportClustersTest, UndatedReportsMeetByPublication) {
  EXPECT_THAT(
      Events({Joined(1, kByte, std::nullopt, "2024-03-01"), Joined(2, kByte, std::nullopt, "2024-04-10"),
              Joined(3, kByte, std::nullopt, "2024-05-20")}),
      ElementsAre(ElementsAre(1, 2), ElementsAre(3)));
}

TEST(ReportClustersTest, AReportThatNamesNoCompanyJoinsTheNearest) {
  EXPECT_THAT(Events({Joined(1, kNoEntity, Days("2024-03-05", "2024-03-05")),
                      Joined(2, kByte, Days("2024-03-01", "2024-03-31")),
                      Joined(3, kMeta, Days("2024-06-01", "2024-06-30"))}),
              ElementsAre(ElementsAre(1, 2), ElementsAre(3)));
}

TEST(ReportClustersTest, TwoEventsOfOneArticleStaySeparate) {
  auto first = Joined(1, kByte, Days("2024-03-05", "2024-03-05"));
  auto second = first;
  second.ref.ordinal = 1;
  EXPECT_THAT(Events({first, second}), ElementsAre(ElementsAre(1), ElementsAre(1)));
}

TEST(ReportClustersTest, ValuesThatDifferPartEvents) {
  auto first = Joined(1, kByte, Days("2024-03-05", "2024-03-05"));
  auto second = Joined(2, kByte, Days("2024-03-05", "2024-03-05"));
  auto third = Joined(3, kByte, Days("2024-03-05", "2024-03-05"));
  first.agreeing = {11};
  second.agreeing = {22};
  third.agreeing = {0};
  EXPECT_THAT(Events({first, second, third}), ElementsAre(ElementsAre(1, 3), ElementsAre(2)));
}

TEST(ReportClustersTest, TheOrderOfReportsDoesNotMatter) {
  std::mt19937 random(7);
  const char* const days[] = {"2024-03-01", "2024-03-05", "2024-03-31", "2024-05-01", "2024-12-31"};
  for (int round = 0; round < 200; ++round) {
    std::vector<ReportFacts> reports;
    for (uint64_t article = 1; article <= 8; ++article) {
      const int first = static_cast<int>(random() % 5);
      const int last = first + static_cast<int>(random() % (5 - first));
      const bool dated = random() % 3 != 0;
      reports.push_back(Joined(article, random() % 3 == 0 ? kNoEntity : 2 + random() % 2,
                               dated ? Days(days[first], days[last]) : std::nullopt, days[random() % 5]));
    }
    const auto events = Events(reports);
    std::shuffle(reports.begin(), reports.end(), random);
    EXPECT_EQ(Events(reports), events);
  }
}

TEST(ReportClustersTest, BeyondTheLimitReportsStandAlone) {
  std::vector<ReportFacts> reports;
  for (uint64_t i = 1; i <= kMaxBlockReports + 2; ++i)
    reports.push_back(Joined(i, kByte, Days("2024-03-05", "2024-03-05")));
  const auto clusters = ClusterReports(reports);
  ASSERT_EQ(clusters.size(), 3u);
  EXPECT_EQ(clusters[0].size(), kMaxBlockReports);
}

}  // namespace
}  // namespace annals::query
