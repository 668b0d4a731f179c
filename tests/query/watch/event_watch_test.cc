#include "query/watch/event_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/query/support/history.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class EventWatchTest : public testing::Test {
 protected:
  // "revision + status articles", "-" for what is removed.
  std::vector<std::string> Changes(EventWatch& watch) {
    std::vector<std::string> lines;
    const auto take = [&](const IndexView&, const WatchedChange& change) {
      lines.push_back(absl::StrCat(watch.revision() + 1, change.removed ? " - " : " + ",
                                   v1::EventStatus_Name(change.event.told.event.status()).substr(13), " ",
                                   absl::StrJoin(change.event.article_ids, ",")));
      return absl::OkStatus();
    };
    while (watch.behind()) {
      const absl::Status status = watch.Next(take);
      EXPECT_TRUE(status.ok()) << status;
      if (!status.ok()) break;
    }
    return lines;
  }

  EntityNumber Number(const std::string& id) { return *(*index_->View())->FindEntity(id); }

  void Leave(const std::string& article, const std::string& published, const char* status,
             const char* certainty) {
    journal_.Extract(
        article, published,
        TestEvent("DEPART", "person=p:Feng organization=o:Byte", "2025-08-25", status, certainty));
    index_.Apply(journal_.entries());
  }

  TestJournal journal_;
  TestIndex index_;
};

TEST_F(EventWatchTest, AnEventComesChangesAndGoes) {
  EventWatch watch(*index_, {}, 0);
  Leave("rumour", "2025-08-20", "PLANNED", "RUMORED");
  EXPECT_THAT(Changes(watch), ElementsAre("1 + PLANNED rumour"));
  Leave("news", "2025-08-27", "OCCURRED", "CONFIRMED");
  Leave("more", "2025-08-28", "OCCURRED", "CONFIRMED");
  EXPECT_THAT(Changes(watch), ElementsAre("2 + OCCURRED rumour,news", "3 + OCCURRED rumour,news,more"))
      << "a report more is a change, too";
  for (const char* article : {"news", "more", "rumour"}) journal_.Retract(article);
  index_.Apply(journal_.entries());
  EXPECT_THAT(Changes(watch),
              ElementsAre("4 + OCCURRED rumour,more", "5 + PLANNED rumour", "6 - PLANNED rumour"));
  EXPECT_EQ(watch.revision(), 6u);
  EXPECT_FALSE(watch.behind());
}

TEST_F(EventWatchTest, ResumedItGivesWhatAnUnbrokenOneGives) {
  index_.Apply(RandomHistory(7, 60));
  EventWatch whole(*index_, {}, 0);
  const std::vector<std::string> all = Changes(whole);
  ASSERT_FALSE(all.empty());
  for (uint64_t from = 0; from <= 60; from += 7) {
    EventWatch later(*index_, {}, from);
    std::vector<std::string> rest = all;
    std::erase_if(rest, [&](const std::string& line) { return std::stoull(line) <= from; });
    EXPECT_EQ(Changes(later), rest) << from;
  }
}

TEST_F(EventWatchTest, WhatCountsNoMoreIsRemoved) {
  Leave("rumour", "2025-08-20", "PLANNED", "RUMORED");
  EventWatch planned(*index_, {.selection = {.statuses = 1u << v1::EVENT_STATUS_PLANNED}}, 0);
  EventWatch of_byte(*index_, {.entity = Number("o:Byte")}, 0);
  Leave("news", "2025-08-27", "OCCURRED", "CONFIRMED");
  journal_.Extract("other", "2025-08-28", TestEvent("LAYOFF", "organization=o:Other"));
  index_.Apply(journal_.entries());
  EXPECT_THAT(Changes(planned), ElementsAre("1 + PLANNED rumour", "2 - PLANNED rumour"));
  EXPECT_THAT(Changes(of_byte), ElementsAre("1 + PLANNED rumour", "2 + OCCURRED rumour,news"));
  EventWatch next_year(*index_, {.selection = {.first_day = ParseDayNumber("2026-01-01")}}, 0);
  EXPECT_THAT(Changes(next_year), IsEmpty());
}

TEST_F(EventWatchTest, AnotherEventInTheSamePlaceDoesNotHideThatTheFirstIsGone) {
  EventWatch watch(*index_, {}, 0);
  Leave("news", "2025-08-27", "PLANNED", "CONFIRMED");
  journal_.Extract("news", "2025-08-28", TestEvent("LAYOFF", "organization=o:Byte"));
  v1::JournalEntry replaced = journal_.entries().back();
  v1::Event& event = *replaced.mutable_article_extracted()->mutable_extraction()->mutable_events(0);
  event.set_id("news/layoff");
  index_.Apply({replaced});
  EXPECT_THAT(Changes(watch), ElementsAre("1 + PLANNED news", "2 - PLANNED news", "2 + OCCURRED news"));
}

TEST_F(EventWatchTest, AnEntryOfManyEventsComesInPieces) {
  std::string events;
  for (int i = 0; i < 600; ++i)
    events += TestEvent("LAYOFF", absl::StrCat("organization=o:X unit=u:", i), "2025-01-01");
  journal_.Extract("many", "2025-01-02", events);
  index_.Apply(journal_.entries());
  EventWatch watch(*index_, {}, 0);
  std::vector<size_t> pieces;
  while (watch.behind()) {
    size_t piece = 0;
    ASSERT_TRUE(watch
                    .Next([&](const IndexView&, const WatchedChange&) {
                      ++piece;
                      return absl::OkStatus();
                    })
                    .ok());
    pieces.push_back(piece);
  }
  EXPECT_THAT(pieces, ElementsAre(256, 256, 88));
}

}  // namespace
}  // namespace annals::query
