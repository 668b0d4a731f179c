// Answers as CSV (RFC 4180, with a header line) for spreadsheets and scripts. Ids are exact; several values
// in one field are joined by
// ";". Days are ISO 8601, first and last, both inclusive; empty: unknown.
#ifndef ANNALS_QUERY_TOOLS_CSV_VIEWS_H_
#define ANNALS_QUERY_TOOLS_CSV_VIEWS_H_

#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals {

// A line an event.
std::string RenderTimelineCsv(const v1::GetTimelineResponse& timeline);
// A line an edge.
std::string RenderGraphCsv(const v1::GetNeighborhoodResponse& graph);
// A line a flow.
std::string RenderFlowsCsv(const v1::GetFlowsResponse& flows);
// A line a tenure.
std::string RenderTenuresCsv(const v1::GetTenuresResponse& tenures);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_CSV_VIEWS_H_
