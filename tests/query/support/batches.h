// A history applied as a follower gets it: in pieces of any size.
#ifndef ANNALS_TESTS_QUERY_SUPPORT_BATCHES_H_
#define ANNALS_TESTS_QUERY_SUPPORT_BATCHES_H_

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "tests/query/support/test_index.h"

namespace annals::query {

// Batches of 1 to `largest` entries; the same seed gives the same.
inline void ApplyInBatches(TestIndex& index, const std::vector<v1::JournalEntry>& history, uint32_t seed,
                           int largest) {
  std::mt19937 random(seed);
  for (size_t at = 0; at < history.size();) {
    const size_t end = std::min(history.size(), at + 1 + random() % largest);
    index.Apply(
        {history.begin() + static_cast<ptrdiff_t>(at), history.begin() + static_cast<ptrdiff_t>(end)});
    at = end;
  }
}

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_SUPPORT_BATCHES_H_
