// From the words of a command line to requests of the query service.
#ifndef ANNALS_QUERY_TOOLS_VIEW_REQUEST_H_
#define ANNALS_QUERY_TOOLS_VIEW_REQUEST_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "annals/v1/query_service.pb.h"

namespace annals {

// What the user asked for, as written.
struct ViewOptions {
  std::string entity;  // id or any name
  std::vector<std::string> types;
  std::vector<std::string> statuses;
  std::string min_certainty;
  std::string from;  // first day
  std::string to;    // last day
  std::string order = "oldest";
  bool exclude_parts = false;
  int depth = 1;
  int limit = 200;  // events of a timeline, edges of a graph
  uint64_t min_revision = 0;
};

// INVALID_ARGUMENT: a word that is no event type, status, certainty or order; the message lists those that
// are. Case does not matter. Days and numbers are the service's to judge.
absl::StatusOr<v1::GetTimelineRequest> ToTimelineRequest(const ViewOptions& options);
absl::StatusOr<v1::GetNeighborhoodRequest> ToNeighborhoodRequest(const ViewOptions& options);
v1::GetEntityRequest ToEntityRequest(const ViewOptions& options);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_VIEW_REQUEST_H_
