// A timeline as a table for people.
#ifndef ANNALS_QUERY_TOOLS_TIMELINE_VIEW_H_
#define ANNALS_QUERY_TOOLS_TIMELINE_VIEW_H_

#include <map>
#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"

namespace annals {

// Reports by Event.id, earliest first: who printed it, and when.
using ReportsByEvent = std::map<std::string, std::vector<v1::EventReport>>;

// A line that names the entity, then a row an event: date, type, who, what, status, certainty, source. Events
// that `reports` does not know show their article ids as source.
std::string RenderTimeline(const v1::GetTimelineResponse& timeline, const ReportsByEvent& reports);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_TIMELINE_VIEW_H_
