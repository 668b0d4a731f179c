#include "query/tenures/tenures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string TimeText(const v1::EventTime& time) {
  return time.start() == time.end() ? time.start() : absl::StrCat(time.start(), "..", time.end());
}

class TenuresTest : public testing::Test {
 protected:
  void Add(const std::string& extraction, const std::string& published = "2025-09-01") {
    journal_.Extract(absl::StrCat("a", journal_.entries().size()), published, extraction);
  }
  void Position(const std::string& title, const std::string& published, const std::string& more = "") {
    Add(absl::StrCat(
            "relations { type: RELATION_TYPE_POSITION from_entity_id: 'p:Ann' to_entity_id: 'o:Acme' "
            "title: '",
            title, "' ", more, " }"),
        published);
  }

  TenurePage Read(const std::string& id) {
    index_.Apply(journal_.entries());
    view_ = *index_->View();
    WorkBudget budget(200000);
    auto page = ReadTenures(*view_, *(*view_->ReadEntity(*view_->FindEntity(id))), query_, budget);
    EXPECT_TRUE(page.ok()) << page.status();
    return page.ok() ? *std::move(page) : TenurePage();
  }
  // "Ann, CTO at Acme: 2020-01-01 to 2024-01-01"
  std::vector<std::string> Texts(const std::string& id) {
    std::vector<std::string> texts;
    for (const Tenure& tenure : Read(id).tenures) {
      const auto ends = *view_->ReadEntities({tenure.position.person, tenure.position.organization});
      texts.push_back(absl::StrCat(ends[0].entity.name(), tenure.title.empty() ? "" : ", ", tenure.title,
                                   " at ", ends[1].entity.name(), ": ", TimeText(tenure.start), " to ",
                                   tenure.stint.ended ? TimeText(tenure.end) : "open"));
    }
    return texts;
  }

  TestIndex index_;
  TestJournal journal_;
  std::unique_ptr<IndexView> view_;
  TenureQuery query_{.page_size = 100};
};

TEST_F(TenuresTest, JoiningAndLeavingMeetAcrossArticles) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme title:CTO", "2020-01-01"));
  Add(TestEvent("DEPART", "person=p:Ann organization=o:Acme", "2024-01-01..2024-01-31"));
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann, CTO at Acme: 2020-01-01 to 2024-01-01..2024-01-31"));
  EXPECT_THAT(Texts("o:Acme"), ElementsAre("Ann, CTO at Acme: 2020-01-01 to 2024-01-01..2024-01-31"));
  const Tenure tenure = Read("p:Ann").tenures[0];
  EXPECT_THAT(tenure.start_event_ids, SizeIs(1));
  EXPECT_THAT(tenure.end_event_ids, SizeIs(1));
  EXPECT_THAT(tenure.event_ids, ElementsAre(tenure.start_event_ids[0], tenure.end_event_ids[0]));
}

TEST_F(TenuresTest, TwoStintsStayTwo) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme", "2015-01-01"));
  Add(TestEvent("DISMISS", "person=p:Ann organization=o:Acme", "2017-01-01"));
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme", "2020-01-01"));
  EXPECT_THAT(Texts("p:Ann"),
              ElementsAre("Ann at Acme: 2015-01-01 to 2017-01-01", "Ann at Acme: 2020-01-01 to open"));
}

TEST_F(TenuresTest, AMoveHasTwoTenures) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Bolt from_organization=o:Acme", "2024-05-01"));
  Add(TestEvent("DEPART", "person=p:Ben organization=o:Acme to_organization=o:Bolt", "2024-06-01"));
  EXPECT_THAT(Texts("o:Acme"), ElementsAre("Ann at Acme: ..2024-05-01 to ..2024-05-01",
                                           "Ben at Acme: ..2024-06-01 to 2024-06-01"));
  EXPECT_THAT(Texts("o:Bolt"),
              ElementsAre("Ann at Bolt: 2024-05-01 to open", "Ben at Bolt: 2024-06-01.. to open"));
}

TEST_F(TenuresTest, FoundersStart) {
  Add(TestEvent("FOUND", "founder=p:Ann founder=o:Bolt organization=o:Acme", "2020-01-01"));
  EXPECT_THAT(Texts("o:Acme"), ElementsAre("Ann at Acme: 2020-01-01 to open"));
  EXPECT_THAT(Texts("o:Bolt"), IsEmpty());
}

TEST_F(TenuresTest, AnAppointmentSaysThatItHadBegun) {
  Add(TestEvent("APPOINT", "person=p:Ann organization=o:Acme title:CEO", "2020-01-01"));
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann, CEO at Acme: ..2020-01-01 to open"));
  EXPECT_THAT(Read("p:Ann").tenures[0].start_event_ids, SizeIs(1));
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme title:CTO", "2018-01-01"));
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann, CEO at Acme: 2018-01-01 to open"));
}

TEST_F(TenuresTest, WhatDidNotHappenIsNoEnd) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme", "2020-01-01"));
  for (const char* status : {"PLANNED", "ONGOING", "FAILED", "NEGATED"}) {
    Add(TestEvent("DEPART", "person=p:Ann organization=o:Acme", "2024-01-01", status));
    Add(TestEvent("JOIN", "person=p:Ben organization=o:Acme", "2024-01-01", status));
  }
  Add(TestEvent("DEPART", "person=p:Ann organization=o:Acme", "2025-01-01", "OCCURRED", "RUMORED"));
  EXPECT_THAT(Texts("o:Acme"), ElementsAre("Ann at Acme: 2020-01-01 to open"));
}

TEST_F(TenuresTest, ARumouredStartIsOnlyPossible) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme", "2024-01-01", "OCCURRED", "RUMORED"));
  query_.true_on = ParseDayNumber("2024-01-01");
  ASSERT_THAT(Read("p:Ann").tenures, SizeIs(1));
  EXPECT_EQ(Read("p:Ann").tenures[0].presence, Presence::kPossibly);
}

TEST_F(TenuresTest, PositionsBoundATenure) {
  Position("CTO", "2022-03-01");
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann, CTO at Acme: ..2022-03-01 to open"));
  Position("CEO", "2023-03-01");
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann, CEO at Acme: ..2022-03-01 to open"));
  EXPECT_THAT(Read("p:Ann").tenures[0].article_ids, ElementsAre("a0", "a1"));
  Position("CEO", "2024-03-01", "former: true");
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann, CEO at Acme: ..2022-03-01 to 2023-03-02..2024-03-01"));
}

TEST_F(TenuresTest, ADatedPositionSaysWhen) {
  Position("CTO", "2025-03-01", "former: true time { start: '2015-01-01' end: '2019-12-31' }");
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann, CTO at Acme: ..2015-01-01 to 2020-01-01..2025-03-01"));
}

TEST_F(TenuresTest, WithoutATimeAnEventHadHappenedWhenItWasPublished) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme", ""), "2023-02-01");
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann at Acme: ..2023-02-01 to open"));
  EXPECT_THAT(Read("p:Ann").tenures[0].start_event_ids, SizeIs(1));
  Add(TestEvent("DEPART", "person=p:Ann organization=o:Acme", ""), "2024-02-01");
  EXPECT_THAT(Texts("p:Ann"), ElementsAre("Ann at Acme: ..2023-02-01 to 2023-02-02..2024-02-01"));
}

TEST_F(TenuresTest, OnADaySomebodyIsThereDefinitelyPossiblyOrNot) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme", "2020-01-01..2020-01-31"));
  Add(TestEvent("DEPART", "person=p:Ann organization=o:Acme", "2024-05-10"));
  const auto presence = [&](const char* day) {
    query_.true_on = ParseDayNumber(day);
    const TenurePage page = Read("p:Ann");
    return page.tenures.empty() ? Presence::kNot : page.tenures[0].presence;
  };
  EXPECT_EQ(presence("2019-12-31"), Presence::kNot);
  EXPECT_EQ(presence("2020-01-15"), Presence::kPossibly);
  EXPECT_EQ(presence("2024-05-09"), Presence::kDefinitely);
  EXPECT_EQ(presence("2024-05-10"), Presence::kNot);
}

TEST_F(TenuresTest, AWindowTakesWhatMayMeetIt) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme", "2020-01-01"));
  Add(TestEvent("DEPART", "person=p:Ben organization=o:Acme", "2019-01-01"));
  query_.window.first = *ParseDayNumber("2019-06-01");
  EXPECT_THAT(Texts("o:Acme"), ElementsAre("Ann at Acme: 2020-01-01 to open"));
  query_.window = {kLongAgo, *ParseDayNumber("2018-01-01")};
  EXPECT_THAT(Texts("o:Acme"), ElementsAre("Ben at Acme: ..2019-01-01 to 2019-01-01"));
}

TEST_F(TenuresTest, PagesJoinToTheWhole) {
  for (int i = 0; i < 10; ++i) {
    Add(TestEvent("JOIN", absl::StrCat("person=p:", i, " organization=o:Acme"),
                  absl::StrCat("2020-01-1", i % 3)));
  }
  const std::vector<std::string> whole = Texts("o:Acme");
  ASSERT_THAT(whole, SizeIs(10));
  query_.page_size = 3;
  std::vector<std::string> pages;
  do {
    const std::vector<std::string> page = Texts("o:Acme");
    pages.insert(pages.end(), page.begin(), page.end());
    query_.after = Read("o:Acme").next;
  } while (query_.after);
  EXPECT_EQ(pages, whole);
}

TEST_F(TenuresTest, ALargeCompanyIsReadWhole) {
  std::string crowd;
  for (int i = 0; i < 60000; ++i)
    crowd += TestEvent("JOIN", absl::StrCat("person=p:", i, " organization=o:Acme"), "2025-01-01");
  Add(crowd);
  query_.page_size = 500;
  const TenurePage page = Read("o:Acme");
  EXPECT_THAT(page.tenures, SizeIs(500));
  EXPECT_TRUE(page.next.has_value());
  EXPECT_FALSE(page.truncated);
}

TEST_F(TenuresTest, ASpentBudgetIsSaid) {
  Add(TestEvent("JOIN", "person=p:Ann organization=o:Acme", "2020-01-01") +
      TestEvent("JOIN", "person=p:Ben organization=o:Acme", "2021-01-01"));
  index_.Apply(journal_.entries());
  const auto view = *index_->View();
  WorkBudget budget(1);
  const auto page = ReadTenures(*view, *(*view->ReadEntity(*view->FindEntity("o:Acme"))), query_, budget);
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_TRUE(page->truncated);
  EXPECT_THAT(page->tenures, SizeIs(1));
}

}  // namespace
}  // namespace annals::query
