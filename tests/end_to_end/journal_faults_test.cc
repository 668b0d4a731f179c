// What a replicated journal promises when something is amiss, one thing at a time: back-pressure, a lost
// quorum, an article that kills who reads it, and reading one's own write at any replica.
#include <gtest/gtest.h>
#include <nats/nats.h>

#include <chrono>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "annals/v1/admin_service.grpc.pb.h"
#include "annals/v1/extractor_service.grpc.pb.h"
#include "annals/v1/journal.grpc.pb.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "common/log/stream_names.h"
#include "common/server/grpc_status.h"
#include "google/rpc/error_details.pb.h"
#include "tests/support/replicated_services.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using Kind = ReplicatedServices::Kind;

v1::Article Article(const std::string& id) {
  v1::Article article;
  article.set_id(id);
  article.set_published_at("2025-07-01");
  article.set_text("6月20日，林知远加入星河智能，出任首席执行官。");
  return article;
}

MATCHER(SaysWhenToTryAgain, "is UNAVAILABLE for the journal, with RetryInfo") {
  *result_listener << arg.ToString();
  google::rpc::RetryInfo retry;
  const auto detail = arg.GetPayload("type.googleapis.com/google.rpc.RetryInfo");
  return arg.code() == absl::StatusCode::kUnavailable && ReasonOf(arg) == "JOURNAL_UNAVAILABLE" && detail &&
         retry.ParseFromString(std::string(*detail)) &&
         retry.retry_delay().seconds() + retry.retry_delay().nanos() > 0;
}

// An operator's hand on a stream.
class StreamLimits {
 public:
  explicit StreamLimits(const std::string& urls) {
    EXPECT_EQ(natsConnection_ConnectTo(&connection_, urls.c_str()), NATS_OK);
    EXPECT_EQ(natsConnection_JetStream(&context_, connection_, nullptr), NATS_OK);
  }
  ~StreamLimits() {
    jsCtx_Destroy(context_);
    natsConnection_Destroy(connection_);
  }
  StreamLimits(const StreamLimits&) = delete;
  StreamLimits& operator=(const StreamLimits&) = delete;

  // So many bytes more than it holds; -1: as many as there is room for.
  void Allow(const std::string& stream, int64_t more) {
    jsStreamInfo* info = nullptr;
    ASSERT_EQ(js_GetStreamInfo(&info, context_, stream.c_str(), nullptr, nullptr), NATS_OK);
    info->Config->MaxBytes = more < 0 ? -1 : static_cast<int64_t>(info->State.Bytes) + more;
    EXPECT_EQ(js_UpdateStream(nullptr, context_, info->Config, nullptr, nullptr), NATS_OK);
    jsStreamInfo_Destroy(info);
  }

  // How often a message of the queue was handed to somebody.
  uint64_t Deliveries() {
    jsConsumerInfo* info = nullptr;
    EXPECT_EQ(js_GetConsumerInfo(&info, context_, kArticlesStream, kExtractorsConsumer, nullptr, nullptr),
              NATS_OK);
    if (info == nullptr) return 0;
    const uint64_t deliveries = info->Delivered.Consumer;
    jsConsumerInfo_Destroy(info);
    return deliveries;
  }

 private:
  natsConnection* connection_ = nullptr;
  jsCtx* context_ = nullptr;
};

class JournalFaultsTest : public testing::Test {
 protected:
  void Start(const ReplicatedServices::Options& options) {
    auto services = ReplicatedServices::Start(options);
    ASSERT_THAT(services, IsOk());
    services_ = *std::move(services);
  }

  absl::StatusOr<v1::SubmitArticleResponse> Submit(int extractor, const v1::Article& article) {
    auto stub = v1::ExtractorService::NewStub(services_->channel(Kind::kExtractor, extractor));
    grpc::ClientContext context;
    v1::SubmitArticleRequest request;
    v1::SubmitArticleResponse response;
    *request.mutable_article() = article;
    const grpc::Status status = stub->SubmitArticle(&context, request, &response);
    if (!status.ok()) return FromGrpcStatus(status);
    return response;
  }

  // Until it is kept; an error that promises no second try fails the test.
  uint64_t SubmitUntilKept(const v1::Article& article) {
    absl::StatusOr<v1::SubmitArticleResponse> kept = absl::UnknownError("not sent");
    for (int attempt = 0; attempt < 20; ++attempt) {
      kept = Submit(0, article);
      if (kept.ok()) return kept->revision();
      EXPECT_THAT(kept.status(), SaysWhenToTryAgain());
    }
    ADD_FAILURE() << kept.status();
    return 0;
  }

  // The ids of the articles in the journal, by revision from 1 on.
  std::vector<std::string> JournalIds(size_t count) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::minutes(1));
    auto stub = v1::JournalService::NewStub(services_->channel(Kind::kExtractor, 0));
    auto stream = stub->Follow(&context, {});
    std::vector<std::string> ids;
    v1::FollowResponse response;
    while (stream->Read(&response)) {
      for (const v1::JournalEntry& entry : response.entries())
        ids.push_back(entry.article_extracted().article().id());
      if (ids.size() >= count && ids.size() == response.last_revision()) break;
    }
    context.TryCancel();
    stream->Finish();
    return ids;
  }

  std::unique_ptr<ReplicatedServices> services_;
};

TEST_F(JournalFaultsTest, WhatAnyExtractorTookInIsReadAtAnyReplica) {
  ASSERT_NO_FATAL_FAILURE(Start({.extractors = 2, .queries = 2}));
  const std::vector<std::string> words = {"云", "川", "泉", "溪", "松", "柏", "荷", "枫", "青", "蓝"};
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string company = words[i] + "岚科技";
    v1::Article article = Article(absl::StrCat("a", i));
    article.set_text(absl::StrCat("6月20日，林知远加入", company, "，出任首席执行官。"));
    const auto kept = Submit(static_cast<int>(i % 2), article);
    ASSERT_THAT(kept, IsOk());
    for (int query = 0; query < 2; ++query) {
      auto stub = v1::QueryService::NewStub(services_->channel(Kind::kQuery, query));
      grpc::ClientContext context;
      v1::GetTimelineRequest request;
      v1::GetTimelineResponse response;
      request.set_entity(company);
      request.set_min_revision(kept->revision());
      const grpc::Status status = stub->GetTimeline(&context, request, &response);
      EXPECT_TRUE(status.ok()) << status.error_message();
      EXPECT_EQ(response.events_size(), 1) << "article " << i << " at replica " << query;
    }
  }
}

class FullStreamTest : public JournalFaultsTest, public testing::WithParamInterface<const char*> {};

TEST_P(FullStreamTest, RefusesAndLosesNothing) {
  ASSERT_NO_FATAL_FAILURE(Start({.extractors = 1, .queries = 0}));
  StreamLimits limits(services_->nats().urls());
  const uint64_t first = SubmitUntilKept(Article("a0"));
  EXPECT_EQ(first, 1);
  limits.Allow(GetParam(), 5'000);
  int sent = 1;
  absl::StatusOr<v1::SubmitArticleResponse> kept = v1::SubmitArticleResponse();
  for (; kept.ok() && sent < 100; ++sent) kept = Submit(0, Article(absl::StrCat("a", sent)));
  EXPECT_THAT(kept.status(), SaysWhenToTryAgain());
  limits.Allow(GetParam(), -1);
  EXPECT_GT(SubmitUntilKept(Article(absl::StrCat("a", sent - 1))), 0u);
  const std::vector<std::string> ids = JournalIds(sent);
  ASSERT_EQ(ids.size(), static_cast<size_t>(sent));
  for (int i = 0; i < sent; ++i) EXPECT_EQ(ids[i], absl::StrCat("a", i));
}

INSTANTIATE_TEST_SUITE_P(Streams, FullStreamTest, testing::Values(kArticlesStream, kEntriesStream));

TEST_F(JournalFaultsTest, WithoutAQuorumNothingIsAcknowledgedAndWithItItGoesOn) {
  ASSERT_NO_FATAL_FAILURE(Start({.extractors = 1, .queries = 0}));
  EXPECT_EQ(SubmitUntilKept(Article("before")), 1);
  services_->nats().Kill(0);
  services_->nats().Kill(1);
  EXPECT_THAT(Submit(0, Article("without")).status(), SaysWhenToTryAgain());
  for (int node : {0, 1}) ASSERT_THAT(services_->nats().Restart(node), IsOk());
  ASSERT_THAT(services_->nats().Settle(), IsOk());
  EXPECT_EQ(SubmitUntilKept(Article("without")), 2);
  EXPECT_EQ(SubmitUntilKept(Article("after")), 3);
  EXPECT_EQ(JournalIds(3), (std::vector<std::string>{"before", "without", "after"}));
}

TEST_F(JournalFaultsTest, AnArticleThatKillsThreeTimesIsSetAside) {
  ASSERT_NO_FATAL_FAILURE(Start({.extractors = 1, .queries = 0}));
  StreamLimits queue(services_->nats().urls());
  // Long enough to be killed while it is read.
  v1::Article heavy = Article("heavy");
  std::string text;
  while (text.size() < (3u << 20)) absl::StrAppend(&text, Article("").text(), "\n");
  heavy.set_text(text);
  std::thread client([&] { Submit(0, heavy).IgnoreError(); });  // its server dies
  for (uint64_t death = 1; death <= 3; ++death) {
    while (queue.Deliveries() < death) continue;
    services_->Kill(Kind::kExtractor, 0);
    if (death == 1) client.join();
    ASSERT_THAT(services_->Restart(Kind::kExtractor, 0), IsOk());
  }
  const auto admin = v1::AdminService::NewStub(services_->channel(Kind::kExtractor, 0));
  v1::ListSetAsideArticlesResponse listed;
  while (listed.total() == 0) {
    grpc::ClientContext context;
    const grpc::Status status = admin->ListSetAsideArticles(&context, {}, &listed);
    ASSERT_TRUE(status.ok()) << status.error_message();
  }
  ASSERT_EQ(listed.articles_size(), 1);
  EXPECT_EQ(listed.articles(0).article().id(), "heavy");
  EXPECT_EQ(listed.articles(0).article().text(), "");
  EXPECT_EQ(listed.articles(0).deliveries(), 3);
  EXPECT_NE(listed.articles(0).reason(), "");
  EXPECT_EQ(SubmitUntilKept(Article("light")), 1) << "it holds up nobody";

  grpc::ClientContext context;
  v1::RetrySetAsideArticleRequest request;
  v1::RetrySetAsideArticleResponse response;
  request.set_submission_id(listed.articles(0).submission_id());
  ASSERT_TRUE(admin->RetrySetAsideArticle(&context, request, &response).ok());
  EXPECT_EQ(JournalIds(2), (std::vector<std::string>{"light", "heavy"}));
  grpc::ClientContext again;
  ASSERT_TRUE(admin->ListSetAsideArticles(&again, {}, &listed).ok());
  EXPECT_EQ(listed.total(), 0);
}

}  // namespace
}  // namespace annals
