#include "query/index/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/storage/backup_note.h"
#include "query/index/event_scan.h"
#include "tests/query/support/history.h"
#include "tests/query/support/test_index.h"
#include "tests/support/temporary_directory.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The timeline of an entity as "day type articles".
std::vector<std::string> Timeline(TestIndex& index, const std::string& entity_id, ScanRange range = {}) {
  const auto view = *index->View();
  std::vector<std::string> lines;
  WorkBudget scan_budget(1000000);
  EventScan scan(*view, *view->ReadEntities({*view->FindEntity(entity_id)}), range, scan_budget);
  while (scan.Next()) {
    const auto events = *view->ReadEvents({{scan.position().event, scan.header().merged}});
    const DayNumber day = scan.position().day;
    std::string line = day == kUndatedDay ? "undated" : FormatDayNumber(day);
    for (const std::string& article : events.front().article_ids) line += " " + article;
    lines.push_back(line);
  }
  EXPECT_TRUE(scan.status().ok()) << scan.status();
  return lines;
}

TestJournal RumourAndConfirmation() {
  TestJournal journal;
  journal.Extract("rumour", "2025-08-20",
                  TestEvent("DEPART", "person=p:Feng organization=o:Byte", "", "PLANNED", "RUMORED"));
  journal.Extract("confirmation", "2025-08-27",
                  TestEvent("DEPART", "person=p:Feng organization=o:Byte", "2025-08-25"));
  return journal;
}

TEST(IndexTest, ARumourAndItsConfirmationAreOneEvent) {
  TestIndex index;
  index.Apply(RumourAndConfirmation().entries());
  EXPECT_THAT(Timeline(index, "o:Byte"), ElementsAre("2025-08-25 rumour confirmation"));
  const auto view = *index->View();
  const auto event = view->ReadEvent({2, 0});
  ASSERT_TRUE(event.ok() && event->has_value()) << "any report leads to the event";
  EXPECT_EQ((*event)->ref, (ReportRef{1, 0}));
  EXPECT_EQ((*event)->told.event.status(), v1::EVENT_STATUS_OCCURRED);
  EXPECT_EQ((*event)->told.event.certainty(), v1::CERTAINTY_CONFIRMED);
}

TEST(IndexTest, ARetractedReportLeavesTheOther) {
  TestJournal journal = RumourAndConfirmation();
  journal.Retract("confirmation");
  TestIndex index;
  index.Apply(journal.entries());
  EXPECT_THAT(Timeline(index, "p:Feng"), ElementsAre("undated rumour"));
}

TEST(IndexTest, AReplacedArticleTakesItsRowsAlong) {
  TestJournal journal = RumourAndConfirmation();
  journal.Extract("confirmation", "2025-08-27",
                  TestEvent("JOIN", "person=p:Feng organization=o:Meta", "2025-09-01"));
  TestIndex index;
  index.Apply(journal.entries());
  EXPECT_THAT(Timeline(index, "o:Byte"), ElementsAre("undated rumour"));
  EXPECT_THAT(Timeline(index, "p:Feng"), ElementsAre("2025-09-01 confirmation", "undated rumour"));
}

TEST(IndexTest, AnEntityNobodyMentionsIsGone) {
  TestJournal journal = RumourAndConfirmation();
  journal.Retract("rumour");
  journal.Retract("confirmation");
  TestIndex index;
  index.Apply(journal.entries());
  const auto view = *index->View();
  EXPECT_EQ(*view->FindEntity("p:Feng"), kNoEntity);
  EXPECT_THAT(*view->FindName(index->NameKeyOf("Feng"), 10), IsEmpty());
  EXPECT_EQ(view->meta().article_count(), 0u);
}

TEST(IndexTest, AppliedEntriesAreSkippedAndGapsRefused) {
  const std::vector<v1::JournalEntry> entries = RumourAndConfirmation().entries();
  TestIndex index;
  index.Apply({entries[0]});
  const auto rows = index.Rows();
  index.Apply({entries[0]});
  EXPECT_EQ(index.Rows(), rows);
  EXPECT_EQ(index->Apply(kTestJournal, {RumourAndConfirmation().entries()[0], entries[0]}), absl::OkStatus());
  v1::JournalEntry later = entries[1];
  later.set_revision(3);
  EXPECT_EQ(index->Apply(kTestJournal, {later}).code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(index.Rows(), rows);
  index.Apply(entries);
  EXPECT_EQ(index->applied_revision(), 2u);
}

TEST(IndexTest, AnotherJournalIsRefusedUntilCleared) {
  TestIndex index;
  index.Apply(RumourAndConfirmation().entries());
  EXPECT_EQ(index->Apply("another", RumourAndConfirmation().entries()).code(),
            absl::StatusCode::kFailedPrecondition);
  ASSERT_TRUE(index->Clear().ok());
  EXPECT_THAT(index.Rows(), IsEmpty());
  EXPECT_EQ(index->applied_revision(), 0u);
  EXPECT_TRUE(index->Apply("another", RumourAndConfirmation().entries()).ok());
}

TEST(IndexTest, WhatIsAppliedAheadIsSeenWhenItIsWritten) {
  const std::vector<v1::JournalEntry> entries = RumourAndConfirmation().entries();
  TestIndex index;
  ASSERT_TRUE(index->ApplyAhead(kTestJournal, {&entries[0]}).ok());
  EXPECT_TRUE(index->WaitForRevision(1, absl::Now() + absl::Seconds(30)));
  ASSERT_TRUE(index->ApplyAhead(kTestJournal, {&entries[0], &entries[1]}).ok());
  ASSERT_TRUE(index->Settle().ok());
  EXPECT_EQ(index->applied_revision(), 2u);
  TestIndex one_go;
  one_go.Apply(entries);
  EXPECT_EQ(index.Rows(), one_go.Rows());
}

TEST(IndexTest, AfterAGapWhatWasAheadOfItIsThere) {
  const std::vector<v1::JournalEntry> entries = RumourAndConfirmation().entries();
  v1::JournalEntry later = entries[1];
  later.set_revision(3);
  TestIndex index;
  ASSERT_TRUE(index->ApplyAhead(kTestJournal, {&entries[0]}).ok());
  EXPECT_EQ(index->ApplyAhead(kTestJournal, {&later}).code(), absl::StatusCode::kOutOfRange);
  ASSERT_TRUE(index->ApplyAhead(kTestJournal, {&entries[1]}).ok());
  index.Reopen();
  EXPECT_EQ(index->applied_revision(), 2u);
}

TEST(IndexTest, ClearedWhileItIsWrittenItIsEmpty) {
  const std::vector<v1::JournalEntry> entries = RumourAndConfirmation().entries();
  TestIndex index;
  ASSERT_TRUE(index->ApplyAhead(kTestJournal, {&entries[0]}).ok());
  ASSERT_TRUE(index->Clear().ok());
  EXPECT_THAT(index.Rows(), IsEmpty());
  index.Apply(entries);
  TestIndex one_go;
  one_go.Apply(entries);
  EXPECT_EQ(index.Rows(), one_go.Rows());
}

TEST(IndexTest, ReopenedItIsWhereItWas) {
  TestIndex index;
  index.Apply(RumourAndConfirmation().entries());
  const auto rows = index.Rows();
  index.Reopen();
  EXPECT_EQ(index.Rows(), rows);
  EXPECT_EQ(index->applied_revision(), 2u);
  EXPECT_EQ(index->journal_id(), kTestJournal);
}

// Two entries as a replicated journal holds them.
std::vector<v1::JournalEntry> Replicated() {
  std::vector<v1::JournalEntry> entries = RumourAndConfirmation().entries();
  for (v1::JournalEntry& entry : entries) {
    entry.mutable_origin()->set_submission_id(absl::StrCat("00000000000000aa-", entry.revision()));
    entry.set_stored_at_micros(1000 + static_cast<int64_t>(entry.revision()));
  }
  return entries;
}

TEST(IndexTest, ThePositionNamesTheLastEntryOfAReplicatedJournal) {
  const std::vector<v1::JournalEntry> entries = Replicated();
  TestIndex index;
  EXPECT_EQ(index->position(), JournalPosition());
  index.Apply({entries[0]});
  index.Reopen();
  EXPECT_EQ(index->position(), (JournalPosition{std::string(kTestJournal), 1, "00000000000000aa-1", 1001}));
  index.Apply(entries);
  EXPECT_EQ(index->position(), (JournalPosition{std::string(kTestJournal), 2, "00000000000000aa-2", 1002}));
  ASSERT_TRUE(index->Clear().ok());
  EXPECT_EQ(index->position(), JournalPosition());
}

TEST(IndexTest, TheExtractorsOwnJournalIsKnownByItsIdAlone) {
  TestIndex index;
  index.Apply(RumourAndConfirmation().entries());
  EXPECT_EQ(index->position(), (JournalPosition{std::string(kTestJournal), 2, "", 0}));
}

TEST(IndexTest, ACopyHoldsTheSameRowsAndGoesOn) {
  const std::vector<v1::JournalEntry> history = RandomHistory(21, 60);
  const TemporaryDirectory directory;
  TestIndex index;
  index.Apply({history.begin(), history.begin() + 40});
  const auto copy = index->CreateBackup(directory.File("copies"));
  ASSERT_TRUE(copy.ok()) << copy.status();
  EXPECT_EQ(ParseBackupNote(copy->note), (BackupNote{BackupNote::Store::kIndex, 40}));
  index.Apply(history);
  ASSERT_TRUE(RestoreBackup(directory.File("copies"), 0, directory.File("index")).ok());
  const auto restored = Index::Open(directory.File("index"));
  ASSERT_TRUE(restored.ok()) << restored.status();
  EXPECT_EQ((*restored)->position(), (JournalPosition{std::string(kTestJournal), 40, "", 0}));
  ASSERT_TRUE((*restored)->Apply(kTestJournal, history).ok());
  EXPECT_EQ(*(*restored)->Digest(), *index->Digest());
}

TEST(IndexTest, PackedItHoldsTheSameRowsAndGoesOn) {
  const std::vector<v1::JournalEntry> history = RandomHistory(22, 60);
  TestIndex whole;
  whole.Apply(history);
  TestIndex packed;
  packed.Apply({history.begin(), history.begin() + 30});
  const std::string before = *packed->Digest();
  ASSERT_TRUE(packed->Pack(std::stop_token()).ok());
  EXPECT_EQ(*packed->Digest(), before);
  packed.Apply({history.begin(), history.begin() + 45});
  ASSERT_TRUE(packed->Pack(std::stop_token()).ok());
  ASSERT_TRUE(packed->WriteQuickly().ok());
  packed.Reopen();
  packed.Apply(history);
  EXPECT_EQ(*packed->Digest(), *whole->Digest());
}

TEST(IndexTest, PackingEndsWhenItIsToStop) {
  TestIndex index;
  index.Apply(RandomHistory(22, 60));
  const std::string before = *index->Digest();
  std::stop_source stop;
  stop.request_stop();
  EXPECT_TRUE(index->Pack(stop.get_token()).ok());
  EXPECT_EQ(*index->Digest(), before);
}

TEST(IndexTest, AViewDoesNotSeeWhatComesLater) {
  const std::vector<v1::JournalEntry> entries = RumourAndConfirmation().entries();
  TestIndex index;
  index.Apply({entries[0]});
  const auto view = *index->View();
  index.Apply(entries);
  EXPECT_EQ(view->revision(), 1u);
  EXPECT_FALSE((*view->ReadEvent({2, 0})).has_value());
}

TEST(IndexTest, WhatAnExtractionGetsWrongIsLeftOut) {
  TestJournal journal;
  v1::JournalEntry entry;
  v1::ArticleExtracted& extracted = *entry.mutable_article_extracted();
  extracted.mutable_article()->set_id("broken");
  *extracted.mutable_extraction()->add_entities() = TestEntity("p:A");
  extracted.mutable_extraction()->add_entities();
  v1::Event& event = *extracted.mutable_extraction()->add_events();
  event.set_type(v1::EVENT_TYPE_JOIN);
  v1::Argument& known = *event.add_arguments();
  known.set_role(v1::ROLE_PERSON);
  known.set_entity_id("p:A");
  v1::Argument& unknown = *event.add_arguments();
  unknown.set_role(v1::ROLE_ORGANIZATION);
  unknown.set_entity_id("o:nowhere");
  extracted.mutable_extraction()->add_events();
  v1::Relation& relation = *extracted.mutable_extraction()->add_relations();
  relation.set_type(v1::RELATION_TYPE_POSITION);
  relation.set_from_entity_id("p:A");
  journal.Add(entry);
  journal.Add(v1::JournalEntry());
  journal.Retract("never seen");
  TestIndex index;
  index.Apply(journal.entries());
  EXPECT_THAT(Timeline(index, "p:A"), ElementsAre("undated broken"));
  EXPECT_EQ(index->applied_revision(), 3u);
  const auto view = *index->View();
  EXPECT_THAT(*view->ReadRelations(*view->FindEntity("p:A"), std::nullopt, 10), IsEmpty());
}

TEST(IndexTest, TheLatestArticleSaysWhetherARelationHasEnded) {
  const auto position = [](bool former) {
    return std::string(
               "relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:A' to_entity_id: 'o:X' title: "
               "'CEO' former: ") +
           (former ? "true }" : "false }");
  };
  TestJournal journal;
  journal.Extract("later", "2025-05-01", position(true));
  journal.Extract("earlier", "2024-05-01", position(false));
  TestIndex index;
  index.Apply(journal.entries());
  const auto view = *index->View();
  const auto relations = *view->ReadRelations(*view->FindEntity("o:X"), std::nullopt, 10);
  ASSERT_EQ(relations.size(), 1u);
  EXPECT_TRUE(relations[0].former);
  EXPECT_THAT(relations[0].article_ids, ElementsAre("later", "earlier"));
  EXPECT_EQ((*view->ReadEntity(*view->FindEntity("o:X")))->edge_count, 1u);
}

TestJournal ManyWidths() {
  TestJournal journal;
  const char* const times[] = {"2025-03-05",
                               "2025-03-01..2025-03-31",
                               "2025-01-01..2025-12-31",
                               "2020-01-01..2025-03-20",
                               "2025-04-01..2025-04-30",
                               "2024-01-01..2024-12-31",
                               "",
                               "2025-03-31"};
  for (int i = 0; i < 8; ++i) {
    journal.Extract("a" + std::to_string(i), "",
                    TestEvent("LAYOFF", "organization=o:X unit=u:" + std::to_string(i), times[i]));
  }
  return journal;
}

TEST(IndexTest, AScanMeetsItsWindow) {
  TestIndex index;
  index.Apply(ManyWidths().entries());
  const ScanRange march{.first_day = ParseDayNumber("2025-03-01"), .last_day = ParseDayNumber("2025-03-31")};
  EXPECT_THAT(Timeline(index, "o:X", march), ElementsAre("2020-01-01 a3", "2025-01-01 a2", "2025-03-01 a1",
                                                         "2025-03-05 a0", "2025-03-31 a7"));
  EXPECT_THAT(Timeline(index, "o:X", {.last_day = ParseDayNumber("2024-06-01")}),
              ElementsAre("2020-01-01 a3", "2024-01-01 a5"));
  EXPECT_THAT(Timeline(index, "o:X", {.first_day = ParseDayNumber("2025-04-01")}),
              ElementsAre("2025-01-01 a2", "2025-04-01 a4"));
}

TEST(IndexTest, AScanGoesBothWaysAndOnFromAnyPosition) {
  TestIndex index;
  index.Apply(ManyWidths().entries());
  const auto view = *index->View();
  const auto entity = *view->ReadEntities({*view->FindEntity("o:X")});
  for (ScanOrder order : {ScanOrder::kOldestFirst, ScanOrder::kNewestFirst}) {
    std::vector<EventPosition> all;
    WorkBudget scan_budget(1000000);
    EventScan scan(*view, entity, {.order = order}, scan_budget);
    while (scan.Next()) all.push_back(scan.position());
    ASSERT_EQ(all.size(), 8u);
    EXPECT_EQ(all.back().day, kUndatedDay);
    for (size_t i = 0; i < all.size(); ++i) {
      std::vector<EventPosition> rest;
      WorkBudget on_budget(1000000);
      EventScan on(*view, entity, {.order = order, .after = all[i]}, on_budget);
      while (on.Next()) rest.push_back(on.position());
      EXPECT_EQ(rest, std::vector<EventPosition>(all.begin() + i + 1, all.end()));
    }
  }
}

TEST(IndexTest, AScanStopsWhenItsBudgetIsSpentAndSaysWhere) {
  TestIndex index;
  index.Apply(ManyWidths().entries());
  const auto view = *index->View();
  const auto entity = *view->ReadEntities({*view->FindEntity("o:X")});
  // Of the rows that may meet the window by where they begin, the first ends the day before it.
  WorkBudget budget(3);
  EventScan scan(*view, entity, {.first_day = ParseDayNumber("2025-03-21")}, budget);
  int events = 0;
  while (scan.Next()) ++events;
  EXPECT_EQ(events, 2);
  EXPECT_TRUE(scan.truncated());
  EXPECT_EQ(scan.last_seen(), scan.position());
  WorkBudget cancelled(1000000, [] { return absl::CancelledError("gone"); });
  EXPECT_TRUE(cancelled.Spend(1));
  EXPECT_FALSE(cancelled.Spend(1000));
  EventScan ended(*view, entity, {}, cancelled);
  EXPECT_FALSE(ended.Next());
  EXPECT_EQ(ended.status().code(), absl::StatusCode::kCancelled);
}

TEST(IndexTest, NamesAreFoundHoweverWritten) {
  TestJournal journal;
  journal.Extract(
      "a", "",
      R"(entities { id: "p:1" type: ENTITY_TYPE_PERSON name: "马克·扎克伯格" aliases: ["Mark Zuckerberg", "小扎"] })");
  TestIndex index;
  index.Apply(journal.entries());
  const auto view = *index->View();
  const struct {
    const char* query;
    bool found;
    NameRank rank;
  } cases[] = {{"马克·扎克伯格", true, NameRank::kName},
               {"馬克・扎克伯格", true, NameRank::kName},
               {"马克扎克伯格", true, NameRank::kName},
               {"MARK ZUCKERBERG", true, NameRank::kAlias},
               {"ｍａｒｋ　ｚｕｃｋｅｒｂｅｒｇ", true, NameRank::kAlias},
               {"小扎", true, NameRank::kAlias},
               {"扎克伯格", false, NameRank::kName},
               {"", false, NameRank::kName}};
  for (const auto& c : cases) {
    const auto matches = *view->FindName(index->NameKeyOf(c.query), 10);
    ASSERT_EQ(matches.size(), c.found ? 1u : 0u) << c.query;
    for (const NameMatch& match : matches) EXPECT_EQ(match.rank, c.rank) << c.query;
  }
}

}  // namespace
}  // namespace annals::query
