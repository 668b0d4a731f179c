// Paths as a drawing: one below the other, each a row of boxes with what connects them between.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_PATH_DRAWING_H_
#define ANNALS_QUERY_TOOLS_DRAWING_PATH_DRAWING_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// An SVG document `width` pixels wide. Arrows point as the edges do; edges that are no fact (IsFact) are
// dashed.
std::string RenderPathsSvg(const v1::FindPathsResponse& paths, int width);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_PATH_DRAWING_H_
