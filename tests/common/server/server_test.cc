// The runtime around a service, over TCP: health, reflection, limits, stop.
#include "common/server/server.h"

#include <gtest/gtest.h>

#include <future>

#include "annals/v1/journal.grpc.pb.h"
#include "common/errors/errors.h"
#include "common/server/grpc_status.h"
#include "grpc/health/v1/health.grpc.pb.h"
#include "grpc/reflection/v1/reflection.grpc.pb.h"
#include "grpcpp/create_channel.h"
#include "prometheus/text_serializer.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using grpc::health::v1::HealthCheckResponse;
using testing::Contains;

// Streams until the server stops.
class EndlessJournal final : public v1::JournalService::Service {
 public:
  explicit EndlessJournal(std::stop_token stop) : stop_(std::move(stop)) {}

  grpc::Status Follow(grpc::ServerContext*, const v1::FollowRequest*,
                      grpc::ServerWriter<v1::FollowResponse>* writer) override {
    writer->Write({});
    std::promise<void> stopped;
    const std::stop_callback callback(stop_, [&] { stopped.set_value(); });
    stopped.get_future().wait();
    return ToGrpcStatus(Stopping());
  }

 private:
  const std::stop_token stop_;
};

class ServerTest : public testing::Test {
 protected:
  void SetUp() override {
    Server::Options options{.call_metrics = &call_metrics_, .stop = stop_};
    options.services = {{"annals.v1.JournalService", &journal_}};
    auto server = Server::Create(options);
    ASSERT_THAT(server, IsOk());
    server_ = *std::move(server);
    channel_ = grpc::CreateChannel(server_->address(), grpc::InsecureChannelCredentials());
  }

  HealthCheckResponse::ServingStatus Health(const std::string& service) {
    grpc::ClientContext context;
    grpc::health::v1::HealthCheckRequest request;
    HealthCheckResponse response;
    request.set_service(service);
    const grpc::Status status =
        grpc::health::v1::Health::NewStub(channel_)->Check(&context, request, &response);
    return status.ok() ? response.status() : HealthCheckResponse::SERVICE_UNKNOWN;
  }

  grpc::reflection::v1::ServerReflectionResponse Reflect(
      const grpc::reflection::v1::ServerReflectionRequest& request) {
    grpc::ClientContext context;
    grpc::reflection::v1::ServerReflectionResponse response;
    auto stream = grpc::reflection::v1::ServerReflection::NewStub(channel_)->ServerReflectionInfo(&context);
    EXPECT_TRUE(stream->Write(request) && stream->Read(&response) && stream->WritesDone());
    EXPECT_TRUE(stream->Finish().ok());
    return response;
  }

  prometheus::Registry call_metrics_;
  std::stop_source stop_;
  EndlessJournal journal_{stop_.get_token()};
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

TEST_F(ServerTest, PortZeroBecomesARealPort) {
  EXPECT_GT(server_->port(), 0);
  EXPECT_EQ(server_->address(), "127.0.0.1:" + std::to_string(server_->port()));
}

TEST_F(ServerTest, HealthIsPerService) {
  EXPECT_EQ(Health(""), HealthCheckResponse::SERVING);
  EXPECT_EQ(Health("annals.v1.JournalService"), HealthCheckResponse::SERVING);
  EXPECT_EQ(Health("annals.v1.Nothing"), HealthCheckResponse::SERVICE_UNKNOWN);
  server_->SetServing("annals.v1.JournalService", false);
  EXPECT_EQ(Health("annals.v1.JournalService"), HealthCheckResponse::NOT_SERVING);
  EXPECT_EQ(Health(""), HealthCheckResponse::SERVING);
}

TEST_F(ServerTest, ReflectionListsEveryServiceAndKnowsItsFile) {
  grpc::reflection::v1::ServerReflectionRequest request;
  request.set_list_services("");
  std::vector<std::string> names;
  const auto response = Reflect(request);
  for (const auto& service : response.list_services_response().service()) names.push_back(service.name());
  EXPECT_THAT(names, testing::UnorderedElementsAre("annals.v1.JournalService", "grpc.health.v1.Health",
                                                   "grpc.reflection.v1.ServerReflection",
                                                   "grpc.reflection.v1alpha.ServerReflection"));
  for (const std::string& name : names) {
    request.set_file_containing_symbol(name);
    EXPECT_GT(Reflect(request).file_descriptor_response().file_descriptor_proto_size(), 0) << name;
  }
}

TEST_F(ServerTest, ReflectionAnswersEveryQuestion) {
  grpc::reflection::v1::ServerReflectionRequest request;
  EXPECT_EQ(Reflect(request).error_response().error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  request.set_file_by_filename("annals/v1/journal.proto");
  EXPECT_GT(Reflect(request).file_descriptor_response().file_descriptor_proto_size(), 1);  // with its imports
  request.set_file_by_filename("nothing.proto");
  EXPECT_EQ(Reflect(request).error_response().error_code(), grpc::StatusCode::NOT_FOUND);
  request.set_all_extension_numbers_of_type("google.protobuf.MethodOptions");
  EXPECT_EQ(Reflect(request).all_extension_numbers_response().base_type_name(),
            "google.protobuf.MethodOptions");
  request.mutable_file_containing_extension()->set_containing_type("google.protobuf.MethodOptions");
  EXPECT_EQ(Reflect(request).error_response().error_code(), grpc::StatusCode::NOT_FOUND);
}

TEST_F(ServerTest, AnswersCarryTheRequestId) {
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "mine-1");
  HealthCheckResponse response;
  ASSERT_TRUE(grpc::health::v1::Health::NewStub(channel_)->Check(&context, {}, &response).ok());
  v1::FollowResponse first;
  grpc::ClientContext follow_context;
  follow_context.AddMetadata("x-request-id", "mine-2");
  auto stream = v1::JournalService::NewStub(channel_)->Follow(&follow_context, {});
  ASSERT_TRUE(stream->Read(&first));
  server_->Stop();
  stream->Finish();
  const auto found = follow_context.GetServerTrailingMetadata().find("x-request-id");
  ASSERT_NE(found, follow_context.GetServerTrailingMetadata().end());
  EXPECT_EQ(found->second, "mine-2");
}

TEST_F(ServerTest, ACallThatFailsIsLoggedWithWhatItsCallerCallsIt) {
  const std::string traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  testing::internal::CaptureStderr();
  grpc::ClientContext odd_context;
  odd_context.AddMetadata("x-request-id", "mine-3");
  odd_context.AddMetadata("traceparent", "no-trace");
  v1::FollowResponse response;
  auto odd = v1::JournalService::NewStub(channel_)->Follow(&odd_context, {});
  ASSERT_TRUE(odd->Read(&response));
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "mine-4");
  context.AddMetadata("traceparent", traceparent);
  auto stream = v1::JournalService::NewStub(channel_)->Follow(&context, {});
  ASSERT_TRUE(stream->Read(&response));
  server_->Stop();
  odd->Finish();
  stream->Finish();
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_THAT(log,
              testing::HasSubstr("\"request_id\":\"mine-4\",\"traceparent\":\"" + traceparent + "\"}\n"));
  EXPECT_THAT(log, testing::HasSubstr("\"request_id\":\"mine-3\"}\n"));
}

TEST_F(ServerTest, AStopEndsEndlessStreamsWithTheirOwnStatus) {
  grpc::ClientContext context;
  v1::FollowResponse response;
  auto stream = v1::JournalService::NewStub(channel_)->Follow(&context, {});
  ASSERT_TRUE(stream->Read(&response));
  server_->Stop();
  EXPECT_FALSE(stream->Read(&response));
  EXPECT_THAT(FromGrpcStatus(stream->Finish()), FailsWith(absl::StatusCode::kUnavailable, "STOPPING"));
}

TEST_F(ServerTest, CallsAreCountedAndTimedByMethodAndStatus) {
  grpc::ClientContext context;
  auto stream = v1::JournalService::NewStub(channel_)->Follow(&context, {});
  v1::FollowResponse response;
  ASSERT_TRUE(stream->Read(&response));
  EXPECT_FALSE(server_->serving() && stop_.stop_requested());
  server_->Stop();
  stream->Finish();
  const std::string figures = prometheus::TextSerializer().Serialize(call_metrics_.Collect());
  EXPECT_THAT(figures,
              testing::HasSubstr(
                  "grpc_server_call_started_total{grpc_method=\"annals.v1.JournalService/Follow\"} 1\n"));
  EXPECT_THAT(figures, testing::HasSubstr("grpc_server_call_duration_seconds_count{grpc_method=\"annals.v1."
                                          "JournalService/Follow\",grpc_status=\"UNAVAILABLE\"} 1\n"));
}

TEST_F(ServerTest, TwoServersDoNotShareAPort) {
  EXPECT_THAT(Server::Create({.listen = server_->address()}), FailsWith(absl::StatusCode::kUnavailable, ""));
}

TEST_F(ServerTest, AServiceThatIsNotCompiledInIsAnError) {
  Server::Options options;
  options.services = {{"annals.v1.Nothing", &journal_}};
  EXPECT_THAT(Server::Create(options), FailsWith(absl::StatusCode::kInvalidArgument, ""));
}

}  // namespace
}  // namespace annals
