// SubmitArticles over TCP: order, errors in place, group commit, stops.
#include "extractor/service/submit_stream.h"

#include <gtest/gtest.h>

#include <thread>

#include "absl/strings/str_cat.h"
#include "common/server/grpc_status.h"
#include "tests/support/extractor_server.h"
#include "tests/support/gated_extractor.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using testing::ElementsAre;

v1::SubmitArticlesRequest Request(const std::string& id, const std::string& text) {
  v1::SubmitArticlesRequest request;
  request.mutable_article()->set_id(id);
  request.mutable_article()->set_text(text);
  return request;
}

class SubmitStreamTest : public testing::Test {
 protected:
  using Responses = std::vector<v1::SubmitArticlesResponse>;

  // Sends all, closes, and reads all answers meanwhile.
  Responses SubmitAll(const std::vector<v1::SubmitArticlesRequest>& requests) {
    grpc::ClientContext context;
    auto stream = server_.extractor().SubmitArticles(&context);
    std::thread sender([&] {
      for (const auto& request : requests) EXPECT_TRUE(stream->Write(request));
      stream->WritesDone();
    });
    Responses responses;
    v1::SubmitArticlesResponse response;
    while (stream->Read(&response)) responses.push_back(response);
    sender.join();
    EXPECT_THAT(FromGrpcStatus(stream->Finish()), IsOk());
    return responses;
  }

  GatedExtractor extractor_;
  ExtractorServer server_{ExtractorServer::Options{.extractor = &extractor_}};
};

TEST_F(SubmitStreamTest, OneAnswerARequestInOrderWithDenseRevisions) {
  std::vector<v1::SubmitArticlesRequest> requests;
  for (int i = 0; i < 500; ++i) requests.push_back(Request(absl::StrCat("a", i), "text"));
  const Responses responses = SubmitAll(requests);
  ASSERT_EQ(responses.size(), 500u);
  for (int i = 0; i < 500; ++i) {
    EXPECT_EQ(responses[i].article_id(), absl::StrCat("a", i));
    EXPECT_EQ(responses[i].revision(), static_cast<uint64_t>(i + 1));
    EXPECT_EQ(responses[i].outcome(), v1::SUBMIT_OUTCOME_CREATED);
    EXPECT_FALSE(responses[i].has_error());
  }
}

TEST_F(SubmitStreamTest, ABadArticleHasItsErrorAndTheStreamGoesOn) {
  v1::SubmitArticlesRequest dated = Request("b", "text");
  dated.mutable_article()->set_published_at("0000-13-45");
  const Responses responses =
      SubmitAll({Request("a", "text"), dated, Request("", "text"), Request("c", "text")});
  ASSERT_EQ(responses.size(), 4u);
  EXPECT_EQ(responses[1].article_id(), "b");
  EXPECT_EQ(responses[1].revision(), 0u);
  EXPECT_EQ(responses[1].outcome(), v1::SUBMIT_OUTCOME_UNSPECIFIED);
  EXPECT_EQ(responses[1].error().code(), 3);
  EXPECT_EQ(responses[1].error().reason(), "INVALID_FIELD");
  EXPECT_EQ(responses[1].error().field(), "article.published_at");
  EXPECT_EQ(responses[2].error().field(), "article.id");
  EXPECT_EQ(responses[3].revision(), 2u);
}

TEST_F(SubmitStreamTest, ChangesOfOneArticleCountInTheirOrder) {
  extractor_.Open();
  const Responses responses = SubmitAll({Request("a", "wait 1"), Request("a", "2"), Request("a", "wait 1"),
                                         Request("a", "wait 1"), Request("a", "3")});
  std::vector<v1::SubmitOutcome> outcomes;
  for (const auto& response : responses) outcomes.push_back(response.outcome());
  EXPECT_THAT(outcomes, ElementsAre(v1::SUBMIT_OUTCOME_CREATED, v1::SUBMIT_OUTCOME_REPLACED,
                                    v1::SUBMIT_OUTCOME_REPLACED, v1::SUBMIT_OUTCOME_UNCHANGED,
                                    v1::SUBMIT_OUTCOME_REPLACED));
  EXPECT_EQ(server_.journal().GetArticle("a")->article.text(), "3");
  EXPECT_THAT(SubmitAll({Request("a", "3")}).at(0).outcome(), v1::SUBMIT_OUTCOME_UNCHANGED);
}

TEST_F(SubmitStreamTest, AnEmptyStreamIsFine) { EXPECT_EQ(SubmitAll({}).size(), 0u); }

TEST_F(SubmitStreamTest, AStreamThatWaitsKeepsNobodyElseBack) {
  grpc::ClientContext context;
  auto stream = server_.extractor().SubmitArticles(&context);
  stream->Write(Request("slow", "wait"));
  for (int i = 0; i < 50; ++i) stream->Write(Request(absl::StrCat("behind-", i), "text"));
  extractor_.WaitForStarted(1);
  EXPECT_EQ(SubmitAll({Request("quick", "text")}).at(0).outcome(), v1::SUBMIT_OUTCOME_CREATED);
  extractor_.Open();
  stream->WritesDone();
  v1::SubmitArticlesResponse response;
  int answers = 0;
  while (stream->Read(&response)) ++answers;
  EXPECT_EQ(answers, 51);
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_F(SubmitStreamTest, AClientThatGoesAwayFreesItsStream) {
  {
    grpc::ClientContext context;
    auto stream = server_.extractor().SubmitArticles(&context);
    stream->Write(Request("a", "wait"));
    extractor_.WaitForStarted(1);
    context.TryCancel();
    extractor_.Open();
    EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }
  for (int i = 0; i < limits::kSubmitStreams; ++i) EXPECT_EQ(SubmitAll({Request("b", "text")}).size(), 1u);
}

TEST_F(SubmitStreamTest, MoreStreamsThanThereMayBeAreRefused) {
  std::vector<std::unique_ptr<grpc::ClientContext>> contexts;
  std::vector<
      std::unique_ptr<grpc::ClientReaderWriter<v1::SubmitArticlesRequest, v1::SubmitArticlesResponse>>>
      streams;
  v1::SubmitArticlesResponse response;
  for (int i = 0; i < limits::kSubmitStreams; ++i) {
    contexts.push_back(std::make_unique<grpc::ClientContext>());
    streams.push_back(server_.extractor().SubmitArticles(contexts.back().get()));
    ASSERT_TRUE(streams.back()->Write(Request(absl::StrCat("a", i), "text")) &&
                streams.back()->Read(&response));
  }
  grpc::ClientContext context;
  auto refused = server_.extractor().SubmitArticles(&context);
  EXPECT_FALSE(refused->Read(&response));
  EXPECT_THAT(FromGrpcStatus(refused->Finish()),
              FailsWith(absl::StatusCode::kResourceExhausted, "OVERLOADED"));
  for (auto& stream : streams) {
    stream->WritesDone();
    EXPECT_TRUE(stream->Finish().ok());
  }
}

TEST_F(SubmitStreamTest, AStopAnswersWhatCameInAndEndsAnIdleStream) {
  grpc::ClientContext context;
  auto stream = server_.extractor().SubmitArticles(&context);
  v1::SubmitArticlesResponse response;
  ASSERT_TRUE(stream->Write(Request("a", "text")) && stream->Read(&response));
  server_.server().Stop();  // the client has not closed its side
  EXPECT_FALSE(stream->Read(&response));
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::UNAVAILABLE);
}

}  // namespace
}  // namespace annals
