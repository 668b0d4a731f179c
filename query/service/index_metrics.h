// What the query service shows its operators: how far the index is, how much it holds, and whether it should
// be sent reads.
#ifndef ANNALS_QUERY_SERVICE_INDEX_METRICS_H_
#define ANNALS_QUERY_SERVICE_INDEX_METRICS_H_

#include <cstdint>
#include <functional>

#include "common/server/telemetry.h"
#include "query/index/index.h"
#include "query/service/query_service.h"

namespace annals::query {

// Revision and lag, connection, counts, and the store. The index outlives the telemetry's server.
void AddIndexMetrics(const Index& index, std::function<FollowState()> follow_state, Telemetry& telemetry);

// Whether the index follows the extractor and is at most `max_lag` entries behind what it spoke of.
bool CaughtUp(const Index& index, const FollowState& state, uint64_t max_lag);

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_INDEX_METRICS_H_
