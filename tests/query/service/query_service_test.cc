// QueryService over TCP: what it answers.
#include "query/service/query_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/errors/errors.h"
#include "tests/query/support/query_server.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Stub = v1::QueryService::Stub;

const char* const kParts = R"(
    relations { type: RELATION_TYPE_PART_OF from_entity_id: "u:Lab" to_entity_id: "o:Byte" }
    relations { type: RELATION_TYPE_PART_OF from_entity_id: "r:Bean" to_entity_id: "u:Lab" }
    relations { type: RELATION_TYPE_POSITION from_entity_id: "p:Feng" to_entity_id: "o:Byte" title: "head" })";

class QueryServiceTest : public testing::Test {
 protected:
  QueryServiceTest() : server_(index_) {
    journal_.Extract("a1", "2025-08-20",
                     TestEvent("DEPART", "person=p:Feng organization=o:Byte", "", "PLANNED", "RUMORED"));
    journal_.Extract("a2", "2025-08-27",
                     TestEvent("DEPART", "person=p:Feng organization=o:Byte", "2025-08-25") + kParts +
                         TestEvent("JOIN", "person=p:Luo organization=o:Life from_organization=o:Byte",
                                   "2025-03-01..2025-03-31"));
    journal_.Extract("a3", "2025-06-01",
                     TestEvent("RELEASE", "product=r:Bean organization=o:Byte", "2025-06-11") +
                         TestEvent("METRIC", "subject=r:Bean metric:users", "2025-06-30") +
                         TestEvent("STATEMENT", "speaker=p:Luo quote:hello"));
    index_.Apply(journal_.entries());
  }

  // "start type via articles" for each row.
  std::vector<std::string> Timeline(const std::string& request_text) {
    v1::GetTimelineResponse response;
    const absl::Status status =
        server_.Call(&Stub::GetTimeline, FromText<v1::GetTimelineRequest>(request_text), response);
    EXPECT_TRUE(status.ok()) << status;
    EXPECT_EQ(response.revision(), index_->applied_revision());
    std::vector<std::string> rows;
    for (const v1::EventRow& row : response.events()) {
      std::string line =
          absl::StrCat(row.event().time().start(), " ", v1::EventType_Name(row.event().type()).substr(11));
      if (!row.via_entity_id().empty()) absl::StrAppend(&line, " via ", row.via_entity_id());
      rows.push_back(line);
    }
    return rows;
  }

  TestJournal journal_;
  TestIndex index_;
  QueryServer server_;
};

TEST_F(QueryServiceTest, ATimelineShowsWhatHappenedAlsoThroughParts) {
  EXPECT_THAT(Timeline("entity: 'Byte'"), ElementsAre("2025-03-01 JOIN", "2025-06-11 RELEASE",
                                                      "2025-06-30 METRIC via r:Bean", "2025-08-25 DEPART"));
  EXPECT_THAT(Timeline("entity: 'o:Byte' exclude_parts: true"),
              ElementsAre("2025-03-01 JOIN", "2025-06-11 RELEASE", "2025-08-25 DEPART"));
  EXPECT_THAT(Timeline("entity: 'p:Luo'"), ElementsAre("2025-03-01 JOIN", " STATEMENT"));
  EXPECT_THAT(Timeline("entity: 'p:Luo' order: TIMELINE_ORDER_NEWEST_FIRST"),
              ElementsAre("2025-03-01 JOIN", " STATEMENT"));
}

TEST_F(QueryServiceTest, AnotherCompanysUnitOfTheSameNameIsNotOnTheTimeline) {
  journal_.Extract("a9", "",
                   TestEvent("REORGANIZE", "organization=o:Other unit=u:Lab", "2025-10-01") +
                       TestEvent("REORGANIZE", "organization=o:Byte unit=u:Lab", "2025-10-02") +
                       TestEvent("STATEMENT", "speaker=u:Lab quote:we", "2025-10-03"));
  index_.Apply(journal_.entries());
  EXPECT_THAT(Timeline("entity: 'o:Byte' filter { time { start: '2025-10-01' } }"),
              ElementsAre("2025-10-02 REORGANIZE", "2025-10-03 STATEMENT via u:Lab"));
  EXPECT_THAT(Timeline("entity: 'u:Lab' filter { time { start: '2025-10-01' } }"), testing::SizeIs(3));
}

TEST_F(QueryServiceTest, ATimelineIsFiltered) {
  EXPECT_THAT(Timeline("entity: 'o:Byte' filter { types: EVENT_TYPE_RELEASE types: EVENT_TYPE_METRIC }"),
              ElementsAre("2025-06-11 RELEASE", "2025-06-30 METRIC via r:Bean"));
  EXPECT_THAT(Timeline("entity: 'o:Byte' filter { roles: ROLE_FROM_ORGANIZATION }"),
              ElementsAre("2025-03-01 JOIN"));
  EXPECT_THAT(Timeline("entity: 'o:Byte' filter { time { start: '2025-03-31' end: '2025-06-11' } }"),
              ElementsAre("2025-03-01 JOIN", "2025-06-11 RELEASE"));
  EXPECT_THAT(Timeline("entity: 'o:Byte' filter { statuses: EVENT_STATUS_PLANNED }"), IsEmpty());
}

TEST_F(QueryServiceTest, BucketsCountTheWholeTimeline) {
  v1::GetTimelineResponse response;
  const auto request =
      FromText<v1::GetTimelineRequest>("entity: 'o:Byte' bucket: TIMELINE_BUCKET_QUARTER page_size: 1");
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, response).ok());
  std::vector<std::string> buckets;
  for (const auto& bucket : response.buckets())
    buckets.push_back(absl::StrCat(bucket.start(), " ", bucket.count()));
  EXPECT_THAT(buckets, ElementsAre("2025-01-01 1", "2025-04-01 2", "2025-07-01 1"));
}

TEST_F(QueryServiceTest, PagesJoinToTheWhole) {
  for (const char* order : {"OLDEST", "NEWEST"}) {
    const std::string request_text = absl::StrCat("entity: 'o:Byte' order: TIMELINE_ORDER_", order, "_FIRST");
    const std::vector<std::string> whole = Timeline(request_text);
    auto request = FromText<v1::GetTimelineRequest>(absl::StrCat(request_text, " page_size: 1"));
    std::vector<std::string> pages;
    do {
      v1::GetTimelineResponse response;
      ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, response).ok());
      ASSERT_EQ(response.events_size(), 1);
      pages.push_back(response.events(0).event().time().start());
      request.set_page_token(response.next_page_token());
    } while (!request.page_token().empty());
    ASSERT_EQ(pages.size(), whole.size());
    for (size_t i = 0; i < pages.size(); ++i) EXPECT_EQ(pages[i], whole[i].substr(0, 10));
  }
}

TEST_F(QueryServiceTest, PagesJoinToTheFirstOnesTimeWhateverIsWritten) {
  const std::vector<std::string> whole = Timeline("entity: 'o:Byte'");
  auto request = FromText<v1::GetTimelineRequest>("entity: 'o:Byte' page_size: 1");
  std::vector<std::string> pages;
  int written = 0;
  do {
    v1::GetTimelineResponse response;
    ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, response).ok());
    ASSERT_EQ(response.events_size(), 1);
    EXPECT_EQ(response.revision(), 3u);
    pages.push_back(response.events(0).event().time().start());
    request.set_page_token(response.next_page_token());
    // Before the position and after it, and one that takes away what the pages still have to show.
    const std::string day = absl::StrCat("2025-0", 1 + 7 * (written % 2), "-05");
    ++written;
    journal_.Extract(absl::StrCat("new", written), "2025-09-01",
                     TestEvent("LAYOFF", absl::StrCat("organization=o:Byte unit=u:", written), day));
    journal_.Retract("a2");
    index_.Apply(journal_.entries());
  } while (!request.page_token().empty());
  ASSERT_EQ(pages.size(), whole.size());
  for (size_t i = 0; i < pages.size(); ++i) EXPECT_EQ(pages[i], whole[i].substr(0, 10));
}

TEST_F(QueryServiceTest, AsOfADayOfPublicationNobodyKnowsMore) {
  EXPECT_THAT(Timeline("entity: 'p:Feng' as_of { known_on: '2025-08-26' }"), ElementsAre(" DEPART"));
  EXPECT_THAT(Timeline("entity: 'p:Feng' as_of { known_on: '2025-08-27' }"),
              ElementsAre("2025-08-25 DEPART"));
  EXPECT_THAT(Timeline("entity: 'p:Feng' as_of { known_on: '2025-08-19' }"), IsEmpty());
}

TEST_F(QueryServiceTest, AsOfADayOnlyWhatHadBegun) {
  EXPECT_THAT(Timeline("entity: 'o:Byte' as_of { day: '2025-06-15' }"),
              ElementsAre("2025-03-01 JOIN", "2025-06-11 RELEASE"));
  EXPECT_THAT(Timeline("entity: 'p:Luo' as_of { day: '2025-05-31' }"), ElementsAre("2025-03-01 JOIN"))
      << "what has no time counts from its first publication on";
}

TEST_F(QueryServiceTest, AsOfARevisionARetractedArticleIsThere) {
  journal_.Retract("a3");
  index_.Apply(journal_.entries());
  v1::GetTimelineResponse response;
  const auto present = FromText<v1::GetTimelineRequest>("entity: 'r:Bean' exclude_parts: true");
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, present, response).ok());
  EXPECT_EQ(response.events_size(), 0);
  const auto past =
      FromText<v1::GetTimelineRequest>("entity: 'r:Bean' exclude_parts: true as_of { revision: 3 }");
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, past, response).ok());
  EXPECT_EQ(response.events_size(), 2);
  EXPECT_EQ(response.revision(), 3u);
}

TEST_F(QueryServiceTest, AnEventTellsHowItBecameKnown) {
  journal_.Extract("denial", "2025-09-01",
                   TestEvent("DEPART", "person=p:Feng organization=o:Byte", "2025-08-25", "NEGATED"));
  index_.Apply(journal_.entries());
  v1::ListEventsResponse list;
  const auto departures = FromText<v1::ListEventsRequest>("filter { types: EVENT_TYPE_DEPART }");
  ASSERT_TRUE(server_.Call(&Stub::ListEvents, departures, list).ok());
  v1::GetEventRequest request;
  request.set_event_id(list.events(0).event().id());
  v1::GetEventResponse response;
  ASSERT_TRUE(server_.Call(&Stub::GetEvent, request, response).ok());
  std::vector<std::string> stages;
  for (const v1::EventStage& stage : response.record().history()) {
    stages.push_back(absl::StrCat(stage.known_on(), " ", v1::EventStatus_Name(stage.status()).substr(13), " ",
                                  v1::Certainty_Name(stage.certainty()).substr(10), " ", stage.time().start(),
                                  " ", absl::StrJoin(stage.article_ids(), ",")));
  }
  EXPECT_THAT(stages,
              ElementsAre("2025-08-20 PLANNED RUMORED  a1", "2025-08-27 OCCURRED CONFIRMED 2025-08-25 a2",
                          "2025-09-01 NEGATED CONFIRMED 2025-08-25 denial"));
  EXPECT_EQ(response.record().first_published(), "2025-08-20");
  EXPECT_EQ(response.record().latest_published(), "2025-09-01");
  request.mutable_as_of()->set_known_on("2025-08-26");
  ASSERT_TRUE(server_.Call(&Stub::GetEvent, request, response).ok());
  EXPECT_EQ(response.record().event().status(), v1::EVENT_STATUS_PLANNED);
  EXPECT_EQ(response.record().reports_size(), 1);
}

TEST_F(QueryServiceTest, APageGoesOnWhereItWasWhateverIsWrittenBefore) {
  auto request = FromText<v1::GetTimelineRequest>("entity: 'o:Byte' page_size: 2");
  v1::GetTimelineResponse first;
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, first).ok());
  journal_.Extract("a4", "2025-09-01", TestEvent("LAYOFF", "organization=o:Byte", "2025-01-05"));
  index_.Apply(journal_.entries());
  request.set_page_token(first.next_page_token());
  v1::GetTimelineResponse second;
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, second).ok());
  ASSERT_EQ(second.events_size(), 2);
  EXPECT_EQ(second.events(0).event().time().start(), "2025-06-30");
}

TEST_F(QueryServiceTest, ListEventsShowsAllNewestFirst) {
  v1::ListEventsResponse response;
  ASSERT_TRUE(server_.Call(&Stub::ListEvents, v1::ListEventsRequest(), response).ok());
  std::vector<std::string> days;
  for (const v1::EventRow& row : response.events()) days.push_back(row.event().time().start());
  EXPECT_THAT(days, ElementsAre("2025-08-25", "2025-06-30", "2025-06-11", "2025-03-01", ""));
  EXPECT_EQ(response.entities_size(), 5);
}

TEST_F(QueryServiceTest, AnEventHasItsReports) {
  v1::ListEventsResponse list;
  ASSERT_TRUE(server_.Call(&Stub::ListEvents, v1::ListEventsRequest(), list).ok());
  v1::GetEventRequest request;
  request.set_event_id(list.events(0).event().id());
  v1::GetEventResponse response;
  const absl::Status status = server_.Call(&Stub::GetEvent, request, response);
  ASSERT_TRUE(status.ok()) << status;
  ASSERT_EQ(response.record().reports_size(), 2);
  EXPECT_EQ(response.record().event().id(), request.event_id());
  EXPECT_EQ(response.record().event().certainty(), v1::CERTAINTY_CONFIRMED);
  const v1::EventReport& rumour = response.record().reports(0);
  EXPECT_EQ(rumour.article_id(), "a1");
  EXPECT_EQ(rumour.title(), "title of a1");
  EXPECT_EQ(rumour.source(), "paper");
  EXPECT_EQ(rumour.published_at(), "2025-08-20");
  EXPECT_EQ(rumour.revision(), 1u);
  EXPECT_EQ(rumour.event().certainty(), v1::CERTAINTY_RUMORED);
  EXPECT_EQ(rumour.event().id(), "a1/0");
  EXPECT_EQ(rumour.event().arguments(0).entity_id(), "p:Feng");
  EXPECT_EQ(response.entities_size(), 2);
}

TEST_F(QueryServiceTest, AnEventIdNeverComesToMeanAnotherEvent) {
  v1::ListEventsResponse list;
  const auto joins = FromText<v1::ListEventsRequest>("filter { types: EVENT_TYPE_JOIN }");
  ASSERT_TRUE(server_.Call(&Stub::ListEvents, joins, list).ok());
  v1::GetEventRequest request;
  request.set_event_id(list.events(0).event().id());
  v1::GetEventResponse response;
  ASSERT_TRUE(server_.Call(&Stub::GetEvent, request, response).ok());
  // The article keeps its number in the index, and its second event another place.
  v1::JournalEntry replaced;
  *replaced.mutable_article_extracted() = journal_.entries()[1].article_extracted();
  auto& events = *replaced.mutable_article_extracted()->mutable_extraction()->mutable_events();
  events.SwapElements(0, 1);
  journal_.Add(replaced);
  index_.Apply(journal_.entries());
  EXPECT_EQ(ReasonOf(server_.Call(&Stub::GetEvent, request, response)), "EVENT_NOT_FOUND");
}

TEST_F(QueryServiceTest, AnEntityHasItsRelations) {
  v1::GetEntityResponse response;
  ASSERT_TRUE(
      server_.Call(&Stub::GetEntity, FromText<v1::GetEntityRequest>("entity: 'BYTE'"), response).ok());
  EXPECT_EQ(response.entity().id(), "o:Byte");
  EXPECT_EQ(response.event_count(), 3u);
  std::vector<std::string> relations;
  for (const v1::Edge& edge : response.relations()) {
    relations.push_back(absl::StrCat(edge.from_entity_id(), " ", edge.title(), " ", edge.to_entity_id()));
  }
  EXPECT_THAT(relations, UnorderedElementsAre("u:Lab  o:Byte", "p:Feng head o:Byte"));
  EXPECT_EQ(response.related_size(), 2);
}

TEST_F(QueryServiceTest, SearchRanksExactThenBeginningsThenParts) {
  journal_.Extract("a5", "", R"(
      entities { id: "o:1" type: ENTITY_TYPE_ORGANIZATION name: "字节跳动" }
      entities { id: "r:2" type: ENTITY_TYPE_PRODUCT name: "字节" }
      entities { id: "o:3" type: ENTITY_TYPE_ORGANIZATION name: "北京字节" }
      entities { id: "o:4" type: ENTITY_TYPE_ORGANIZATION name: "跳动" })");
  index_.Apply(journal_.entries());
  const auto search = [&](const std::string& text) {
    auto request = FromText<v1::SearchEntitiesRequest>(text);
    request.set_page_size(1);
    std::vector<std::string> ids;
    do {
      v1::SearchEntitiesResponse response;
      EXPECT_TRUE(server_.Call(&Stub::SearchEntities, request, response).ok());
      for (const v1::Entity& entity : response.entities()) ids.push_back(entity.id());
      request.set_page_token(response.next_page_token());
    } while (!request.page_token().empty());
    return ids;
  };
  EXPECT_THAT(search("query: '字節'"), ElementsAre("r:2", "o:1", "o:3"));
  EXPECT_THAT(search("query: '字节' types: ENTITY_TYPE_ORGANIZATION"), ElementsAre("o:1", "o:3"));
  EXPECT_THAT(search("query: '·'"), IsEmpty());
  EXPECT_THAT(search("query: 'nobody'"), IsEmpty());
}

TEST_F(QueryServiceTest, AnAmbiguousNameHasItsCandidates) {
  journal_.Extract("a6", "", R"(
      entities { id: "o:Deep" type: ENTITY_TYPE_ORGANIZATION name: "Deep" aliases: "DS" }
      entities { id: "r:Deep" type: ENTITY_TYPE_PRODUCT name: "Deep" }
      entities { id: "p:DS" type: ENTITY_TYPE_PERSON name: "DS" })");
  index_.Apply(journal_.entries());
  v1::GetEntityResponse response;
  absl::Status status =
      server_.Call(&Stub::GetEntity, FromText<v1::GetEntityRequest>("entity: 'deep'"), response);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "ENTITY_AMBIGUOUS");
  const auto detail = status.GetPayload("type.googleapis.com/annals.v1.EntityCandidates");
  ASSERT_TRUE(detail.has_value());
  v1::EntityCandidates candidates;
  ASSERT_TRUE(candidates.ParseFromString(std::string(*detail)));
  EXPECT_EQ(candidates.candidates_size(), 2);
  // An id wins, a name comes before an alias, and the company before its product.
  EXPECT_TRUE(
      server_.Call(&Stub::GetEntity, FromText<v1::GetEntityRequest>("entity: 'r:Deep'"), response).ok());
  EXPECT_TRUE(server_.Call(&Stub::GetEntity, FromText<v1::GetEntityRequest>("entity: 'ds'"), response).ok());
  EXPECT_EQ(response.entity().id(), "p:DS");
  journal_.Extract(
      "a7", "", "relations { type: RELATION_TYPE_PART_OF from_entity_id: 'r:Deep' to_entity_id: 'o:Deep' }");
  index_.Apply(journal_.entries());
  status = server_.Call(&Stub::GetEntity, FromText<v1::GetEntityRequest>("entity: 'deep'"), response);
  EXPECT_TRUE(status.ok()) << status;
  EXPECT_EQ(response.entity().id(), "o:Deep");
}

TEST_F(QueryServiceTest, ANeighbourhoodShowsWhoIsAround) {
  v1::GetNeighborhoodResponse response;
  const absl::Status status = server_.Call(
      &Stub::GetNeighborhood, FromText<v1::GetNeighborhoodRequest>("entity: 'o:Byte'"), response);
  ASSERT_TRUE(status.ok()) << status;
  std::vector<std::string> nodes;
  for (const auto& node : response.nodes())
    nodes.push_back(absl::StrCat(node.distance(), " ", node.entity().id()));
  EXPECT_THAT(nodes,
              UnorderedElementsAre("0 o:Byte", "0 u:Lab", "0 r:Bean", "1 p:Feng", "1 p:Luo", "1 o:Life"));
  EXPECT_FALSE(response.truncated());
  const v1::Edge& newest = response.edges(0);
  EXPECT_EQ(newest.from_entity_id(), "p:Feng");
  EXPECT_EQ(newest.to_entity_id(), "o:Byte");
  EXPECT_EQ(newest.event_type(), v1::EVENT_TYPE_DEPART);
  EXPECT_EQ(newest.from_role(), v1::ROLE_PERSON);
  EXPECT_EQ(newest.time().start(), "2025-08-25");
  EXPECT_THAT(newest.article_ids(), ElementsAre("a1", "a2"));
}

TEST_F(QueryServiceTest, ANeighbourhoodHasDepthAndLimits) {
  const auto nodes = [&](const std::string& text, bool truncated) {
    v1::GetNeighborhoodResponse response;
    EXPECT_TRUE(
        server_.Call(&Stub::GetNeighborhood, FromText<v1::GetNeighborhoodRequest>(text), response).ok());
    EXPECT_EQ(response.truncated(), truncated) << text;
    std::vector<std::string> ids;
    for (const auto& node : response.nodes())
      ids.push_back(absl::StrCat(node.distance(), " ", node.entity().id()));
    return ids;
  };
  EXPECT_THAT(nodes("entity: 'p:Feng'", false), ElementsAre("0 p:Feng", "1 o:Byte"));
  EXPECT_THAT(nodes("entity: 'p:Feng' depth: 2", false),
              UnorderedElementsAre("0 p:Feng", "1 o:Byte", "2 r:Bean", "2 u:Lab", "2 p:Luo", "2 o:Life"));
  EXPECT_THAT(nodes("entity: 'o:Byte' exclude_parts: true max_fanout: 1", true), testing::SizeIs(2));
  EXPECT_THAT(nodes("entity: 'o:Byte' exclude_parts: true max_edges: 1", true), testing::SizeIs(2));
  EXPECT_THAT(nodes("entity: 'o:Byte' exclude_parts: true filter { types: EVENT_TYPE_LIST } relation_types: "
                    "RELATION_TYPE_POSITION",
                    false),
              ElementsAre("0 o:Byte", "1 p:Feng"));
}

TEST_F(QueryServiceTest, AReadWaitsForItsRevision) {
  TestJournal later = journal_;
  later.Extract("a8", "2025-09-02", TestEvent("LAYOFF", "organization=o:Byte", "2025-09-01"));
  std::thread writer([&] { index_.Apply(later.entries()); });
  const auto rows = Timeline("entity: 'o:Byte' exclude_parts: true min_revision: 4");
  writer.join();
  EXPECT_EQ(rows.back(), "2025-09-01 LAYOFF");
}

TEST_F(QueryServiceTest, ARevisionThatDoesNotComeIsUnavailable) {
  v1::GetTimelineResponse response;
  const auto request = FromText<v1::GetTimelineRequest>("entity: 'o:Byte' min_revision: 99");
  const absl::Status status = server_.Call(&Stub::GetTimeline, request, response);
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(status), "REVISION_NOT_APPLIED");
  EXPECT_TRUE(status.GetPayload("type.googleapis.com/google.rpc.RetryInfo").has_value());
}

TEST_F(QueryServiceTest, StatusCounts) {
  server_.state.journal_revision = 5;
  v1::GetStatusResponse response;
  ASSERT_TRUE(server_.Call(&Stub::GetStatus, v1::GetStatusRequest(), response).ok());
  EXPECT_EQ(response.applied_revision(), 3u);
  EXPECT_EQ(response.journal_revision(), 5u);
  EXPECT_EQ(response.lag(), 2u);
  EXPECT_TRUE(response.following());
  EXPECT_EQ(response.article_count(), 3u);
  EXPECT_EQ(response.event_count(), 5u);
  EXPECT_EQ(response.entity_count(), 6u);
  EXPECT_EQ(response.journal_id(), kTestJournal);
  EXPECT_FALSE(response.version().empty());
}

}  // namespace
}  // namespace annals::query
