#include "query/tools/view_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <utility>

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
    event_request = request;
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

  absl::StatusOr<v1::FindPathsResponse> FindPaths(const v1::FindPathsRequest& request) override {
    paths_request = request;
    return v1::FindPathsResponse();
  }
  absl::StatusOr<v1::GetFlowsResponse> GetFlows(const v1::GetFlowsRequest& request) override {
    flows_request = request;
    return v1::GetFlowsResponse();
  }
  absl::StatusOr<v1::GetTenuresResponse> GetTenures(const v1::GetTenuresRequest& request) override {
    tenures_requests.push_back(request);
    v1::GetTenuresResponse response;
    response.add_tenures()->set_person_id("p" + request.page_token());
    if (request.page_token() != "xx") response.set_next_page_token(request.page_token() + "x");
    return response;
  }

  int event_count = 5;
  absl::Status error;
  std::vector<v1::GetTimelineRequest> timeline_requests;
  v1::GetNeighborhoodRequest graph_request;
  v1::GetEntityRequest entity_request;
  v1::GetEventRequest event_request;
  v1::FindPathsRequest paths_request;
  v1::GetFlowsRequest flows_request;
  std::vector<v1::GetTenuresRequest> tenures_requests;
};

std::string ShowWords(const std::vector<std::string>& words, const std::string& format,
                      const ViewOptions& options, FakeClient& client) {
  const auto view = MakeView(words, format, options);
  if (!view.ok()) return "refused: " + std::string(view.status().message());
  const auto text = (*view)(client);
  return text.ok() ? *text : "failed: " + std::string(text.status().message());
}

std::string Show(const std::string& command, const std::string& format, const ViewOptions& options,
                 FakeClient& client) {
  return ShowWords({command, options.entity}, format, options, client);
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

TEST(ViewCommandTest, EveryRequestCarriesThePast) {
  FakeClient client;
  const ViewOptions options = {
      .as_of_day = "2025-06-01", .known_on = "2025-06-02", .revision = 3, .min_revision = 4};
  const std::string as_of = "day: \"2025-06-01\" known_on: \"2025-06-02\" revision: 3";
  ShowWords({"timeline", "o"}, "text", options, client);
  ShowWords({"graph", "o"}, "text", options, client);
  ShowWords({"path", "o", "q"}, "text", options, client);
  ShowWords({"flows"}, "text", options, client);
  ShowWords({"tenures", "o"}, "text", options, client);
  ShowWords({"entity", "o"}, "text", options, client);
  EXPECT_EQ(client.timeline_requests.back().as_of().ShortDebugString(), as_of);
  EXPECT_EQ(client.event_request.as_of().ShortDebugString(), as_of);
  EXPECT_EQ(client.graph_request.as_of().ShortDebugString(), as_of);
  EXPECT_EQ(client.paths_request.as_of().ShortDebugString(), as_of);
  EXPECT_EQ(client.flows_request.as_of().ShortDebugString(), as_of);
  EXPECT_EQ(client.tenures_requests.back().as_of().ShortDebugString(), as_of);
  EXPECT_EQ(client.entity_request.as_of().ShortDebugString(), as_of);
  EXPECT_EQ(client.flows_request.min_revision(), 4u);
}

TEST(ViewCommandTest, PathsAndFlowsAndTenures) {
  FakeClient client;
  const ViewOptions options = {.types = {"join"},
                               .relations = {"part_of"},
                               .min_certainty = "reported",
                               .from = "2025-01-01",
                               .path_order = "most_recent",
                               .bucket = "quarter",
                               .depth = 3,
                               .max_paths = 2,
                               .max_fanout = 9,
                               .limit = 2};
  EXPECT_EQ(ShowWords({"path", "a", "b"}, "text", options, client), "no path\n");
  EXPECT_EQ(
      client.paths_request.ShortDebugString(),
      "from_entity: \"a\" to_entity: \"b\" max_hops: 3 max_paths: 2 filter { types: EVENT_TYPE_JOIN "
      "min_certainty: "
      "CERTAINTY_REPORTED time { start: \"2025-01-01\" } } relation_types: RELATION_TYPE_PART_OF order: "
      "PATH_ORDER_MOST_RECENT max_fanout: 9");
  EXPECT_EQ(ShowWords({"flows", "a"}, "text", options, client), "no moves\n");
  EXPECT_EQ(client.flows_request.ShortDebugString(),
            "entity: \"a\" time { start: \"2025-01-01\" } bucket: TIMELINE_BUCKET_QUARTER min_certainty: "
            "CERTAINTY_REPORTED max_flows: 2");
  EXPECT_THAT(ShowWords({"tenures", "a"}, "text", options, client),
              HasSubstr("\npx\n… and more than can be shown\n"));
  ASSERT_EQ(client.tenures_requests.size(), 2u);
  EXPECT_EQ(client.tenures_requests[1].ShortDebugString(),
            "entity: \"a\" time { start: \"2025-01-01\" } page_size: 1 page_token: \"x\"");
}

TEST(ViewCommandTest, EveryFormatOfEveryCommand) {
  FakeClient client;
  const std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> commands = {
      {{"timeline", "o"}, {"text", "svg", "html", "csv", "json"}},
      {{"graph", "o"}, {"text", "svg", "html", "dot", "mermaid", "graphml", "csv", "json"}},
      {{"path", "o", "p"}, {"text", "svg", "html", "dot", "mermaid", "json"}},
      {{"flows"}, {"text", "svg", "html", "dot", "mermaid", "csv", "json"}},
      {{"tenures", "o"}, {"text", "svg", "html", "csv", "json"}},
      {{"entity", "o"}, {"text", "json"}}};
  const std::map<std::string, std::string> begins = {{"svg", "<svg "},          {"html", "<!DOCTYPE html>"},
                                                     {"dot", "digraph annals"}, {"mermaid", "graph LR"},
                                                     {"graphml", "<?xml "},     {"json", "{"}};
  for (const auto& [words, formats] : commands) {
    for (const std::string& format : formats) {
      const std::string text = ShowWords(words, format, {}, client);
      const auto begin = begins.find(format);
      EXPECT_THAT(text, testing::StartsWith(begin == begins.end() ? "" : begin->second))
          << words[0] << " " << format;
      EXPECT_THAT(text, testing::Not(testing::StartsWith("refused"))) << words[0] << " " << format;
      EXPECT_FALSE(text.empty()) << words[0] << " " << format;
    }
  }
}

TEST(ViewCommandTest, WhatItRefuses) {
  FakeClient client;
  EXPECT_EQ(Show("timelime", "text", {}, client),
            "refused: no command \"timelime\"; there are timeline, graph, path, flows, tenures, entity");
  EXPECT_EQ(Show("timeline", "dot", {}, client),
            "refused: no format \"dot\" of timeline; there are text, svg, html, csv, json");
  EXPECT_EQ(Show("entity", "svg", {}, client), "refused: no format \"svg\" of entity; there are text, json");
  EXPECT_EQ(Show("timeline", "text", {.order = "random"}, client),
            "refused: no order \"random\"; there are oldest, newest");
  EXPECT_EQ(Show("flows", "text", {.bucket = "week"}, client),
            "refused: no period \"week\"; there are day, month, quarter, year");
  EXPECT_THAT(Show("timeline", "text", {.types = {"QUIT"}}, client),
              HasSubstr("refused: no event type \"QUIT\"; there are join, depart, dismiss"));
  EXPECT_THAT(Show("timeline", "text", {.types = {"unspecified"}}, client), HasSubstr("refused"));
  EXPECT_EQ(Show("graph", "svg", {.width = 100}, client), "refused: a drawing is 320 to 10000 pixels wide");
  EXPECT_EQ(ShowWords({"path", "a"}, "text", {}, client), "refused: path takes two entities");
  EXPECT_EQ(ShowWords({"timeline"}, "text", {}, client), "refused: timeline takes one entity");
  EXPECT_EQ(ShowWords({"flows", "a", "b"}, "text", {}, client), "refused: flows takes at most one entity");
  EXPECT_THAT(ShowWords({}, "text", {}, client),
              HasSubstr("refused: a command is needed; there are timeline"));
  EXPECT_TRUE(client.timeline_requests.empty());
}

TEST(ViewCommandTest, ErrorsOfTheServiceAreShown) {
  FakeClient client;
  client.error = absl::NotFoundError("no entity \"x\"");
  EXPECT_EQ(Show("timeline", "text", {.entity = "x"}, client), "failed: no entity \"x\"");
}

}  // namespace
}  // namespace annals
