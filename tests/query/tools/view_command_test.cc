#include "query/tools/view_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/text_proto.h"

namespace annals {
namespace {

using testing::HasSubstr;

// Serves one timeline in pages of two events, and remembers what it was asked.
class FakeClient : public QueryClient {
 public:
  absl::StatusOr<v1::GetEntityResponse> GetEntity(const v1::GetEntityRequest& request) override {
    entity_request = request;
    return FromText<v1::GetEntityResponse>(
        "entity { id: 'o' name: '星河智能' type: ENTITY_TYPE_ORGANIZATION }");
  }
  absl::StatusOr<v1::GetEventResponse> GetEvent(const v1::GetEventRequest& request) override {
    if (request.event_id() == "e2") return absl::NotFoundError("gone");
    v1::GetEventResponse response;
    auto* report = response.mutable_record()->add_reports();
    report->set_source("晚潮");
    report->set_published_at("2025-05-09");
    return response;
  }
  absl::StatusOr<v1::GetTimelineResponse> GetTimeline(const v1::GetTimelineRequest& request) override {
    timeline_requests.push_back(request);
    if (!error.ok()) return error;
    const int begin = request.page_token().empty() ? 0 : std::stoi(request.page_token());
    v1::GetTimelineResponse response;
    response.mutable_entity()->set_name("星河智能");
    const int end = std::min({begin + 2, begin + request.page_size(), event_count});
    for (int i = begin; i < end; ++i) {
      v1::EventRow* row = response.add_events();
      row->mutable_event()->set_id("e" + std::to_string(i));
      row->mutable_event()->set_type(v1::EVENT_TYPE_LAYOFF);
      row->add_article_ids("a" + std::to_string(i));
    }
    if (end < event_count) response.set_next_page_token(std::to_string(end));
    return response;
  }
  absl::StatusOr<v1::GetNeighborhoodResponse> GetNeighborhood(
      const v1::GetNeighborhoodRequest& request) override {
    graph_request = request;
    return FromText<v1::GetNeighborhoodResponse>(R"pb(
      entity { id: "o" name: "星河智能" type: ENTITY_TYPE_ORGANIZATION }
      nodes { entity { id: "o" name: "星河智能" type: ENTITY_TYPE_ORGANIZATION } }
    )pb");
  }

  int event_count = 5;
  absl::Status error;
  std::vector<v1::GetTimelineRequest> timeline_requests;
  v1::GetNeighborhoodRequest graph_request;
  v1::GetEntityRequest entity_request;
};

std::string Show(const std::string& command, const std::string& format, const ViewOptions& options,
                 FakeClient& client) {
  const auto view = MakeView(command, format, options);
  if (!view.ok()) return "refused: " + std::string(view.status().message());
  const auto text = (*view)(client);
  return text.ok() ? *text : "failed: " + std::string(text.status().message());
}

TEST(ViewCommandTest, ATimelineOfAllPages) {
  FakeClient client;
  const std::string text = Show("timeline", "text", {.entity = "星河智能"}, client);
  EXPECT_EQ(client.timeline_requests.size(), 3u);
  EXPECT_THAT(text, HasSubstr(": 5 events\n"));
  EXPECT_THAT(text, HasSubstr("晚潮 2025-05-09\n"));
  EXPECT_THAT(text, HasSubstr("a2\n")) << "an event without reports names its articles";
}

TEST(ViewCommandTest, ALimitCutsATimelineShort) {
  FakeClient client;
  const std::string text = Show("timeline", "text", {.entity = "x", .limit = 3}, client);
  EXPECT_THAT(text, HasSubstr(": 3 events\n"));
  EXPECT_THAT(text, HasSubstr("… and more than can be shown"));
}

TEST(ViewCommandTest, JsonIsTheAnswerItself) {
  FakeClient client;
  client.event_count = 1;
  const std::string json = Show("timeline", "json", {.entity = "x"}, client);
  EXPECT_THAT(json, HasSubstr("\"article_ids\": [\n"));
  EXPECT_THAT(json, HasSubstr("\"type\": \"EVENT_TYPE_LAYOFF\""));
  EXPECT_THAT(Show("graph", "json", {.entity = "x"}, client), HasSubstr("\"nodes\": [\n"));
  EXPECT_THAT(Show("entity", "json", {.entity = "x"}, client), HasSubstr("\"name\": \"星河智能\""));
}

TEST(ViewCommandTest, FormatsOfAGraph) {
  FakeClient client;
  EXPECT_EQ(Show("graph", "text", {.entity = "x"}, client), "星河智能 (ORGANIZATION)\n");
  EXPECT_THAT(Show("graph", "dot", {.entity = "x"}, client), HasSubstr("digraph annals {"));
  EXPECT_THAT(Show("graph", "mermaid", {.entity = "x"}, client), HasSubstr("graph LR\n"));
}

TEST(ViewCommandTest, OptionsBecomeTheRequest) {
  FakeClient client;
  Show("timeline", "json",
       {.entity = "o",
        .types = {"JOIN", "step_down"},
        .statuses = {"failed"},
        .min_certainty = "reported",
        .from = "2025-01-01",
        .to = "2025-06-30",
        .order = "newest",
        .exclude_parts = true,
        .limit = 9000,
        .min_revision = 7},
       client);
  const auto expected = FromText<v1::GetTimelineRequest>(R"pb(
    entity: "o"
    filter {
      types: EVENT_TYPE_JOIN
      types: EVENT_TYPE_STEP_DOWN
      statuses: EVENT_STATUS_FAILED
      min_certainty: CERTAINTY_REPORTED
      time { start: "2025-01-01" end: "2025-06-30" }
    }
    order: TIMELINE_ORDER_NEWEST_FIRST
    exclude_parts: true
    page_size: 500
    min_revision: 7
  )pb");
  EXPECT_EQ(client.timeline_requests.front().DebugString(), expected.DebugString());
  Show("graph", "text", {.entity = "o", .depth = 2, .limit = 50}, client);
  EXPECT_EQ(client.graph_request.depth(), 2);
  EXPECT_EQ(client.graph_request.max_edges(), 50);
}

TEST(ViewCommandTest, WhatItRefuses) {
  FakeClient client;
  EXPECT_EQ(Show("timelime", "text", {}, client),
            "refused: no command \"timelime\"; there are timeline, graph, entity");
  EXPECT_EQ(Show("timeline", "dot", {}, client),
            "refused: no format \"dot\" of timeline; there are text, json");
  EXPECT_EQ(Show("graph", "svg", {}, client),
            "refused: no format \"svg\" of graph; there are text, json, dot, mermaid");
  EXPECT_EQ(Show("timeline", "text", {.order = "random"}, client),
            "refused: no order \"random\"; there are oldest, newest");
  EXPECT_THAT(Show("timeline", "text", {.types = {"QUIT"}}, client),
              HasSubstr("refused: no event type \"QUIT\"; there are join, depart, dismiss"));
  EXPECT_THAT(Show("timeline", "text", {.types = {"unspecified"}}, client), HasSubstr("refused"));
  EXPECT_EQ(MakeView("tenures", "text", {}).status().code(), absl::StatusCode::kUnimplemented);
  EXPECT_TRUE(client.timeline_requests.empty());
}

TEST(ViewCommandTest, ErrorsOfTheServiceAreShown) {
  FakeClient client;
  client.error = absl::NotFoundError("no entity \"x\"");
  EXPECT_EQ(Show("timeline", "text", {.entity = "x"}, client), "failed: no entity \"x\"");
}

}  // namespace
}  // namespace annals
