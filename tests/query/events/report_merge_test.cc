#include "query/events/report_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

Report Told(uint64_t article, const char* published, const char* text) {
  Report report{{article, 0}, ParseDayNumber(published), {FromText<v1::Event>(text), {}}};
  report.told.numbers.assign(report.told.event.arguments_size(), kNoEntity);
  return report;
}

const char* const kRumour = R"(
    id: "rumour" type: EVENT_TYPE_DEPART status: EVENT_STATUS_PLANNED certainty: CERTAINTY_RUMORED confidence: 0.9
    time { start: "2024-03-01" end: "2024-03-31" span { begin: 3 end: 9 } }
    arguments { role: ROLE_REASON value { text: "family" } span { begin: 1 end: 2 } })";
const char* const kConfirmation = R"(
    id: "confirmation" type: EVENT_TYPE_DEPART status: EVENT_STATUS_OCCURRED certainty: CERTAINTY_CONFIRMED confidence: 0.5
    arguments { role: ROLE_TITLE value { text: "CEO" } })";

TEST(ReportMergeTest, AConfirmationTakesTheTimeAndTheReasonOfItsRumour) {
  const ResolvedEvent merged =
      MergeReports({Told(1, "2024-03-01", kRumour), Told(2, "2024-04-01", kConfirmation)});
  EXPECT_EQ(merged.event.id(), "rumour");
  EXPECT_EQ(merged.event.status(), v1::EVENT_STATUS_OCCURRED);
  EXPECT_EQ(merged.event.certainty(), v1::CERTAINTY_CONFIRMED);
  EXPECT_EQ(merged.event.time().start(), "2024-03-01");
  EXPECT_FALSE(merged.event.time().has_span());
  ASSERT_EQ(merged.event.arguments_size(), 2);
  EXPECT_EQ(merged.event.arguments(0).value().text(), "CEO");
  EXPECT_EQ(merged.event.arguments(1).value().text(), "family");
  EXPECT_FALSE(merged.event.arguments(1).has_span());
  EXPECT_EQ(merged.event.confidence(), 0.9);
  EXPECT_EQ(merged.numbers.size(), 2u);
}

TEST(ReportMergeTest, ALaterRumourUndoesNoFact) {
  const ResolvedEvent merged =
      MergeReports({Told(1, "2024-03-01", kConfirmation), Told(2, "2024-04-01", kRumour)});
  EXPECT_EQ(merged.event.status(), v1::EVENT_STATUS_OCCURRED);
  EXPECT_EQ(merged.event.certainty(), v1::CERTAINTY_CONFIRMED);
}

TEST(ReportMergeTest, OfEquallyCertainReportsTheLatestKnowsWhatBecameOfIt) {
  const char* const planned =
      "status: EVENT_STATUS_PLANNED certainty: CERTAINTY_CONFIRMED time { start: '2024-03-05' end: "
      "'2024-03-05' }";
  const char* const denied = "status: EVENT_STATUS_NEGATED certainty: CERTAINTY_CONFIRMED";
  EXPECT_EQ(MergeReports({Told(1, "2024-03-01", planned), Told(2, "2024-03-09", denied)}).event.status(),
            v1::EVENT_STATUS_NEGATED);
  EXPECT_EQ(MergeReports({Told(1, "2024-03-09", planned), Told(2, "2024-03-01", denied)}).event.status(),
            v1::EVENT_STATUS_PLANNED);
}

TEST(ReportMergeTest, AMoreExactDayIsKept) {
  const ResolvedEvent merged = MergeReports(
      {Told(1, "", "certainty: CERTAINTY_CONFIRMED time { start: '2024-03-01' end: '2024-03-31' }"),
       Told(2, "", "certainty: CERTAINTY_REPORTED time { start: '2024-03-05' end: '2024-03-05' }")});
  EXPECT_EQ(merged.event.time().start(), "2024-03-05");
}

TEST(ReportMergeTest, OneReportIsTheEvent) {
  const ResolvedEvent merged = MergeReports({Told(1, "2024-03-01", kRumour)});
  EXPECT_TRUE(merged.event.time().has_span());
  EXPECT_EQ(merged.event.id(), "rumour");
}

}  // namespace
}  // namespace annals::query
