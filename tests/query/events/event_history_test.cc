#include "query/events/event_history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;

constexpr DayNumber kDay = 739000;

DatedReport Told(uint64_t article, DayNumber known, v1::EventStatus status, v1::Certainty certainty,
                 const std::string& start = "") {
  DatedReport report{.known = known};
  report.report.ref = {article, 0};
  report.report.published = known;
  report.report.told.event.set_type(v1::EVENT_TYPE_DEPART);
  report.report.told.event.set_status(status);
  report.report.told.event.set_certainty(certainty);
  if (start.empty()) return report;
  report.report.told.event.mutable_time()->set_start(start);
  report.report.told.event.mutable_time()->set_end(start);
  report.report.told.event.mutable_time()->set_text(absl::StrCat("on ", start));
  return report;
}

DatedReport Rumour(uint64_t article, DayNumber known) {
  return Told(article, known, v1::EVENT_STATUS_PLANNED, v1::CERTAINTY_RUMORED);
}
DatedReport Confirmed(uint64_t article, DayNumber known, const std::string& start = "") {
  return Told(article, known, v1::EVENT_STATUS_OCCURRED, v1::CERTAINTY_CONFIRMED, start);
}

// "+1 PLANNED 1,2" for a stage that was known a day after kDay by articles 1 and 2.
std::vector<std::string> Stages(std::vector<DatedReport> reports) {
  std::vector<std::string> lines;
  for (const HistoryStage& stage : HistoryOf(std::move(reports))) {
    std::string articles;
    for (ReportRef ref : stage.refs) absl::StrAppend(&articles, articles.empty() ? "" : ",", ref.article);
    lines.push_back(absl::StrCat("+", stage.known_on - kDay, " ",
                                 v1::EventStatus_Name(stage.status).substr(13),
                                 stage.time.start().empty() ? "" : " ", stage.time.start(), " ", articles));
  }
  return lines;
}

TEST(EventHistoryTest, ARumourIsConfirmed) {
  EXPECT_THAT(Stages({Confirmed(2, kDay + 7), Rumour(1, kDay)}),
              ElementsAre("+0 PLANNED 1", "+7 OCCURRED 2"));
}

TEST(EventHistoryTest, AReportThatSaysNoMoreIsNoStage) {
  EXPECT_THAT(Stages({Rumour(1, kDay), Rumour(2, kDay + 1), Confirmed(3, kDay + 2), Confirmed(4, kDay + 3)}),
              ElementsAre("+0 PLANNED 1", "+2 OCCURRED 3"));
}

TEST(EventHistoryTest, ADayThatComesLaterIsAStage) {
  EXPECT_THAT(Stages({Confirmed(1, kDay), Confirmed(2, kDay + 1, "2024-04-29")}),
              ElementsAre("+0 OCCURRED 1", "+1 OCCURRED 2024-04-29 2"));
}

TEST(EventHistoryTest, OtherWordsForTheSameDayAreNone) {
  DatedReport other = Confirmed(2, kDay + 1, "2024-04-29");
  other.report.told.event.mutable_time()->set_text("last Monday");
  EXPECT_THAT(Stages({Confirmed(1, kDay, "2024-04-29"), other}), ElementsAre("+0 OCCURRED 2024-04-29 1"));
}

TEST(EventHistoryTest, ReportsOfOneDayAreOneStage) {
  EXPECT_THAT(Stages({Confirmed(3, kDay), Rumour(1, kDay)}), ElementsAre("+0 OCCURRED 1,3"));
}

TEST(EventHistoryTest, OfTooManyReportsTheLastSayStillCounts) {
  std::vector<DatedReport> reports;
  for (uint64_t i = 1; i <= kMaxHistoryReports + 10; ++i)
    reports.push_back(Rumour(i, kDay + static_cast<DayNumber>(i)));
  const auto last = static_cast<DayNumber>(kMaxHistoryReports + 20);
  reports.push_back(Confirmed(9999, kDay + last));
  EXPECT_THAT(Stages(std::move(reports)),
              ElementsAre("+1 PLANNED 1", absl::StrCat("+", last, " OCCURRED 9999")));
}

}  // namespace
}  // namespace annals::query
