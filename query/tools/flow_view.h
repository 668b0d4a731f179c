// Moves of people between organisations as a table for people.
#ifndef ANNALS_QUERY_TOOLS_FLOW_VIEW_H_
#define ANNALS_QUERY_TOOLS_FLOW_VIEW_H_

#include <string>

#include "annals/v1/query_service.pb.h"
#include "query/tools/names.h"

namespace annals {

// A row a flow: from, to, period, number of people, who.
std::string RenderFlows(const v1::GetFlowsResponse& flows, v1::TimelineBucket bucket);

// Those who moved.
std::string PeopleWords(const v1::Flow& flow, const Names& names);

// Number of people and period, then who: "2 (2025-Q3): 林知远, 顾言".
std::string FlowWords(const v1::Flow& flow, v1::TimelineBucket bucket, const Names& names);

}  // namespace annals

#endif  // ANNALS_QUERY_TOOLS_FLOW_VIEW_H_
