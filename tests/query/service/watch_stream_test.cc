// WatchEvents over TCP.
#include "query/service/watch_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/errors/errors.h"
#include "tests/query/support/query_server.h"
#include "tests/support/text_proto.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;

class WatchStreamTest : public testing::Test {
 protected:
  WatchStreamTest() : server_(index_) {}

  // One open stream.
  struct Watcher {
    grpc::ClientContext context;
    std::unique_ptr<grpc::ClientReader<v1::WatchEventsResponse>> stream;

    // "2 + JOIN a1,a2", "3 - JOIN a1", "at 4": what comes next.
    std::string Next() {
      v1::WatchEventsResponse response;
      if (!stream->Read(&response)) return "the end";
      if (!response.has_event()) return absl::StrCat("at ", response.revision());
      const auto& row = response.event();
      return absl::StrCat(response.revision(), response.removed() ? " - " : " + ",
                          v1::EventType_Name(row.event().type()).substr(11), " ",
                          absl::StrJoin(row.article_ids(), ","));
    }
    // Up to the one that says where the stream is.
    std::vector<std::string> Until(uint64_t revision) {
      std::vector<std::string> lines;
      do lines.push_back(Next());
      while (lines.back() != absl::StrCat("at ", revision) && lines.back() != "the end");
      return lines;
    }
    absl::Status End() {
      context.TryCancel();
      while (Next() != "the end") {
      }
      return FromGrpcStatus(stream->Finish());
    }
  };

  std::unique_ptr<Watcher> Watch(const std::string& request) {
    auto watcher = std::make_unique<Watcher>();
    watcher->context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(60));
    watcher->stream =
        server_.stub().WatchEvents(&watcher->context, FromText<v1::WatchEventsRequest>(request));
    return watcher;
  }

  absl::Status Refused(const std::string& request) {
    const auto watcher = Watch(request);
    EXPECT_EQ(watcher->Next(), "the end");
    return FromGrpcStatus(watcher->stream->Finish());
  }

  void Extract(const std::string& article, const std::string& events) {
    journal_.Extract(article, "2025-01-02", events);
    index_.Apply(journal_.entries());
  }

  TestJournal journal_;
  TestIndex index_;
  QueryServer server_;
};

constexpr char kJoin[] = "person=p:Ann organization=o:Acme";

TEST_F(WatchStreamTest, WhatIsAppliedAfterwardsComes) {
  Extract("a1", TestEvent("JOIN", kJoin, "2025-01-01"));
  const auto watcher = Watch("");
  EXPECT_EQ(watcher->Next(), "at 1") << "it begins with what is applied";
  Extract("a2", TestEvent("JOIN", kJoin, "2025-01-01"));
  EXPECT_THAT(watcher->Until(2), ElementsAre("2 + JOIN a1,a2", "at 2"));
  journal_.Retract("a1");
  index_.Apply(journal_.entries());
  // The event is named by its first report: without that, it is another one.
  EXPECT_THAT(watcher->Until(3), ElementsAre("3 - JOIN a1,a2", "3 + JOIN a2", "at 3"));
  EXPECT_EQ(watcher->End().code(), absl::StatusCode::kCancelled);
}

TEST_F(WatchStreamTest, AStreamGoesOnWhereAnotherEnded) {
  Extract("a1", TestEvent("JOIN", kJoin, "2025-01-01"));
  Extract("a2", TestEvent("DEPART", kJoin, "2025-02-01"));
  Extract("a3", TestEvent("DEPART", kJoin, "2025-02-01"));
  EXPECT_THAT(Watch("after_revision: 1")->Until(3),
              ElementsAre("at 1", "2 + DEPART a2", "3 + DEPART a2,a3", "at 3"));
  EXPECT_THAT(Watch("after_revision: 2")->Until(3), ElementsAre("at 2", "3 + DEPART a2,a3", "at 3"));
}

TEST_F(WatchStreamTest, OnlyWhatTheRequestIsAboutComes) {
  Extract("a1", TestEvent("JOIN", kJoin, "2025-01-01"));
  const std::string others = TestEvent("JOIN", "person=p:Bea organization=o:Byte", "2025-01-01") +
                             TestEvent("DEPART", kJoin, "2025-02-01");
  Extract("a2", others);
  EXPECT_THAT(Watch("after_revision: 1 entity: 'p:Ann'")->Until(2),
              ElementsAre("at 1", "2 + DEPART a2", "at 2"));
  EXPECT_THAT(Watch("after_revision: 1 filter { types: EVENT_TYPE_JOIN }")->Until(2),
              ElementsAre("at 1", "2 + JOIN a2", "at 2"));
}

TEST_F(WatchStreamTest, BadRequestsAreRefused) {
  Extract("a1", TestEvent("JOIN", kJoin, "2025-01-01"));
  EXPECT_EQ(Refused("after_revision: 99").code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(ReasonOf(Refused("after_revision: 99")), "REVISION_AHEAD");
  EXPECT_EQ(Refused("entity: 'nobody'").code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(FieldOf(Refused("filter { types: 99 }")), "filter.types[0]");
}

}  // namespace
}  // namespace annals::query
