// Calls the query service. The only file of the tool that sees gRPC.
#ifndef ANNALS_QUERY_TOOLS_QUERY_CLIENT_H_
#define ANNALS_QUERY_TOOLS_QUERY_CLIENT_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "annals/v1/query_service.pb.h"

namespace annals {

// Thread-safe. Each call takes at most ten seconds. A revision that is asked for and not applied yet is
// waited for as long.
//
// Errors are those of the service, their messages fit for people: an ambiguous name lists who it could mean.
// UNAVAILABLE: no service answers.
class QueryClient {
 public:
  // `address` is HOST:PORT; TLS and token as the command's client flags say. Connects with the first call.
  // INVALID_ARGUMENT: a file that they name is wrong.
  static absl::StatusOr<std::unique_ptr<QueryClient>> Create(const std::string& address);
  virtual ~QueryClient() = default;

  virtual absl::StatusOr<v1::GetEntityResponse> GetEntity(const v1::GetEntityRequest& request) = 0;
  virtual absl::StatusOr<v1::GetEventResponse> GetEvent(const v1::GetEventRequest& request) = 0;
  virtual absl::StatusOr<v1::GetTimelineResponse> GetTimeline(const v1::GetTimelineRequest& request) = 0;
  virtual absl::StatusOr<v1::GetNeighborhoodResponse> GetNeighborhood(
      const v1::GetNeighborhoodRequest& request) = 0;
  virtual absl::StatusOr<v1::FindPathsResponse> FindPaths(const v1::FindPathsRequest& request) = 0;
  virtual absl::StatusOr<v1::GetFlowsResponse> GetFlows(const v1::GetFlowsRequest& request) = 0;
  virtual absl::StatusOr<v1::GetTenuresResponse> GetTenures(const v1::GetTenuresRequest& request) = 0;
};

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_QUERY_CLIENT_H_
