// A timeline as a drawing: a strip of how much happened when, then the events one below another along a line.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_TIMELINE_DRAWING_H_
#define ANNALS_QUERY_TOOLS_DRAWING_TIMELINE_DRAWING_H_

#include <string>

#include "query/tools/timeline_view.h"

namespace annals {

// An SVG document `width` pixels wide. Filled marks have occurred, rings have not (yet), dashed ones are
// rumours, crossed ones failed or were denied. Years are headings. What is too long ends with "…" and shows
// all of it as a tooltip.
std::string RenderTimelineSvg(const TimelineAnswer& answer, int width);

// "ORGANIZATION · 12 events · 2021 – 2026".
std::string TimelineSummary(const v1::GetTimelineResponse& timeline);
// The year an event begins or, failing that, ends in; "undated".
std::string YearOf(const v1::Event& event);
// What is to be said of an event beyond "it occurred, confirmed": status, certainty, sources.
std::string StandingWords(const v1::EventRow& row, const v1::EventRecord& record);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_TIMELINE_DRAWING_H_
