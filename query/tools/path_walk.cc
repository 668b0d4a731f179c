#include "query/tools/path_walk.h"

namespace annals {
namespace {

bool HasEnd(const v1::Edge& edge, const std::string& id) {
  return edge.from_entity_id() == id || edge.to_entity_id() == id;
}

// Where a path of two edges or more starts.
const std::string& StartOf(const v1::Path& path) {
  const v1::Edge& first = path.edges(0);
  return HasEnd(path.edges(1), first.from_entity_id()) ? first.to_entity_id() : first.from_entity_id();
}

std::string CommonStart(const v1::FindPathsResponse& paths) {
  for (const v1::Path& path : paths.paths()) {
    if (path.edges_size() > 1) return StartOf(path);
  }
  return "";
}

PathWalk Walk(const v1::Path& path, const std::string& common_start) {
  const v1::Edge& first = path.edges(0);
  PathWalk walk{path.edges_size() > 1         ? StartOf(path)
                : HasEnd(first, common_start) ? common_start
                                              : first.from_entity_id()};
  std::string at = walk.start;
  for (const v1::Edge& edge : path.edges()) {
    const bool forward = edge.from_entity_id() == at;
    at = forward ? edge.to_entity_id() : edge.from_entity_id();
    walk.steps.push_back({&edge, forward, at});
  }
  return walk;
}

}  // namespace

std::vector<PathWalk> WalkPaths(const v1::FindPathsResponse& paths) {
  const std::string common_start = CommonStart(paths);
  std::vector<PathWalk> walks;
  for (const v1::Path& path : paths.paths()) {
    if (path.edges_size() > 0) walks.push_back(Walk(path, common_start));
  }
  return walks;
}

}  // namespace annals
