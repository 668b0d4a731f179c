// A store that holds the benchmark's graph and answers its questions: the index and its peers.
#ifndef ANNALS_TESTS_BENCH_QUERY_STORE_H_
#define ANNALS_TESTS_BENCH_QUERY_STORE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "common/limits.h"
#include "tests/bench/query/graph_data.h"

namespace annals::query::bench {

// For one thread. Every read gives the number of rows it saw, which must be nearly the same in all stores; an
// entity is the graph's own number. Whatever fails ends the process.
class Store {
 public:
  virtual ~Store() = default;

  // Loads the graph, with all that its articles say, and brings the store into the state it reads best in.
  virtual void Load(GraphData graph) = 0;
  virtual uint64_t Bytes() = 0;

  // The newest 50 events: day, type, status, certainty and who else takes part.
  virtual size_t Timeline(uint32_t entity) = 0;
  // The same as whole events: words, arguments, names of the entities, articles. 0: the store does not hold
  // them.
  virtual size_t WholeTimeline(uint32_t entity) = 0;
  // Edges of an entity within the days, newest first, at most kHopEdges. Named: with the ids and names of
  // those at their other ends. 0: the store does not hold names.
  virtual size_t Hop(uint32_t entity, DayNumber first, DayNumber last) = 0;
  virtual size_t NamedHop(uint32_t entity, DayNumber first, DayNumber last) = 0;
  // Edges of an entity and of its neighbours, kFanout of each, at most kTwoHopEdges in all; likewise.
  virtual size_t TwoHops(uint32_t entity) = 0;
  virtual size_t NamedTwoHops(uint32_t entity) = 0;
  // Edges of the best paths between two entities, as the service finds them unless told otherwise: at most
  // kPathHops long, kPaths of them. 0: there is none, or the store does not look for paths.
  virtual size_t Path(uint32_t, uint32_t) { return 0; }
};

// For what is read of the index, here and in the service that query_speed.py starts: it is to take less than
// 1 GB in all.
inline constexpr size_t kIndexCacheBytes = 720 << 20;

inline constexpr int kTimelineRows = 50;
inline constexpr int kHopEdges = 500;
inline constexpr int kFanout = 100;
inline constexpr int kTwoHopEdges = 1000;
inline constexpr int kPathHops = 4;
inline constexpr int kPaths = limits::kDefaultPaths;

// `directory` is the store's own; `address` that of the PostgreSQL server, a directory with its socket.
std::unique_ptr<Store> MakeIndexStore(const std::string& directory, GraphSize size);
std::unique_ptr<Store> MakePrototypeStore(const std::string& directory);
std::unique_ptr<Store> MakePostgresStore(const std::string& address);
std::unique_ptr<Store> MakeSqliteStore(const std::string& file);

// Ends the process with a word where something failed.
void Require(bool ok, const std::string& what);

}  // namespace annals::query::bench

#endif  // ANNALS_TESTS_BENCH_QUERY_STORE_H_
