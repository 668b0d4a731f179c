// Paths in walking order: an edge of a path may point either way.
#ifndef ANNALS_QUERY_TOOLS_PATH_WALK_H_
#define ANNALS_QUERY_TOOLS_PATH_WALK_H_

#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"

namespace annals {

struct PathStep {
  const v1::Edge* edge = nullptr;  // of the answer
  bool forward = true;             // walked from its first end to its second
  std::string to;                  // Entity.id where the step ends
};

struct PathWalk {
  std::string start;  // Entity.id
  std::vector<PathStep> steps;
};

// The walks of an answer, in its order; they point into it. A path starts at the end of its first edge that
// the second edge does not have; a path of one edge starts where the others do, and alone at its edge's first
// end. Empty paths are left out.
std::vector<PathWalk> WalkPaths(const v1::FindPathsResponse& paths);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_PATH_WALK_H_
