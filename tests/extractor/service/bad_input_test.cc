// Bad input over the wire: each gets its status, reason and field, unary and in a stream, and the server
// answers the next call.
#include <gtest/gtest.h>

#include "common/server/grpc_status.h"
#include "grpcpp/generic/generic_stub.h"
#include "tests/support/extractor_server.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

struct BadInput {
  const char* name;
  v1::Article article;
  absl::StatusCode code;
  const char* reason;
  const char* field;
};

v1::Article Article(const std::string& text) {
  v1::Article article;
  article.set_id("bad");
  article.set_text(text);
  article.set_published_at("2025-08-27");
  return article;
}

v1::Article Dated(const std::string& published_at) {
  v1::Article article = Article("正文");
  article.set_published_at(published_at);
  return article;
}

v1::Article WithId(const std::string& id) {
  v1::Article article = Article("正文");
  article.set_id(id);
  return article;
}

std::string Repeated(const std::string& text, size_t count) {
  std::string repeated;
  repeated.reserve(text.size() * count);
  while (count-- > 0) repeated += text;
  return repeated;
}

std::vector<BadInput> BadInputs() {
  constexpr auto kInvalid = absl::StatusCode::kInvalidArgument;
  constexpr auto kOk = absl::StatusCode::kOk;
  return {
      {"not UTF-8", Article("字节\xFF跳动"), kInvalid, "INVALID_TEXT", "article.text"},
      {"half a character", Article("字节\xE8\xB7"), kInvalid, "INVALID_TEXT", "article.text"},
      {"id not UTF-8", WithId("\xC3\x28"), kInvalid, "INVALID_TEXT", "article.id"},
      {"empty", Article(""), kInvalid, "INVALID_FIELD", "article.text"},
      {"10 MB", Article(std::string(10'000'000, 'x')), kInvalid, "TOO_LARGE", "article.text"},
      {"NUL", Article(std::string("字节\0跳动", 13)), kInvalid, "INVALID_TEXT", "article.text"},
      {"impossible date", Dated("0000-13-45"), kInvalid, "INVALID_FIELD", "article.published_at"},
      {"no id", WithId(""), kInvalid, "INVALID_FIELD", "article.id"},
      {"control characters in the id", WithId("a\x1B[31m"), kInvalid, "INVALID_FIELD", "article.id"},
      {"control characters in the text", Article("\x01\x02\x1B[31m字节跳动\x7F\r"), kOk, "", ""},
      {"a million opening quotation marks", Article(Repeated("“", 1'000'000)), kOk, "", ""},
      {"a sentence of 200 kB", Article(Repeated("字节跳动的张三说", 200'000 / 24)), kOk, "", ""},
  };
}

class BadInputTest : public testing::Test {
 protected:
  // protobuf's own client refuses or logs what is not UTF-8; these are the bytes as another client might send
  // them.
  static grpc::ByteBuffer Bytes(const google::protobuf::Message& message) {
    const std::string bytes = message.SerializeAsString();
    const grpc::Slice slice(bytes);
    return grpc::ByteBuffer(&slice, 1);
  }

  absl::Status Submit(const v1::Article& article) {
    v1::SubmitArticleRequest request;
    *request.mutable_article() = article;
    return CallRaw("/annals.v1.ExtractorService/SubmitArticle", Bytes(request));
  }

  absl::Status CallRaw(const std::string& method, const grpc::ByteBuffer& bytes) {
    grpc::GenericStub stub(server_.channel());
    grpc::ClientContext context;
    grpc::CompletionQueue queue;
    auto call = stub.PrepareUnaryCall(&context, method, bytes, &queue);
    grpc::ByteBuffer response;
    grpc::Status status;
    call->StartCall();
    call->Finish(&response, &status, this);
    void* tag = nullptr;
    bool ok = false;
    EXPECT_TRUE(queue.Next(&tag, &ok));
    return FromGrpcStatus(status);
  }

  ExtractorServer server_;
};

TEST_F(BadInputTest, OneByOne) {
  for (const BadInput& input : BadInputs()) {
    const absl::Status status = Submit(input.article);
    EXPECT_THAT(status, FailsWith(input.code, input.reason)) << input.name;
    EXPECT_THAT(status, BlamesField(input.field)) << input.name;
    EXPECT_THAT(Submit(Article("正文")), IsOk()) << "after " << input.name;
  }
}

TEST_F(BadInputTest, InAStream) {
  grpc::ClientContext context;
  auto stream = server_.extractor().SubmitArticles(&context);
  for (const BadInput& input : BadInputs()) {
    v1::SubmitArticlesRequest request;
    *request.mutable_article() = input.article;
    v1::SubmitArticlesResponse response;
    ASSERT_TRUE(stream->Write(request) && stream->Read(&response)) << input.name;
    EXPECT_EQ(response.error().code(), static_cast<int>(input.code)) << input.name;
    EXPECT_EQ(response.error().reason(), input.reason) << input.name;
    EXPECT_EQ(response.error().field(), input.field) << input.name;
  }
  stream->WritesDone();
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_F(BadInputTest, EveryRequestSaysWhichOfItsStringsIsBroken) {
  v1::GetArticleRequest get;
  get.set_article_id("\xFF");
  v1::ListArticlesRequest list;
  list.set_id_prefix("\xFF");
  v1::FollowRequest follow;
  follow.set_journal_id("\xFF");
  const auto broken = FailsWith(absl::StatusCode::kInvalidArgument, "INVALID_TEXT");
  const absl::Status got = CallRaw("/annals.v1.ExtractorService/GetArticle", Bytes(get));
  EXPECT_THAT(got, broken);
  EXPECT_THAT(got, BlamesField("article_id"));
  EXPECT_THAT(CallRaw("/annals.v1.ExtractorService/ListArticles", Bytes(list)), BlamesField("id_prefix"));
  EXPECT_THAT(CallRaw("/annals.v1.JournalService/Follow", Bytes(follow)), BlamesField("journal_id"));
}

TEST_F(BadInputTest, BytesThatAreNoMessage) {
  const grpc::Slice slice("\xFF\xFF\xFF garbage");
  EXPECT_THAT(CallRaw("/annals.v1.ExtractorService/SubmitArticle", grpc::ByteBuffer(&slice, 1)),
              FailsWith(absl::StatusCode::kInvalidArgument, "INVALID_FIELD"));
}

TEST_F(BadInputTest, AMessageAboveTheLimitIsRefusedByGrpc) {
  EXPECT_EQ(Submit(Article(std::string(limits::kReceivedMessageBytes, 'x'))).code(),
            absl::StatusCode::kResourceExhausted);
  EXPECT_THAT(Submit(Article("正文")), IsOk());
}

}  // namespace
}  // namespace annals
