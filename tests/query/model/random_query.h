// Random requests about the entities and days of random histories.
#ifndef ANNALS_TESTS_QUERY_MODEL_RANDOM_QUERY_H_
#define ANNALS_TESTS_QUERY_MODEL_RANDOM_QUERY_H_

#include <cstdint>
#include <string>
#include <variant>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/random_history.h"

namespace annals::query {

// GetEvent names what the model holds at that moment: the `pick`th event, or its `pick`th report.
struct EventQuery {
  v1::AsOf as_of;
  uint32_t pick = 0;
};

using Query =
    std::variant<v1::GetTimelineRequest, v1::ListEventsRequest, EventQuery, v1::GetNeighborhoodRequest,
                 v1::GetEntityRequest, v1::FindPathsRequest, v1::SearchEntitiesRequest, v1::GetTenuresRequest,
                 v1::GetFlowsRequest, v1::ExportGraphRequest, v1::WatchEventsRequest>;

// Of a journal with that many entries.
Query MakeQuery(RandomSource& random, uint64_t revision);

std::string QueryText(const Query& query);

// For a journal that became shorter: asks for no later revision than its last.
Query Within(Query query, uint64_t revision);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_RANDOM_QUERY_H_
