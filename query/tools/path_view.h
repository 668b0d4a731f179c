// Paths as text for people.
#ifndef ANNALS_QUERY_TOOLS_PATH_VIEW_H_
#define ANNALS_QUERY_TOOLS_PATH_VIEW_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// A heading a path with its number of hops; below it the entities in walking order, one a line, and between
// two of them what connects them, led by "↓" where the edge points the way the path goes and by "↑" where it
// points back.
std::string RenderPaths(const v1::FindPathsResponse& paths);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_PATH_VIEW_H_
