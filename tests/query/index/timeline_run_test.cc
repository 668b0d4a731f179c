#include "query/index/timeline_run.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "query/index/event_scan.h"
#include "tests/query/support/history.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

constexpr DayNumber kFirst = 736329;

// More events of one class than a run holds, some months among the days, some undated.
TestJournal LongHistory() {
  TestJournal journal;
  for (int i = 0; i < static_cast<int>(kRunRows) * 2; ++i) {
    const DayNumber first = kFirst + i * 7 % 500;
    std::string time = FormatDayNumber(first);
    if (i % 9 == 0) absl::StrAppend(&time, "..", FormatDayNumber(first + 200));
    if (i % 10 == 0) time.clear();
    journal.Extract(absl::StrCat("article", i), FormatDayNumber(kFirst + i),
                    TestEvent("JOIN", absl::StrCat("person=p:Person", i, " organization=o:Byte"), time));
  }
  return journal;
}

std::vector<EventPosition> Scan(TestIndex& index, const ScanRange& range) {
  const auto view = *index->View();
  WorkBudget budget(1000000);
  EventScan scan(*view, *view->ReadEntities({*view->FindEntity("o:Byte")}), range, budget);
  std::vector<EventPosition> positions;
  while (scan.Next()) positions.push_back(scan.position());
  EXPECT_TRUE(scan.status().ok()) << scan.status();
  return positions;
}

// The newest first: by a scan of the rows themselves, from the other end.
std::vector<EventPosition> Reversed(TestIndex& index, ScanRange range) {
  range.order = ScanOrder::kOldestFirst;
  const std::optional<EventPosition> after = std::exchange(range.after, std::nullopt);
  std::vector<EventPosition> positions = Scan(index, range);
  const auto place = [](const EventPosition& at) { return at.day == kUndatedDay ? -1 : at.day; };
  std::sort(positions.begin(), positions.end(), [&](const EventPosition& a, const EventPosition& b) {
    return std::make_pair(place(a), a.event) > std::make_pair(place(b), b.event);
  });
  if (after) positions.erase(positions.begin(), std::find(positions.begin(), positions.end(), *after) + 1);
  return positions;
}

TEST(TimelineRunTest, AScanGoesOnWhereTheRunEnds) {
  TestIndex index;
  index.Apply(LongHistory().entries());
  const ScanRange newest{.order = ScanOrder::kNewestFirst};
  EXPECT_EQ(Scan(index, newest).size(), kRunRows * 2);
  EXPECT_EQ(Scan(index, newest), Reversed(index, newest));
}

TEST(TimelineRunTest, EveryPositionIsOneToGoOnFrom) {
  TestIndex index;
  index.Apply(LongHistory().entries());
  for (const EventPosition& position : Scan(index, {.order = ScanOrder::kNewestFirst})) {
    const ScanRange range{.order = ScanOrder::kNewestFirst, .after = position};
    EXPECT_EQ(Scan(index, range), Reversed(index, range)) << position.day;
  }
}

TEST(TimelineRunTest, WindowsBeginAndEndWithinTheRunAndBehindIt) {
  TestIndex index;
  index.Apply(LongHistory().entries());
  for (DayNumber first = kFirst - 20; first < kFirst + 520; first += 13) {
    const ScanRange range{.order = ScanOrder::kNewestFirst, .first_day = first, .last_day = first + 60};
    EXPECT_EQ(Scan(index, range), Reversed(index, range)) << FormatDayNumber(first);
  }
}

TEST(TimelineRunTest, WhatIsAppliedLaterIsSeen) {
  TestIndex index;
  TestJournal journal = LongHistory();
  index.Apply(journal.entries());
  const ScanRange newest{.order = ScanOrder::kNewestFirst};
  const size_t before = Scan(index, newest).size();
  journal.Extract("article1", "2025-08-27",
                  TestEvent("JOIN", "person=p:Person1 organization=o:Byte", "2025-08-25"));
  journal.Retract("article2");
  index.Apply(journal.entries());
  EXPECT_EQ(Scan(index, newest).size(), before - 1);
  EXPECT_EQ(Scan(index, newest).front().day, *ParseDayNumber("2025-08-25"));
  EXPECT_EQ(Scan(index, newest), Reversed(index, newest));
}

}  // namespace
}  // namespace annals::query
