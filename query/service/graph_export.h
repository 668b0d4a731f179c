// ExportGraph without gRPC: the whole graph, in pieces.
#ifndef ANNALS_QUERY_SERVICE_GRAPH_EXPORT_H_
#define ANNALS_QUERY_SERVICE_GRAPH_EXPORT_H_

#include <cstddef>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "annals/v1/query_service.pb.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"

namespace annals::query {

inline constexpr size_t kExportChunkBytes = 64 << 10;
// Takes a piece of at most kExportChunkBytes; false: nobody wants more.
using TakeChunk = std::function<bool(std::string chunk)>;

absl::Status Check(const v1::ExportGraphRequest& request);

// The request has passed Check. Entities in the order of their edges (where neither filter nor past is asked
// for, all of them come first), events by day, then relations. Holds one piece, some hundred events and a bit
// an entity in memory. The budget is for its interrupt.
absl::Status ExportGraph(const IndexView& view, const v1::ExportGraphRequest& request, WorkBudget& budget,
                         const TakeChunk& take);

}  // namespace annals::query

#endif  // ANNALS_QUERY_SERVICE_GRAPH_EXPORT_H_
