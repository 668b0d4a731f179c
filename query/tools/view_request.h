// From the words of a command line to requests of the query service.
#ifndef ANNALS_QUERY_TOOLS_VIEW_REQUEST_H_
#define ANNALS_QUERY_TOOLS_VIEW_REQUEST_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "annals/v1/query_service.pb.h"

namespace annals {

// What the user asked for, as written. An empty word and a number of 0 leave the choice to the service.
struct ViewOptions {
  std::string entity;     // id or any name; flows: empty for all
  std::string to_entity;  // of a path: its other end
  std::vector<std::string> types;
  std::vector<std::string> roles;
  std::vector<std::string> statuses;
  std::vector<std::string> relations;
  std::string min_certainty;
  std::string from;  // first day
  std::string to;    // last day
  std::string order = "oldest";
  std::string path_order;
  std::string bucket;
  std::string as_of_day;
  std::string known_on;
  uint64_t revision = 0;
  bool exclude_parts = false;
  int depth = 0;       // hops of a graph or path
  int max_paths = 0;   // how many
  int max_fanout = 0;  // edges followed from one entity
  int limit = 200;     // events, edges, flows or tenures
  uint64_t min_revision = 0;
  int width = 960;  // of a drawing, in pixels
};

// INVALID_ARGUMENT: a word that is no event type, role, status, relation, certainty, order or period; the
// message lists those that are. Case does not matter. Days and numbers are the service's to judge.
absl::StatusOr<v1::GetTimelineRequest> ToTimelineRequest(const ViewOptions& options);
absl::StatusOr<v1::GetNeighborhoodRequest> ToNeighborhoodRequest(const ViewOptions& options);
absl::StatusOr<v1::FindPathsRequest> ToPathsRequest(const ViewOptions& options);
absl::StatusOr<v1::GetFlowsRequest> ToFlowsRequest(const ViewOptions& options);
v1::GetTenuresRequest ToTenuresRequest(const ViewOptions& options);
v1::GetEntityRequest ToEntityRequest(const ViewOptions& options);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_VIEW_REQUEST_H_
