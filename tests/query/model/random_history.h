// Random histories over few names and few days, so that reports meet, refine, contradict and replace each
// other.
#ifndef ANNALS_TESTS_QUERY_MODEL_RANDOM_HISTORY_H_
#define ANNALS_TESTS_QUERY_MODEL_RANDOM_HISTORY_H_

#include <cstdint>
#include <vector>

#include "tests/query/model/model_articles.h"
#include "tests/query/model/test_world.h"

namespace annals::query {

// Articles, replacements and retractions; in every other history users teach names and merges, and take both
// back. The same seed gives the same.
History MakeHistory(uint64_t seed, int entries);

// The histories with one thing less: an entry (revisions are dense again), an event, a relation.
std::vector<History> OneLess(const History& history);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_RANDOM_HISTORY_H_
