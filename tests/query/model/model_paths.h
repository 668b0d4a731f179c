// Paths of the model: every simple path, one after the other.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_PATHS_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_PATHS_H_

#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model_graph.h"

namespace annals::query {

// What paths are compared by: hops, and the first day of the oldest edge, -1 where that has none.
struct PathRank {
  int hops = 0;
  DayNumber oldest = 0;

  friend bool operator==(const PathRank&, const PathRank&) = default;
};

// Of the best paths, best first. Paths of one rank are in no order, so only ranks can be compared.
std::vector<PathRank> BestRanks(const ModelMoment& moment, const v1::FindPathsRequest& request);

// "" where each path leads from one end to the other, over edges that are there, of parallel ones the newest
// (unless the request limits how many are looked at), and meets nobody twice.
std::string CheckPaths(const ModelMoment& moment, const v1::FindPathsRequest& request,
                       const v1::FindPathsResponse& response);

// First day, -1 where there is none.
DayNumber RecencyOf(const v1::Edge& edge);
PathRank RankOf(const v1::Path& path);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_PATHS_H_
