// Who gets through to a service, over TCP. The services behind the gate have no handlers of their own:
// UNIMPLEMENTED is what a call says that got through.
#include "common/server/call_gate.h"

#include <gtest/gtest.h>

#include <fstream>

#include "annals/v1/extractor_service.grpc.pb.h"
#include "annals/v1/journal.grpc.pb.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "common/server/client_channel.h"
#include "common/server/grpc_status.h"
#include "common/server/server.h"
#include "common/server/server_flags.h"
#include "grpc/health/v1/health.grpc.pb.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

using absl::StatusCode;

class CallGateTest : public testing::Test {
 protected:
  void Serve(double calls_per_second = 0) {
    std::ofstream(directory_.File("tokens"))
        << "read reader-0123456789\nwrite writer-0123456789\nadmin admin-0123456789ab\n";
    auto tokens = AccessTokens::Load(directory_.File("tokens"));
    ASSERT_THAT(tokens, IsOk());
    auto limiter = calls_per_second > 0
                       ? std::make_unique<RateLimiter>(calls_per_second, [] { return absl::UnixEpoch(); })
                       : nullptr;
    Server::Options options{.gate = std::make_shared<CallGate>(*std::move(tokens), std::move(limiter))};
    options.services = {{"annals.v1.ExtractorService", &extractor_}, {"annals.v1.QueryService", &query_}};
    auto server = Server::Create(std::move(options));
    ASSERT_THAT(server, IsOk());
    server_ = *std::move(server);
  }

  std::shared_ptr<grpc::Channel> Channel(const std::string& token) {
    ClientOptions options;
    if (!token.empty()) {
      options.token_file = directory_.File(token);
      std::ofstream(options.token_file) << token << "\n";
    }
    return MakeClientChannel(server_->address(), options).value();
  }

  // One RPC of each shape, by what it needs.
  absl::Status Read(const std::string& token) {
    grpc::ClientContext context;
    v1::GetEntityRequest request;
    request.set_entity("someone with a name long enough to be on the heap");
    v1::GetEntityResponse response;
    return FromGrpcStatus(v1::QueryService::NewStub(Channel(token))->GetEntity(&context, request, &response));
  }
  absl::Status ReadStream(const std::string& token) {
    grpc::ClientContext context;
    v1::ExportGraphResponse response;
    const auto stream = v1::QueryService::NewStub(Channel(token))->ExportGraph(&context, {});
    EXPECT_FALSE(stream->Read(&response));
    return FromGrpcStatus(stream->Finish());
  }
  absl::Status Write(const std::string& token) {
    grpc::ClientContext context;
    v1::RetractArticleResponse response;
    return FromGrpcStatus(
        v1::ExtractorService::NewStub(Channel(token))->RetractArticle(&context, {}, &response));
  }
  absl::Status WriteStream(const std::string& token) {
    grpc::ClientContext context;
    v1::SubmitArticlesResponse response;
    const auto stream = v1::ExtractorService::NewStub(Channel(token))->SubmitArticles(&context);
    EXPECT_FALSE(stream->Read(&response));
    return FromGrpcStatus(stream->Finish());
  }
  absl::Status Administer(const std::string& token) {
    grpc::ClientContext context;
    v1::ReextractArticlesResponse response;
    const auto stream = v1::ExtractorService::NewStub(Channel(token))->ReextractArticles(&context, {});
    EXPECT_FALSE(stream->Read(&response));
    return FromGrpcStatus(stream->Finish());
  }

  const TemporaryDirectory directory_;
  v1::ExtractorService::Service extractor_;
  v1::QueryService::Service query_;
  std::unique_ptr<Server> server_;
};

TEST_F(CallGateTest, ATokenOpensWhatItsRoleMayDo) {
  Serve();
  const auto is_through = FailsWith(StatusCode::kUnimplemented, "");
  const auto unknown = FailsWith(StatusCode::kUnauthenticated, "UNAUTHENTICATED");
  const auto denied = FailsWith(StatusCode::kPermissionDenied, "PERMISSION_DENIED");
  for (const char* token : {"", "no-such-token-at-all"}) {
    EXPECT_THAT(Read(token), unknown) << token;
    EXPECT_THAT(ReadStream(token), unknown) << token;
    EXPECT_THAT(Write(token), unknown) << token;
    EXPECT_THAT(WriteStream(token), unknown) << token;
    EXPECT_THAT(Administer(token), unknown) << token;
  }
  for (const char* token : {"reader-0123456789", "writer-0123456789", "admin-0123456789ab"}) {
    EXPECT_THAT(Read(token), is_through) << token;
    EXPECT_THAT(ReadStream(token), is_through) << token;
  }
  EXPECT_THAT(Write("reader-0123456789"), denied);
  EXPECT_THAT(WriteStream("reader-0123456789"), denied);
  EXPECT_THAT(Write("writer-0123456789"), is_through);
  EXPECT_THAT(WriteStream("writer-0123456789"), is_through);
  EXPECT_THAT(Administer("writer-0123456789"), denied);
  EXPECT_THAT(Administer("admin-0123456789ab"), is_through);
}

TEST_F(CallGateTest, HealthStaysOpen) {
  Serve(1);
  const auto health = grpc::health::v1::Health::NewStub(Channel(""));
  for (int i = 0; i < 10; ++i) {
    grpc::ClientContext context;
    grpc::health::v1::HealthCheckResponse response;
    EXPECT_TRUE(health->Check(&context, {}, &response).ok());
  }
}

TEST_F(CallGateTest, AClientMayCallSoOftenAndNoMore) {
  Serve(2);  // two a second, four at once; the clock stands still
  for (int i = 0; i < 4; ++i)
    EXPECT_THAT(Read("reader-0123456789"), FailsWith(StatusCode::kUnimplemented, ""));
  EXPECT_THAT(Read("reader-0123456789"), FailsWith(StatusCode::kResourceExhausted, "RATE_LIMITED"));
  EXPECT_THAT(Read("writer-0123456789"), FailsWith(StatusCode::kUnimplemented, ""));
}

// A method that nobody thought of must not be open to all.
TEST(AccessNeeded, IsSaidForEveryMethod) {
  for (const auto* request : {v1::SubmitArticleRequest::descriptor(), v1::FollowRequest::descriptor(),
                              v1::GetEntityRequest::descriptor()}) {
    const auto& service = *request->file()->service(0);
    EXPECT_EQ(service.options().GetExtension(v1::default_access), v1::ACCESS_READ) << service.full_name();
    for (int m = 0; m < service.method_count(); ++m) {
      const auto& method = *service.method(m);
      const bool reads = method.name().find("Get") == 0 || method.name().find("List") == 0;
      EXPECT_EQ(reads && AccessNeeded(method) != v1::ACCESS_READ, false) << method.full_name();
    }
  }
  EXPECT_EQ(AccessNeeded(*v1::SubmitArticleRequest::descriptor()->file()->service(0)->FindMethodByName(
                "DeleteEntity")),
            v1::ACCESS_WRITE);
}

TEST(IsLoopback, IsWhatOnlyThisMachineReaches) {
  for (const char* address :
       {"127.0.0.1:0", "127.1.2.3:80", "[::1]:50051", "localhost:1", "unix:/run/annals"})
    EXPECT_TRUE(IsLoopback(address)) << address;
  for (const char* address : {"0.0.0.0:1", "[::]:1", "10.0.0.1:1", "annals:1", "127.example.com:1", ":1"})
    EXPECT_FALSE(IsLoopback(address)) << address;
}

}  // namespace
}  // namespace annals
