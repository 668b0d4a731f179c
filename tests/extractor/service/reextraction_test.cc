// ReextractArticles over TCP: what is read again, what is written, and what others do meanwhile. The
// extractor finds taught names only.
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "tests/support/extractor_server.h"
#include "tests/support/gated_extractor.h"
#include "tests/support/status_matchers.h"
#include "tests/support/text_proto.h"

namespace annals {
namespace {

using absl::StatusCode;
using Stub = v1::ExtractorService::Stub;

class ReextractionTest : public testing::Test {
 protected:
  ~ReextractionTest() override { extractor_.Open(); }

  v1::SubmitArticleResponse Submit(const std::string& id, const std::string& text) {
    v1::SubmitArticleRequest request;
    request.mutable_article()->set_id(id);
    request.mutable_article()->set_text(text);
    const auto response = server_.Call(&Stub::SubmitArticle, request);
    EXPECT_THAT(response, IsOk());
    return response.value_or(v1::SubmitArticleResponse());
  }

  // a100 and so on; the one with number `held` waits at the gate when it is read again.
  void SubmitMany(int count, int held) {
    extractor_.Open();
    for (int i = 0; i < count; ++i)
      Submit(absl::StrCat("a", 100 + i), i == held ? "wait甲乙公司" : "甲乙公司");
  }

  void Teach(const std::string& name) {
    v1::PutEntityRequest request;
    request.mutable_entity()->set_type(v1::ENTITY_TYPE_ORGANIZATION);
    request.mutable_entity()->set_name(name);
    EXPECT_THAT(server_.Call(&Stub::PutEntity, request), IsOk());
  }

  v1::GetArticleResponse Get(const std::string& id) {
    v1::GetArticleRequest request;
    request.set_article_id(id);
    return server_.Call(&Stub::GetArticle, request).value_or(v1::GetArticleResponse());
  }

  using Reader = std::unique_ptr<grpc::ClientReader<v1::ReextractArticlesResponse>>;
  Reader Open(grpc::ClientContext& context, const std::string& request = "") {
    return server_.extractor().ReextractArticles(&context, FromText<v1::ReextractArticlesRequest>(request));
  }

  // The last message, where the stream ends well.
  absl::StatusOr<v1::ReextractArticlesResponse> Reextract(const std::string& request = "") {
    grpc::ClientContext context;
    const Reader stream = Open(context, request);
    v1::ReextractArticlesResponse response;
    while (stream->Read(&response)) continue;
    const absl::Status status = FromGrpcStatus(stream->Finish());
    if (!status.ok()) return status;
    return response;
  }

  GatedExtractor extractor_;
  ExtractorServer server_{{.extractor = &extractor_}};
};

TEST_F(ReextractionTest, WritesOnlyWhereSomethingElseIsRead) {
  Submit("a", "甲乙公司");
  Submit("b", "丙丁公司");
  Teach("甲乙");
  const auto done = Reextract();
  ASSERT_THAT(done, IsOk());
  EXPECT_EQ(done->ShortDebugString(),
            FromText<v1::ReextractArticlesResponse>(
                "article_id: 'b' done: 2 changed: 1 total: 2 unchanged: 1 revision: 4")
                .ShortDebugString());
  EXPECT_EQ(Get("a").revision(), 4u);
  EXPECT_EQ(Get("a").extraction().events_size(), 1);
  EXPECT_EQ(Get("b").revision(), 2u);
  EXPECT_EQ(Get("b").extraction().lexicon_version(), Get("a").extraction().lexicon_version());
  const auto entries = server_.journal().Read(3, {10, 1 << 20});
  ASSERT_EQ(entries->size(), 1u);
  EXPECT_TRUE(entries->at(0).article_extracted().replaced());
}

TEST_F(ReextractionTest, WhatIsUpToDateIsNotReadAgain) {
  Submit("a", "甲乙公司");
  Submit("b", "丙丁公司");
  Teach("甲乙");
  ASSERT_THAT(Reextract(), IsOk());
  const size_t started = extractor_.WaitForStarted(4).size();
  const auto again = Reextract();
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->done(), 2u);
  EXPECT_EQ(again->changed() + again->unchanged(), 0u);
  EXPECT_EQ(extractor_.WaitForStarted(0).size(), started);
  EXPECT_EQ(Submit("b", "丙丁公司").outcome(), v1::SUBMIT_OUTCOME_UNCHANGED);
  EXPECT_EQ(extractor_.WaitForStarted(0).size(), started);
  const auto all = Reextract("all: true");
  EXPECT_EQ(all->unchanged(), 2u);
  EXPECT_EQ(all->revision(), 4u);
}

TEST_F(ReextractionTest, KeepsToItsPrefixAndGoesOnAfterAnId) {
  for (const char* id : {"a", "b1", "b2", "b3", "c"}) Submit(id, "甲乙公司");
  Teach("甲乙");
  const auto done = Reextract("id_prefix: 'b' after_article_id: 'b1'");
  ASSERT_THAT(done, IsOk());
  EXPECT_EQ(done->total(), 2u);
  EXPECT_EQ(done->changed(), 2u);
  EXPECT_EQ(done->article_id(), "b3");
  for (const char* id : {"a", "b1", "c"}) EXPECT_EQ(Get(id).extraction().events_size(), 0) << id;
  EXPECT_THAT(Reextract("id_prefix: 'b\\001'"), FailsWith(StatusCode::kInvalidArgument, "INVALID_FIELD"));
  EXPECT_EQ(Reextract("id_prefix: 'x'")->total(), 0u);
}

TEST_F(ReextractionTest, ACancelledStreamIsResumedAndNothingIsWrittenTwice) {
  SubmitMany(40, 20);
  Teach("甲乙");
  extractor_.Close();
  grpc::ClientContext context;
  const Reader stream = Open(context);
  v1::ReextractArticlesResponse progress;
  while (progress.article_id() != "a119") ASSERT_TRUE(stream->Read(&progress));
  EXPECT_EQ(progress.done(), 20u);
  context.TryCancel();
  extractor_.Open();
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::CANCELLED);
  // The first stream may still be at its last articles.
  const auto rest = Reextract("after_article_id: 'a119'");
  ASSERT_THAT(rest, IsOk());
  EXPECT_EQ(rest->total(), 20u);
  EXPECT_EQ(rest->done(), 20u);
  EXPECT_EQ(server_.journal().last_revision(), 40u + 1 + 40);
  for (const char* id : {"a100", "a119", "a120", "a139"})
    EXPECT_EQ(Get(id).extraction().events_size(), 1) << id;
}

TEST_F(ReextractionTest, AStoppingServerEndsItWhereItCanBeResumed) {
  SubmitMany(40, 0);
  Teach("甲乙");
  extractor_.Close();
  grpc::ClientContext context;
  const Reader stream = Open(context);
  extractor_.WaitForStarted(41);
  server_.stop().request_stop();
  extractor_.Open();
  v1::ReextractArticlesResponse progress;
  while (stream->Read(&progress)) continue;
  EXPECT_THAT(FromGrpcStatus(stream->Finish()), FailsWith(StatusCode::kUnavailable, "STOPPING"));
  ASSERT_GT(progress.done(), 0u);
  ASSERT_LT(progress.done(), 40u);
  server_.Restart({.extractor = &extractor_});
  const auto rest = Reextract("after_article_id: '" + progress.article_id() + "'");
  ASSERT_THAT(rest, IsOk());
  EXPECT_EQ(progress.changed() + rest->changed(), 40u);
  EXPECT_EQ(rest->revision(), 40u + 1 + 40);
}

TEST_F(ReextractionTest, WhatOthersDoMeanwhileStands) {
  extractor_.Open();
  Submit("a", "wait甲乙公司");
  Submit("b", "wait甲乙公司");
  Teach("甲乙");
  extractor_.Close();
  grpc::ClientContext context;
  const Reader stream = Open(context);
  extractor_.WaitForStarted(4);
  Journal::Submission other;
  other.article.set_id("a");
  other.article.set_text("新的甲乙公司");
  other.extraction.set_article_id("a");
  other.extraction.set_lexicon_version("older");
  ASSERT_THAT(server_.journal().Submit(other), IsOk());
  ASSERT_THAT(server_.journal().Retract("b"), IsOk());
  extractor_.Open();
  v1::ReextractArticlesResponse progress;
  while (stream->Read(&progress)) continue;
  EXPECT_TRUE(stream->Finish().ok());
  EXPECT_EQ(progress.done(), 2u);
  EXPECT_EQ(progress.changed(), 1u);
  EXPECT_EQ(Get("a").article().text(), "新的甲乙公司");
  EXPECT_EQ(Get("a").extraction().events_size(), 1);
  EXPECT_EQ(Get("b").revision(), 0u);
  EXPECT_EQ(server_.journal().last_revision(), 6u);
}

TEST_F(ReextractionTest, WhatWasSubmittedMeanwhileWithTheLexiconOfNowIsLeftAlone) {
  extractor_.Open();
  Submit("a", "wait甲乙公司");
  Teach("甲乙");
  extractor_.Close();
  grpc::ClientContext context;
  const Reader stream = Open(context);
  extractor_.WaitForStarted(2);
  EXPECT_EQ(Submit("a", "新的甲乙公司").outcome(), v1::SUBMIT_OUTCOME_REPLACED);
  extractor_.Open();
  v1::ReextractArticlesResponse progress;
  while (stream->Read(&progress)) continue;
  EXPECT_TRUE(stream->Finish().ok());
  EXPECT_EQ(progress.changed() + progress.unchanged(), 0u);
  EXPECT_EQ(progress.done(), 1u);
  EXPECT_EQ(Get("a").article().text(), "新的甲乙公司");
  EXPECT_EQ(server_.journal().last_revision(), 3u);
}

TEST_F(ReextractionTest, TwoStreamsDoTheWorkOnceAndAThirdIsRefused) {
  extractor_.Open();
  Submit("a", "wait甲乙公司");
  Teach("甲乙");
  extractor_.Close();
  grpc::ClientContext contexts[2];
  const Reader streams[] = {Open(contexts[0]), Open(contexts[1])};
  extractor_.WaitForStarted(3);
  EXPECT_THAT(Reextract(), FailsWith(StatusCode::kResourceExhausted, "OVERLOADED"));
  extractor_.Open();
  uint64_t changed = 0;
  for (const Reader& stream : streams) {
    v1::ReextractArticlesResponse progress;
    while (stream->Read(&progress)) continue;
    EXPECT_TRUE(stream->Finish().ok());
    EXPECT_EQ(progress.done(), 1u);
    changed += progress.changed();
  }
  EXPECT_EQ(changed, 1u);
  EXPECT_EQ(server_.journal().last_revision(), 3u);
}

}  // namespace
}  // namespace annals
