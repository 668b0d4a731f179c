// Moves of people of the model: the events of each career, one after the other.
//
// - An event that names an organisation left and another one joined is a move between the two; of a
// departure,
//   on the day of the joining that follows it there, where there is one.
// - A departure that names no other organisation is a move to the organisation joined next.
// What follows can lie after the departure and begins within 365 days of it; the first by day is the next.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_FLOWS_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_FLOWS_H_

#include <vector>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model_timeline.h"

namespace annals::query {

// Most people first, then by ids and period, moves without a day last; without max_flows. People and events
// of each sorted by id. `organization`: "" for all.
std::vector<v1::Flow> FlowsOf(const ModelMoment& moment, const std::string& organization,
                              const v1::GetFlowsRequest& request);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_FLOWS_H_
