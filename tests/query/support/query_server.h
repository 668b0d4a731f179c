// A query service over TCP on an index that the test fills.
#ifndef ANNALS_TESTS_QUERY_SUPPORT_QUERY_SERVER_H_
#define ANNALS_TESTS_QUERY_SUPPORT_QUERY_SERVER_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "annals/v1/query_service.grpc.pb.h"
#include "common/server/grpc_status.h"
#include "common/server/server.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "query/service/query_service.h"
#include "tests/query/support/test_index.h"

namespace annals::query {

class QueryServer {
 public:
  explicit QueryServer(TestIndex& index)
      : service_(
            *index, [this] { return state; }, "a secret of tests") {
    auto created = Server::Create({.services = {{"annals.v1.QueryService", &service_}}});
    EXPECT_TRUE(created.ok()) << created.status();
    if (!created.ok()) return;
    server_ = *std::move(created);
    stub_ = v1::QueryService::NewStub(
        grpc::CreateChannel(server_->address(), grpc::InsecureChannelCredentials()));
  }

  v1::QueryService::Stub& stub() { return *stub_; }
  const std::string& address() const { return server_->address(); }

  // Calls a unary method: Call(&v1::QueryService::Stub::GetEvent, request, response).
  template <typename Request, typename Response>
  absl::Status Call(grpc::Status (v1::QueryService::Stub::*method)(grpc::ClientContext*, const Request&,
                                                                   Response*),
                    const Request& request, Response& response, absl::Duration timeout = absl::Seconds(30)) {
    grpc::ClientContext context;
    context.set_deadline(absl::ToChronoTime(absl::Now() + timeout));
    return FromGrpcStatus((*stub_.*method)(&context, request, &response));
  }

  FollowState state{.following = true, .journal_revision = 0};

 private:
  QueryService service_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<v1::QueryService::Stub> stub_;
};

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_SUPPORT_QUERY_SERVER_H_
