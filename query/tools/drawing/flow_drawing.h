// Moves of people between organisations as ribbons, after Sankey's diagrams.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_FLOW_DRAWING_H_
#define ANNALS_QUERY_TOOLS_DRAWING_FLOW_DRAWING_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// An SVG document `width` pixels wide: a diagram a period, oldest first; who was left at the left, who was
// joined at the right, a ribbon as high as many people moved, with their names on it.
std::string RenderFlowsSvg(const v1::GetFlowsResponse& flows, v1::TimelineBucket bucket, int width);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_FLOW_DRAWING_H_
