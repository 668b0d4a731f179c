#include "query/tools/path_view.h"

#include "absl/strings/str_cat.h"
#include "query/tools/names.h"
#include "query/tools/path_walk.h"
#include "query/tools/wording.h"

namespace annals {

std::string RenderPaths(const v1::FindPathsResponse& paths) {
  const Names names(paths.entities());
  const std::vector<PathWalk> walks = WalkPaths(paths);
  std::string text;
  for (size_t i = 0; i < walks.size(); ++i) {
    const size_t hops = walks[i].steps.size();
    absl::StrAppend(&text, i == 0 ? "" : "\n", i + 1, ". ", hops, hops == 1 ? " hop" : " hops", "\n   ",
                    names.Of(walks[i].start), "\n");
    for (const PathStep& step : walks[i].steps)
      absl::StrAppend(&text, "   ", step.forward ? "↓" : "↑", "  ", EdgeWords(*step.edge), "\n   ",
                      names.Of(step.to), "\n");
  }
  if (walks.empty()) text = "no path\n";
  if (paths.truncated()) text += "… and more than could be looked at\n";
  return text;
}

}  // namespace annals
