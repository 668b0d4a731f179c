// Reads an index into its caches: else the first who ask after a start pay for all who come later.
#ifndef ANNALS_QUERY_INDEX_CACHE_WARMER_H_
#define ANNALS_QUERY_INDEX_CACHE_WARMER_H_

#include <cstddef>
#include <stop_token>

#include "absl/status/status.h"
#include "query/index/index.h"

namespace annals::query {

// What was read, all of it in the caches at the same time.
struct WarmedRows {
  size_t entities = 0;
  size_t timelines = 0;
  size_t events = 0;
};

// The tables that nearly every read needs, as blocks; then entities, those of the most edges first, with each
// the newest page of its timeline. Ends when the caches are full, all is read, or a stop is asked for. Takes
// many short views: the index may go on meanwhile. DATA_LOSS, INTERNAL: see IndexView.
absl::StatusOr<WarmedRows> WarmCaches(const Index& index, std::stop_token stop);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_CACHE_WARMER_H_
