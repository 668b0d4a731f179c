// TLS and mutual TLS over TCP, with certificates made on the spot.
#include "common/server/tls.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "common/server/client_channel.h"
#include "common/server/server.h"
#include "grpc/health/v1/health.grpc.pb.h"
#include "grpcpp/create_channel.h"
#include "tests/support/certificates.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

class TlsTest : public testing::Test {
 protected:
  void SetUp() override {
    authority_.WriteCertificate(File("ca.pem"));
    authority_.Issue("server", File("server.pem"), File("server.key"));
    authority_.Issue("client", File("client.pem"), File("client.key"));
  }

  std::string File(const std::string& name) const { return directory_.File(name); }

  std::unique_ptr<Server> Serve(const TlsFiles& files) {
    auto credentials = MakeServerCredentials(files);
    EXPECT_THAT(credentials, IsOk());
    auto server = Server::Create({.credentials = *credentials});
    EXPECT_THAT(server, IsOk());
    return *std::move(server);
  }

  TlsFiles ServerFiles(const std::string& client_authorities = "") const {
    return {File("server.pem"), File("server.key"), client_authorities, 1};
  }

  // What a health check over a connection of its own says.
  grpc::StatusCode Call(const Server& server, const ClientOptions& options) {
    grpc::ChannelArguments own_connection;
    own_connection.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    auto channel = MakeClientChannel(server.address(), options, own_connection);
    EXPECT_THAT(channel, IsOk());
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
    grpc::health::v1::HealthCheckResponse response;
    return grpc::health::v1::Health::NewStub(*channel)->Check(&context, {}, &response).error_code();
  }

  ClientOptions Trusting(const std::string& authorities) const {
    return {.tls = {.authorities = File(authorities)}};
  }

  ClientOptions Showing(const std::string& certificate) const {
    return {.tls = {File(certificate + ".pem"), File(certificate + ".key"), File("ca.pem")}};
  }

  const TemporaryDirectory directory_;
  const Authority authority_{"annals test authority"};
};

TEST_F(TlsTest, AClientThatTrustsTheAuthorityGetsThrough) {
  const auto server = Serve(ServerFiles());
  EXPECT_EQ(Call(*server, Trusting("ca.pem")), grpc::StatusCode::OK);
}

TEST_F(TlsTest, OthersDoNot) {
  const auto server = Serve(ServerFiles());
  EXPECT_EQ(Call(*server, {}), grpc::StatusCode::UNAVAILABLE);  // plain text
  Authority("another").WriteCertificate(File("another.pem"));
  EXPECT_EQ(Call(*server, Trusting("another.pem")), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(TlsTest, AnExpiredServerIsNotTrusted) {
  authority_.Issue("server", File("server.pem"), File("server.key"), -1);
  const auto server = Serve(ServerFiles());
  EXPECT_EQ(Call(*server, Trusting("ca.pem")), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(TlsTest, MutualTlsAsksClientsForACertificateOfTheAuthority) {
  const auto server = Serve(ServerFiles(File("ca.pem")));
  EXPECT_EQ(Call(*server, Showing("client")), grpc::StatusCode::OK);
  EXPECT_EQ(Call(*server, Trusting("ca.pem")), grpc::StatusCode::UNAVAILABLE);
  Authority("another").Issue("stranger", File("stranger.pem"), File("stranger.key"));
  EXPECT_EQ(Call(*server, Showing("stranger")), grpc::StatusCode::UNAVAILABLE);
  authority_.Issue("late", File("late.pem"), File("late.key"), -1);
  EXPECT_EQ(Call(*server, Showing("late")), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(TlsTest, ReplacedCertificatesAreServedWithoutARestart) {
  const auto server = Serve(ServerFiles());
  ASSERT_EQ(Call(*server, Trusting("ca.pem")), grpc::StatusCode::OK);
  const Authority next("the next authority");
  next.WriteCertificate(File("next.pem"));
  next.Issue("server", File("server.pem"), File("server.key"));
  const auto patience_ends = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  grpc::StatusCode code = grpc::StatusCode::UNAVAILABLE;
  while (code != grpc::StatusCode::OK && std::chrono::steady_clock::now() < patience_ends)
    code = Call(*server, Trusting("next.pem"));
  EXPECT_EQ(code, grpc::StatusCode::OK);
  EXPECT_EQ(Call(*server, Trusting("ca.pem")), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(TlsTest, WrongFilesAreRefusedAtTheStart) {
  std::ofstream(File("nonsense.pem")) << "nonsense";
  const TlsFiles cases[] = {
      {},
      {File("server.pem"), "", ""},
      {"", File("server.key"), ""},
      {File("none.pem"), File("server.key"), ""},
      {File("nonsense.pem"), File("server.key"), ""},
      {File("server.pem"), File("nonsense.pem"), ""},
      {File("server.pem"), File("client.key"), ""},
      {File("server.pem"), File("server.key"), File("nonsense.pem")},
  };
  for (const TlsFiles& files : cases) {
    EXPECT_THAT(MakeServerCredentials(files), FailsWith(absl::StatusCode::kInvalidArgument, ""))
        << files.certificate << " " << files.key << " " << files.authorities;
  }
  EXPECT_THAT(MakeClientCredentials({File("client.pem"), File("client.key"), ""}),
              FailsWith(absl::StatusCode::kInvalidArgument, ""));
  EXPECT_THAT(MakeClientChannel("127.0.0.1:1", {.tls = {File("client.pem"), File("client.key"), ""}}),
              FailsWith(absl::StatusCode::kInvalidArgument, ""));
}

}  // namespace
}  // namespace annals
