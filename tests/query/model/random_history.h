// Random histories over few names and few days, so that reports meet, refine, contradict and replace each
// other.
#ifndef ANNALS_TESTS_QUERY_MODEL_RANDOM_HISTORY_H_
#define ANNALS_TESTS_QUERY_MODEL_RANDOM_HISTORY_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/query/model/model_articles.h"

namespace annals::query {

class RandomSource {
 public:
  explicit RandomSource(uint64_t seed) : engine_(seed) {}

  // 0 to bound - 1.
  int Below(int bound) { return static_cast<int>(engine_() % bound); }
  bool OneIn(int n) { return Below(n) == 0; }
  template <typename T>
  const T& Of(const std::vector<T>& choices) {
    return choices[Below(static_cast<int>(choices.size()))];
  }

 private:
  std::mt19937_64 engine_;
};

// Entities, days of publication and days of events that histories and queries draw from.
const std::vector<std::string>& TestEntityIds();
const std::vector<std::string>& TestDays();

// Articles, replacements and retractions. The same seed gives the same.
History MakeHistory(uint64_t seed, int entries);

// The histories with one thing less: an entry (revisions are dense again), an event, a relation.
std::vector<History> OneLess(const History& history);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_RANDOM_HISTORY_H_
