// Loads the index and its peers with one graph, then asks all of them the same questions in turn.
//
//   query_store_speed DIRECTORY SOCKET_DIRECTORY ENTITIES EDGES QUERIES
//
// An empty socket directory leaves the SQL stores out.
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "common/program/structured_log.h"
#include "query/index/index.h"
#include "tests/bench/query/measures.h"
#include "tests/bench/query/store.h"

namespace annals::query::bench {
namespace {

struct Named {
  std::string name;
  std::unique_ptr<Store> store;
};

using Question = std::function<size_t(Store& store, uint32_t entity, int i)>;

constexpr size_t kQuestionsAPath = 5;

// Every store is asked the same before the next question comes; the first tenth is not counted.
void Compare(const std::string& figure, std::vector<Named>& stores, const std::vector<uint32_t>& entities,
             const Question& ask) {
  std::vector<std::vector<double>> micros(stores.size());
  std::vector<double> rows(stores.size());
  const size_t warm = entities.size() / 10;
  for (size_t i = 0; i < entities.size(); ++i) {
    for (size_t s = 0; s < stores.size(); ++s) {
      size_t found = 0;
      const double time = TimeOf([&] { found = ask(*stores[s].store, entities[i], static_cast<int>(i)); });
      if (i < warm) continue;
      micros[s].push_back(time);
      rows[s] += static_cast<double>(found);
    }
  }
  for (size_t s = 0; s < stores.size(); ++s) {
    if (rows[s] > 0)
      PrintTimes(figure, stores[s].name, micros[s], rows[s] / static_cast<double>(micros[s].size()));
  }
}

void CompareAll(std::vector<Named>& stores, const std::vector<uint32_t>& entities) {
  constexpr DayNumber kFirst = 737000;  // of the year asked for
  Compare("timeline of 50", stores, entities, [](Store& s, uint32_t e, int) { return s.Timeline(e); });
  Compare("1 hop in a year", stores, entities,
          [](Store& s, uint32_t e, int i) { return s.Hop(e, kFirst + i % 1000, kFirst + i % 1000 + 365); });
  Compare("1 hop with names", stores, entities, [](Store& s, uint32_t e, int i) {
    return s.NamedHop(e, kFirst + i % 1000, kFirst + i % 1000 + 365);
  });
  Compare("2 hops, 1000 edges", stores, entities, [](Store& s, uint32_t e, int) { return s.TwoHops(e); });
  Compare("2 hops with names", stores, entities, [](Store& s, uint32_t e, int) { return s.NamedTwoHops(e); });
  Compare("whole timeline of 50", stores, entities,
          [](Store& s, uint32_t e, int) { return s.WholeTimeline(e); });
  // Each to one drawn elsewhere; fewer, as they take milliseconds.
  const std::vector<uint32_t> from(entities.begin(), entities.begin() + entities.size() / kQuestionsAPath);
  Compare("path of 4 hops", stores, from, [&](Store& s, uint32_t e, int i) {
    const uint32_t to = entities[entities.size() - 1 - i];
    return to == e ? 0 : s.Path(e, to);
  });
}

void Open(const std::string& directory) {
  std::unique_ptr<Index> index;
  const double before = ResidentMegabytes();
  const double micros = TimeOf([&] { index = *Index::Open(directory); });
  PrintValue("open", "index", micros / 1e6, "s");
  PrintValue("memory of an open index", "index", ResidentMegabytes() - before, "MB");
}

void Run(const std::string& directory, const std::string& socket, GraphSize size, size_t queries) {
  const GraphData graph(size);
  std::vector<Named> stores;
  stores.push_back({"index", MakeIndexStore(directory + "/index", size)});
  stores.push_back({"prototype", MakePrototypeStore(directory + "/prototype")});
  if (!socket.empty()) stores.push_back({"postgresql", MakePostgresStore(socket)});
  if (!socket.empty()) stores.push_back({"sqlite", MakeSqliteStore(directory + "/sqlite.db")});
  for (Named& named : stores) {
    const double micros = TimeOf([&] { named.store->Load(graph); });
    PrintValue("load", named.name, micros / 1e6, "s");
  }
  CompareAll(stores, graph.DrawEnds(queries));
  // Only now: what RocksDB does in the background after a load is done, and the files it replaced are gone.
  for (Named& named : stores)
    PrintValue("size", named.name, static_cast<double>(named.store->Bytes()) / 1e6, "MB");
  stores.clear();
  Open(directory + "/index");
}

}  // namespace
}  // namespace annals::query::bench

int main(int argc, char** argv) {
  annals::SetLogLevel(annals::LogLevel::kError);
  annals::query::bench::GraphSize size;
  size_t queries = 0;
  if (argc != 6 || !absl::SimpleAtoi(argv[3], &size.entities) || !absl::SimpleAtoi(argv[4], &size.edges) ||
      !absl::SimpleAtoi(argv[5], &queries)) {
    return 2;
  }
  annals::query::bench::Run(argv[1], argv[2], size, queries);
  return 0;
}
