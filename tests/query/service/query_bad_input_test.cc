// Requests that no client should send, as a table: each gets the code, the reason and the field that the
// contract promises.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "tests/query/support/query_server.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

using Stub = v1::QueryService::Stub;

struct BadInput {
  std::string request;  // text proto
  absl::StatusCode code = absl::StatusCode::kInvalidArgument;
  const char* reason = "INVALID_FIELD";
  const char* field = "";
};

class QueryBadInputTest : public testing::Test {
 protected:
  QueryBadInputTest() : server_(index_) {
    TestJournal journal;
    journal.Extract("a", "2025-01-01",
                    TestEvent("JOIN", "person=p:A organization=o:X", "2025-01-01") +
                        "entities { id: 'o:T' type: ENTITY_TYPE_ORGANIZATION name: 'Twin' }"
                        "entities { id: 'r:T' type: ENTITY_TYPE_PRODUCT name: 'Twin' }");
    index_.Apply(journal.entries());
  }

  template <typename Request, typename Response>
  void Expect(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
              const std::vector<BadInput>& inputs) {
    for (const BadInput& input : inputs) {
      Response response;
      const absl::Status status = server_.Call(method, FromText<Request>(input.request), response);
      const std::string what = absl::StrCat(Request::descriptor()->name(), " ", input.request.substr(0, 200));
      EXPECT_EQ(status.code(), input.code) << what << ": " << status;
      EXPECT_EQ(ReasonOf(status), input.reason) << what << ": " << status;
      EXPECT_EQ(FieldOf(status), input.field) << what << ": " << status;
    }
  }

  TestIndex index_;
  QueryServer server_;
};

const std::string& LongName() {
  static const auto* const name = new std::string(257, 'x');
  return *name;
}

// A name in `field`, which every read of an entity has.
std::vector<BadInput> BadNames(const char* field) {
  return {
      {"", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", field},
      {absl::StrCat(field, ": '", LongName(), "'"), absl::StatusCode::kInvalidArgument, "TOO_LARGE", field},
      {absl::StrCat(field, ": '", std::string(1 << 20, 'q'), "'"), absl::StatusCode::kInvalidArgument,
       "TOO_LARGE", field},
      {absl::StrCat(field, R"(: "a\000b")"), absl::StatusCode::kInvalidArgument, "INVALID_TEXT", field},
      {absl::StrCat(field, R"(: "a\033b")"), absl::StatusCode::kInvalidArgument, "INVALID_TEXT", field},
      {absl::StrCat(field, R"(: "\377\376")"), absl::StatusCode::kInvalidArgument, "INVALID_TEXT", field},
  };
}

std::vector<BadInput> UnknownAndAmbiguous() {
  return {{"entity: 'nobody'", absl::StatusCode::kNotFound, "ENTITY_NOT_FOUND", ""},
          {"entity: '·'", absl::StatusCode::kNotFound, "ENTITY_NOT_FOUND", ""},
          {"entity: 'twin'", absl::StatusCode::kFailedPrecondition, "ENTITY_AMBIGUOUS", ""}};
}

std::vector<BadInput> BadAsOf(const std::string& rest) {
  const auto bad = absl::StatusCode::kInvalidArgument;
  return {{rest + " as_of { day: '2025-02-30' }", bad, "INVALID_FIELD", "as_of.day"},
          {rest + " as_of { known_on: 'yesterday' }", bad, "INVALID_FIELD", "as_of.known_on"},
          {rest + " as_of { known_on: '2025-01-01T00:00:00Z' }", bad, "INVALID_FIELD", "as_of.known_on"},
          {rest + " as_of { revision: 99 }", bad, "INVALID_FIELD", "as_of.revision"}};
}

std::vector<BadInput> BadFilters(const std::string& rest) {
  return {{rest + " filter { types: 99 }", absl::StatusCode::kInvalidArgument, "INVALID_FIELD",
           "filter.types[0]"},
          {rest + " filter { min_certainty: 9 }", absl::StatusCode::kInvalidArgument, "INVALID_FIELD",
           "filter.min_certainty"},
          {rest + " filter { time { start: '0000-13-45' } }", absl::StatusCode::kInvalidArgument,
           "INVALID_FIELD", "filter.time.start"}};
}

std::vector<BadInput> BadPages(const std::string& rest) {
  return {
      {rest + " page_size: -1", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "page_size"},
      {rest + " page_token: 'forged'", absl::StatusCode::kInvalidArgument, "INVALID_PAGE_TOKEN",
       "page_token"},
      {absl::StrCat(rest, " page_token: '", std::string(100000, 'A'), "'"),
       absl::StatusCode::kInvalidArgument, "INVALID_PAGE_TOKEN", "page_token"},
  };
}

TEST_F(QueryBadInputTest, GetEntity) {
  Expect(&Stub::GetEntity, BadNames("entity"));
  Expect(&Stub::GetEntity, UnknownAndAmbiguous());
  Expect(&Stub::GetEntity, BadAsOf("entity: 'o:X'"));
}

TEST_F(QueryBadInputTest, SearchEntities) {
  Expect(&Stub::SearchEntities, BadNames("query"));
  Expect(&Stub::SearchEntities, BadPages("query: 'x'"));
  Expect(&Stub::SearchEntities,
         {{"query: 'x' types: 9", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "types[0]"}});
}

TEST_F(QueryBadInputTest, GetEvent) {
  Expect(&Stub::GetEvent, {{"", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "event_id"},
                           {absl::StrCat("event_id: '", LongName(), "'"), absl::StatusCode::kInvalidArgument,
                            "TOO_LARGE", "event_id"},
                           {"event_id: 'nothing'", absl::StatusCode::kNotFound, "EVENT_NOT_FOUND", ""},
                           {"event_id: 'ev-1-0-0000'", absl::StatusCode::kNotFound, "EVENT_NOT_FOUND", ""},
                           {"event_id: 'ev-99-0-0000'", absl::StatusCode::kNotFound, "EVENT_NOT_FOUND", ""},
                           {"event_id: 'ev-99999999999999999999-0-0000'", absl::StatusCode::kNotFound,
                            "EVENT_NOT_FOUND", ""}});
}

TEST_F(QueryBadInputTest, ListEvents) {
  Expect(&Stub::ListEvents, BadFilters(""));
  Expect(&Stub::ListEvents, BadPages(""));
  Expect(&Stub::ListEvents, BadAsOf(""));
}

TEST_F(QueryBadInputTest, GetTimeline) {
  Expect(&Stub::GetTimeline, BadNames("entity"));
  Expect(&Stub::GetTimeline, UnknownAndAmbiguous());
  Expect(&Stub::GetTimeline, BadFilters("entity: 'o:X'"));
  Expect(&Stub::GetTimeline, BadPages("entity: 'o:X'"));
  Expect(&Stub::GetTimeline, BadAsOf("entity: 'o:X'"));
  Expect(&Stub::GetTimeline,
         {{"entity: 'o:X' order: 9", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "order"},
          {"entity: 'o:X' bucket: 9", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "bucket"}});
}

TEST_F(QueryBadInputTest, GetNeighborhood) {
  Expect(&Stub::GetNeighborhood, BadNames("entity"));
  Expect(&Stub::GetNeighborhood, UnknownAndAmbiguous());
  Expect(&Stub::GetNeighborhood, BadFilters("entity: 'o:X'"));
  Expect(&Stub::GetNeighborhood, BadAsOf("entity: 'o:X'"));
  Expect(&Stub::GetNeighborhood,
         {{"entity: 'o:X' depth: -1", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "depth"},
          {"entity: 'o:X' depth: 5", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "depth"},
          {"entity: 'o:X' max_edges: -1", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "max_edges"},
          {"entity: 'o:X' max_fanout: -1", absl::StatusCode::kInvalidArgument, "INVALID_FIELD", "max_fanout"},
          {"entity: 'o:X' relation_types: 9", absl::StatusCode::kInvalidArgument, "INVALID_FIELD",
           "relation_types[0]"}});
}

TEST_F(QueryBadInputTest, FindPaths) {
  Expect(&Stub::FindPaths, BadNames("from_entity"));
  const std::string from = "from_entity: 'o:X' ";
  const std::string ends = from + "to_entity: 'p:A'";
  Expect(&Stub::FindPaths, BadFilters(ends));
  Expect(&Stub::FindPaths, BadAsOf(ends));
  const auto bad = absl::StatusCode::kInvalidArgument;
  Expect(&Stub::FindPaths,
         {{from, bad, "INVALID_FIELD", "to_entity"},
          {from + "to_entity: 'x'", bad, "INVALID_FIELD", "to_entity"},
          {from + "to_entity: 'nobody'", absl::StatusCode::kNotFound, "ENTITY_NOT_FOUND"},
          {"from_entity: 'twin' to_entity: 'o:X'", absl::StatusCode::kFailedPrecondition, "ENTITY_AMBIGUOUS"},
          {ends + " max_hops: 5", bad, "INVALID_FIELD", "max_hops"},
          {ends + " max_hops: -1", bad, "INVALID_FIELD", "max_hops"},
          {ends + " max_paths: 11", bad, "INVALID_FIELD", "max_paths"},
          {ends + " max_fanout: -1", bad, "INVALID_FIELD", "max_fanout"},
          {ends + " order: 9", bad, "INVALID_FIELD", "order"},
          {ends + " relation_types: 9", bad, "INVALID_FIELD", "relation_types[0]"}});
}

TEST_F(QueryBadInputTest, GetFlows) {
  const std::vector<BadInput> names = BadNames("entity");
  Expect(&Stub::GetFlows, {names.begin() + 1, names.end()});  // none: all organisations
  Expect(&Stub::GetFlows, UnknownAndAmbiguous());
  Expect(&Stub::GetFlows, BadAsOf(""));
  const auto bad = absl::StatusCode::kInvalidArgument;
  Expect(&Stub::GetFlows, {{"bucket: 9", bad, "INVALID_FIELD", "bucket"},
                           {"statuses: 9", bad, "INVALID_FIELD", "statuses[0]"},
                           {"min_certainty: 9", bad, "INVALID_FIELD", "min_certainty"},
                           {"max_flows: -1", bad, "INVALID_FIELD", "max_flows"},
                           {"time { start: 'June' }", bad, "INVALID_FIELD", "time.start"},
                           {"time { start: '2025-02-02' end: '2025-02-01' }", bad, "INVALID_FIELD", "time"}});
}

TEST_F(QueryBadInputTest, GetTenures) {
  Expect(&Stub::GetTenures, BadNames("entity"));
  Expect(&Stub::GetTenures, UnknownAndAmbiguous());
  Expect(&Stub::GetTenures, BadPages("entity: 'o:X'"));
  Expect(&Stub::GetTenures, BadAsOf("entity: 'o:X'"));
  Expect(&Stub::GetTenures, {{"entity: 'o:X' time { end: '2025-02-30' }", absl::StatusCode::kInvalidArgument,
                              "INVALID_FIELD", "time.end"}});
}

TEST_F(QueryBadInputTest, ATokenIsGoodForItsRequestOnly) {
  TestJournal journal;
  for (int i = 0; i < 3; ++i) {
    journal.Extract(absl::StrCat("b", i), "",
                    TestEvent("LAYOFF", "organization=o:X", absl::StrCat("2025-01-0", i + 1)));
  }
  ASSERT_TRUE(index_->Clear().ok());
  index_.Apply(journal.entries());
  auto request = FromText<v1::GetTimelineRequest>("entity: 'o:X' page_size: 1");
  v1::GetTimelineResponse response;
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, response).ok());
  request.set_page_token(response.next_page_token());
  ASSERT_TRUE(server_.Call(&Stub::GetTimeline, request, response).ok());
  request.set_exclude_parts(true);
  EXPECT_EQ(ReasonOf(server_.Call(&Stub::GetTimeline, request, response)), "INVALID_PAGE_TOKEN");
  v1::ListEventsRequest other;
  other.set_page_token(request.page_token());
  v1::ListEventsResponse list;
  EXPECT_EQ(ReasonOf(server_.Call(&Stub::ListEvents, other, list)), "INVALID_PAGE_TOKEN");
}

TEST_F(QueryBadInputTest, AnExpiredDeadlineEndsTheWait) {
  auto request = FromText<v1::GetEntityRequest>("entity: 'o:X' min_revision: 99");
  v1::GetEntityResponse response;
  const absl::Status status = server_.Call(&Stub::GetEntity, request, response, absl::Milliseconds(20));
  EXPECT_TRUE(status.code() == absl::StatusCode::kDeadlineExceeded ||
              status.code() == absl::StatusCode::kUnavailable)
      << status;
}

}  // namespace
}  // namespace annals::query
