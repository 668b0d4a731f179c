// PostgreSQL over its local socket: prepared statements, answers in binary, covering indexes for index-only
// scans.
#include <libpq-fe.h>

#include <cstdlib>
#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/bench/query/sql.h"
#include "tests/bench/query/store.h"

namespace annals::query::bench {
namespace {

constexpr size_t kCopyBytes = 1 << 20;

// What its experts would make of these questions: keys, the two directions of an edge, the rows of an entity
// in order of day, each with all the columns that the scan needs.
constexpr const char* kIndexes[] = {
    "alter table entity add primary key (number)",
    "create unique index on entity (id)",
    "create index on entity (name)",
    "alter table article add primary key (number)",
    "create unique index on article (id)",
    "alter table event add primary key (number)",
    "create index on event (type, first, number)",
    "alter table report add primary key (article, ordinal)",
    "create index on report (event) include (article)",
    "create index on participant (entity, first, event) include (role, type, status, certainty)",
    "create index on participant (event) include (entity, role)",
    "create index on edge (a, first, event) include (b, last, type, role_a, role_b)",
    "create index on edge (b, first, event) include (a, last, type, role_a, role_b)",
    "vacuum analyze",
    "checkpoint",
};

constexpr const char* kTimeline =
    "select first, event, role, type, status, certainty, "
    "(select array_agg(o.entity) from participant o where o.event = p.event and o.entity <> $1) "
    "from participant p where entity = $1 order by first desc, event desc limit 50";

constexpr const char* kWholeTimeline =
    "select e.*, "
    "(select array_agg(o.role || ' ' || n.id || ' ' || n.type || ' ' || n.name) from participant o "
    " join entity n on n.number = o.entity where o.event = e.number), "
    "(select array_agg(t.id || ' ' || r.own_id || ' ' || r.evidence || ' ' || r.span_begin || ' ' || "
    "r.span_end) "
    " from report r join article t on t.number = r.article where r.event = e.number) "
    "from (select first, event from participant where entity = $1 order by first desc, event desc limit 50) "
    "p "
    "join event e on e.number = p.event order by p.first desc, p.event desc";

// The parts of the statements: the edges, then, where names are asked for, who is at their other ends.
constexpr const char* kHop =
    "(select b as other, first, event, type, role_a, role_b from edge where a = $1 and first <= $3 and "
    "first > $2 - 31 and last >= $2 order by first desc limit 500) union all "
    "(select a, first, event, type, role_b, role_a from edge where b = $1 and first <= $3 and first > $2 - "
    "31 and last >= $2 order by first desc limit 500) order by 2 desc limit 500";

constexpr const char* kNear =
    "with near as materialized ("
    " (select a, b, b as other, first, event from edge where a = $1 order by first desc limit 100) union all"
    " (select a, b, a as other, first, event from edge where b = $1 order by first desc limit 100)"
    " order by first desc limit 100) ";
constexpr const char* kTwoHops =
    "select a, b, first, event, other from near union all "
    "(select f.a, f.b, f.first, f.event, case when f.a = n.other then f.b else f.a end from (select distinct "
    "other from near) n cross join lateral ("
    " (select a, b, first, event from edge where a = n.other order by first desc limit 100) union all"
    " (select a, b, first, event from edge where b = n.other order by first desc limit 100)"
    " order by first desc limit 100) f limit 900) limit 1000";

std::string WithNames(const char* edges) {
  return absl::StrCat("select h.*, n.id, n.name from (", edges, ") h join entity n on n.number = h.other");
}

class PostgresStore final : public Store {
 public:
  explicit PostgresStore(const std::string& address)
      : db_(PQconnectdb(absl::StrCat("host=", address, " dbname=postgres user=postgres").c_str())) {
    Require(PQstatus(db_) == CONNECTION_OK, PQerrorMessage(db_));
  }
  ~PostgresStore() override { PQfinish(db_); }

  void Load(GraphData graph) override {
    for (const SqlTable& table : kTables)
      Run(absl::StrCat("create table ", table.name, " (", table.columns, ")"));
    std::map<std::string, std::string> pending;
    ForEachRow(std::move(graph), [&](const SqlTable& table, const std::vector<std::string>& values) {
      std::string& rows = pending[table.name];
      absl::StrAppend(&rows, absl::StrJoin(values, "\t"), "\n");
      if (rows.size() > kCopyBytes) Copy(table.name, rows);
    });
    for (auto& [table, rows] : pending) Copy(table, rows);
    for (const char* statement : kIndexes) Run(statement);
    Prepare();
  }

  uint64_t Bytes() override {
    PGresult* result = PQexec(db_,
                              "select sum(pg_total_relation_size(oid)) from pg_class where relkind = 'r' and "
                              "relnamespace = 'public'::regnamespace");
    const uint64_t bytes = std::strtoull(PQgetvalue(result, 0, 0), nullptr, 10);
    PQclear(result);
    return bytes;
  }

  size_t Timeline(uint32_t entity) override { return Ask("timeline", {entity}); }
  size_t WholeTimeline(uint32_t entity) override { return Ask("whole", {entity}); }
  size_t Hop(uint32_t entity, DayNumber first, DayNumber last) override {
    return Ask("hop", {static_cast<int64_t>(entity), first, last});
  }
  size_t NamedHop(uint32_t entity, DayNumber first, DayNumber last) override {
    return Ask("named_hop", {static_cast<int64_t>(entity), first, last});
  }
  size_t TwoHops(uint32_t entity) override { return Ask("two_hops", {entity}); }
  size_t NamedTwoHops(uint32_t entity) override { return Ask("named_two_hops", {entity}); }

 private:
  void Prepare() {
    for (const auto& [name, text] :
         std::map<std::string, std::string>{{"timeline", kTimeline},
                                            {"whole", kWholeTimeline},
                                            {"hop", kHop},
                                            {"named_hop", WithNames(kHop) + " order by h.first desc"},
                                            {"two_hops", absl::StrCat(kNear, kTwoHops)},
                                            {"named_two_hops", kNear + WithNames(kTwoHops)}}) {
      PGresult* result = PQprepare(db_, name.c_str(), text.c_str(), 0, nullptr);
      Require(PQresultStatus(result) == PGRES_COMMAND_OK, PQerrorMessage(db_));
      PQclear(result);
    }
  }

  void Run(const std::string& statement) {
    PGresult* result = PQexec(db_, statement.c_str());
    Require(PQresultStatus(result) == PGRES_COMMAND_OK, PQerrorMessage(db_));
    PQclear(result);
  }

  void Copy(const std::string& table, std::string& rows) {
    PGresult* begun = PQexec(db_, absl::StrCat("copy ", table, " from stdin").c_str());
    Require(PQresultStatus(begun) == PGRES_COPY_IN, PQerrorMessage(db_));
    PQclear(begun);
    Require(PQputCopyData(db_, rows.data(), static_cast<int>(rows.size())) == 1, PQerrorMessage(db_));
    Require(PQputCopyEnd(db_, nullptr) == 1, PQerrorMessage(db_));
    while (PGresult* result = PQgetResult(db_)) {
      Require(PQresultStatus(result) == PGRES_COMMAND_OK, PQerrorMessage(db_));
      PQclear(result);
    }
    rows.clear();
  }

  size_t Ask(const char* name, const std::vector<int64_t>& parameters) {
    std::vector<std::string> texts;
    std::vector<const char*> values;
    for (int64_t parameter : parameters) texts.push_back(absl::StrCat(parameter));
    for (const std::string& text : texts) values.push_back(text.c_str());
    PGresult* result =
        PQexecPrepared(db_, name, static_cast<int>(values.size()), values.data(), nullptr, nullptr, 1);
    Require(PQresultStatus(result) == PGRES_TUPLES_OK, PQerrorMessage(db_));
    const size_t rows = PQntuples(result);
    PQclear(result);
    return rows;
  }

  PGconn* db_;
};

}  // namespace

std::unique_ptr<Store> MakePostgresStore(const std::string& address) {
  return std::make_unique<PostgresStore>(address);
}

}  // namespace annals::query::bench
