#include "query/tools/query_client.h"

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "common/server/client_channel.h"
#include "common/status_macros.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "query/tools/wording.h"

namespace annals {
namespace {

using Stub = v1::QueryService::Stub;
using Clock = std::chrono::system_clock;

constexpr auto kPatience = std::chrono::seconds(10);
constexpr auto kRetryDelay = std::chrono::milliseconds(100);

google::rpc::Status Details(const grpc::Status& status) {
  google::rpc::Status details;
  (void)details.ParseFromString(status.error_details());  // empty where there are none
  return details;
}

std::string Reason(const grpc::Status& status) {
  google::rpc::ErrorInfo info;
  const google::rpc::Status details = Details(status);
  for (const auto& detail : details.details()) {
    if (detail.UnpackTo(&info)) return info.reason();
  }
  return "";
}

std::string CandidateLines(const grpc::Status& status) {
  std::string lines;
  v1::EntityCandidates candidates;
  const google::rpc::Status details = Details(status);
  for (const auto& detail : details.details()) {
    if (!detail.UnpackTo(&candidates)) continue;
    for (const v1::Entity& entity : candidates.candidates()) {
      absl::StrAppend(&lines, "\n  ", entity.name(), " (", TypeWord(entity.type()), ")  id ", entity.id());
    }
  }
  return lines;
}

absl::Status ToStatus(const grpc::Status& status, const std::string& address) {
  if (status.ok()) return absl::OkStatus();
  const std::string reason = Reason(status);
  if (reason.empty() && status.error_code() == grpc::StatusCode::UNAVAILABLE) {
    return absl::UnavailableError(
        absl::StrCat("no service answers at ", address, ": ", status.error_message()));
  }
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()),
                      absl::StrCat(status.error_message(), CandidateLines(status)));
}

class GrpcQueryClient : public QueryClient {
 public:
  GrpcQueryClient(const std::string& address, std::shared_ptr<grpc::Channel> channel)
      : address_(address), stub_(v1::QueryService::NewStub(std::move(channel))) {}

  absl::StatusOr<v1::GetEntityResponse> GetEntity(const v1::GetEntityRequest& request) override {
    return Call<v1::GetEntityResponse>(&Stub::GetEntity, request);
  }
  absl::StatusOr<v1::GetEventResponse> GetEvent(const v1::GetEventRequest& request) override {
    return Call<v1::GetEventResponse>(&Stub::GetEvent, request);
  }
  absl::StatusOr<v1::GetTimelineResponse> GetTimeline(const v1::GetTimelineRequest& request) override {
    return Call<v1::GetTimelineResponse>(&Stub::GetTimeline, request);
  }
  absl::StatusOr<v1::GetNeighborhoodResponse> GetNeighborhood(
      const v1::GetNeighborhoodRequest& request) override {
    return Call<v1::GetNeighborhoodResponse>(&Stub::GetNeighborhood, request);
  }
  absl::StatusOr<v1::FindPathsResponse> FindPaths(const v1::FindPathsRequest& request) override {
    return Call<v1::FindPathsResponse>(&Stub::FindPaths, request);
  }
  absl::StatusOr<v1::GetFlowsResponse> GetFlows(const v1::GetFlowsRequest& request) override {
    return Call<v1::GetFlowsResponse>(&Stub::GetFlows, request);
  }
  absl::StatusOr<v1::GetTenuresResponse> GetTenures(const v1::GetTenuresRequest& request) override {
    return Call<v1::GetTenuresResponse>(&Stub::GetTenures, request);
  }

 private:
  template <typename Response, typename Request>
  absl::StatusOr<Response> Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                                const Request& request) {
    const auto patience_ends = Clock::now() + kPatience;
    while (true) {
      Response response;
      grpc::ClientContext context;
      context.set_deadline(Clock::now() + kPatience);
      const grpc::Status status = (stub_.get()->*method)(&context, request, &response);
      if (status.ok()) return response;
      if (Reason(status) != "REVISION_NOT_APPLIED" || Clock::now() > patience_ends)
        return ToStatus(status, address_);
      std::this_thread::sleep_for(kRetryDelay);
    }
  }

  const std::string address_;
  const std::unique_ptr<Stub> stub_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<QueryClient>> QueryClient::Create(const std::string& address) {
  ANNALS_ASSIGN_OR_RETURN(auto channel, MakeClientChannel(address, ClientOptionsFromFlags()));
  return std::make_unique<GrpcQueryClient>(address, std::move(channel));
}

}  // namespace annals
