#include "query/events/known_stages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr EntityNumber kPerson = 1;
constexpr EntityNumber kByte = 2;

// A report of an article that the person joined on a day, known from another.
KnownReport Joined(uint64_t article, DayNumber day, DayNumber known) {
  KnownReport report{.facts = {.ref = {article, 0}, .span = DaySpan{day, day}, .published = known},
                     .known = known};
  report.facts.identity = {{kPerson}, {kByte}};
  return report;
}

std::string TextOf(const ReportCluster& cluster) {
  std::string text;
  for (ReportRef ref : cluster) absl::StrAppend(&text, text.empty() ? "" : " ", ref.article);
  return text.empty() ? "none" : text;
}

// "event 1 from 10 to 20: none > 1" for each change; 0: to this day.
std::vector<std::string> Changes(const std::vector<KnownReport>& others,
                                 const std::vector<KnownReport>& before,
                                 const std::vector<KnownReport>& after) {
  const auto pointers = [](const std::vector<KnownReport>& reports) {
    std::vector<const KnownReport*> to;
    for (const KnownReport& report : reports) to.push_back(&report);
    return to;
  };
  std::vector<std::string> lines;
  for (const StageChange& change : ChangedStages(pointers(others), pointers(before), pointers(after))) {
    lines.push_back(absl::StrCat("event ", change.event.article, " from ", change.from, " to ",
                                 change.to == kStillKnown ? 0 : change.to, ": ", TextOf(change.before), " > ",
                                 TextOf(change.after)));
  }
  return lines;
}

TEST(KnownStagesTest, AFirstReportIsKnownFromItsDayOn) {
  EXPECT_THAT(Changes({}, {}, {Joined(1, 100, 105)}), ElementsAre("event 1 from 105 to 0: none > 1"));
}

TEST(KnownStagesTest, NothingChangesWithoutReports) {
  EXPECT_THAT(Changes({Joined(1, 100, 105)}, {}, {}), IsEmpty());
}

TEST(KnownStagesTest, ALaterReportChangesTheEventFromItsOwnDayOn) {
  EXPECT_THAT(Changes({Joined(1, 100, 105)}, {}, {Joined(2, 100, 110)}),
              ElementsAre("event 1 from 110 to 0: 1 > 1 2"));
}

TEST(KnownStagesTest, AnOlderReportThatComesLateIsAnEventOfItsOwnUntilTheOtherIsKnown) {
  EXPECT_THAT(Changes({Joined(1, 100, 105)}, {}, {Joined(2, 100, 101)}),
              ElementsAre("event 1 from 105 to 0: 1 > 1 2", "event 2 from 101 to 105: none > 2"));
}

TEST(KnownStagesTest, ARetractedReportLeavesTheOthers) {
  EXPECT_THAT(Changes({Joined(1, 100, 105)}, {Joined(2, 100, 110)}, {}),
              ElementsAre("event 1 from 110 to 0: 1 2 > 1"));
}

TEST(KnownStagesTest, EventsOfOtherReportsAreLeftOut) {
  EXPECT_THAT(Changes({Joined(1, 100, 105)}, {}, {Joined(2, 5000, 110)}),
              ElementsAre("event 2 from 110 to 0: none > 2"));
}

TEST(KnownStagesTest, AReplacedReportThatSaysTheSameStillCounts) {
  EXPECT_THAT(Changes({}, {Joined(1, 100, 105)}, {Joined(1, 100, 105)}),
              ElementsAre("event 1 from 105 to 0: 1 > 1"));
}

TEST(KnownStagesTest, InABlockOfHundredsAnOldDayIsAdmittedLater) {
  std::vector<KnownReport> others;
  for (uint64_t i = 1; i <= 1000; ++i) others.push_back(Joined(i, 100, 1000 + static_cast<DayNumber>(i)));
  std::vector<const KnownReport*> pointers;
  for (const KnownReport& other : others) pointers.push_back(&other);
  const size_t stages = kMaxStagedReports / (others.size() + 1);
  EXPECT_EQ(AdmittedDay(pointers, 5), 2000 - static_cast<DayNumber>(stages) + 1);
  EXPECT_EQ(AdmittedDay(pointers, 1999), 1999) << "few enough stages come after it";
  pointers.resize(100);
  EXPECT_EQ(AdmittedDay(pointers, 5), 5) << "a small block takes any day";
}

}  // namespace
}  // namespace annals::query
