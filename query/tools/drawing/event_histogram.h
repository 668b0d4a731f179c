// How many events a timeline has when, as a strip of stacked bars by kind of news.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_EVENT_HISTOGRAM_H_
#define ANNALS_QUERY_TOOLS_DRAWING_EVENT_HISTOGRAM_H_

#include <string>

#include "annals/v1/query_service.pb.h"
#include "query/tools/drawing/svg_canvas.h"

namespace annals {

// Draws into `box`, the labels of the axis included; the strip is as wide as the box. An event counts on the
// first day of its time. Nothing is drawn where no event has a day: false.
bool DrawEventHistogram(const v1::GetTimelineResponse& timeline, const Box& box, SvgCanvas& canvas);

// The strip alone, as an SVG document; "" where no event has a day.
std::string RenderHistogramSvg(const v1::GetTimelineResponse& timeline, int width);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_EVENT_HISTOGRAM_H_
