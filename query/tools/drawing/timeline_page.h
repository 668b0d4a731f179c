// A timeline as a page to read, search and print.
#ifndef ANNALS_QUERY_TOOLS_DRAWING_TIMELINE_PAGE_H_
#define ANNALS_QUERY_TOOLS_DRAWING_TIMELINE_PAGE_H_

#include <string>

#include "query/tools/timeline_view.h"

namespace annals {

// An HtmlPage: a strip of how much happened when, the events by year, each with its reports to open; with
// JavaScript also a search field and a choice of types. Without it, and on paper, everything is shown.
std::string RenderTimelinePage(const TimelineAnswer& answer);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_DRAWING_TIMELINE_PAGE_H_
