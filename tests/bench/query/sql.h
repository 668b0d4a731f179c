// The schema and the questions that the two SQL stores share.
#ifndef ANNALS_TESTS_BENCH_QUERY_SQL_H_
#define ANNALS_TESTS_BENCH_QUERY_SQL_H_

#include <functional>
#include <string>
#include <vector>

#include "tests/bench/query/graph_data.h"

namespace annals::query::bench {

struct SqlTable {
  const char* name;
  const char* columns;  // of PostgreSQL; SQLite takes the names of the types as they are
  int width;
};

// Everything an answer needs, each fact once, but for what an index-only scan must find in its own table.
inline constexpr SqlTable kTables[] = {
    {"entity", "number int, id text, type smallint, name text", 4},
    {"article", "number int, id text, title text, source text, published int", 5},
    {"event",
     "number int, type smallint, status smallint, certainty smallint, first int, last int, trigger_word "
     "text, "
     "title text, confidence real",
     9},
    {"report",
     "article int, ordinal smallint, event int, own_id text, evidence text, span_begin int, span_end int", 7},
    {"participant",
     "entity int, first int, event int, role smallint, type smallint, status smallint, certainty smallint",
     7},
    {"edge", "a int, b int, first int, last int, event int, type smallint, role_a smallint, role_b smallint",
     8},
};

// Calls `row` with a table and the values of a row, as text.
using TakeRow = std::function<void(const SqlTable& table, const std::vector<std::string>& values)>;
void ForEachRow(GraphData graph, const TakeRow& row);

}  // namespace annals::query::bench

#endif  // ANNALS_TESTS_BENCH_QUERY_SQL_H_
