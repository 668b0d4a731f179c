// SQLite in the process: the same tables and questions, tables clustered by the key of the question where
// that serves it best.
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/bench/query/sql.h"
#include "tests/bench/query/store.h"

namespace annals::query::bench {
namespace {

constexpr const char* kIndexes[] = {
    "create unique index entity_number on entity (number)",
    "create unique index entity_id on entity (id)",
    "create index entity_name on entity (name)",
    "create unique index article_number on article (number)",
    "create unique index article_id on article (id)",
    "create unique index event_number on event (number)",
    "create index event_type on event (type, first, number)",
    "create index report_event on report (event, article)",
    "create index participant_entity on participant (entity, first, event, role, type, status, certainty)",
    "create index participant_event on participant (event, entity, role)",
    "create index edge_a on edge (a, first, event, b, last, type, role_a, role_b)",
    "create index edge_b on edge (b, first, event, a, last, type, role_a, role_b)",
    "analyze",
};

constexpr const char* kTimeline =
    "select first, event, role, type, status, certainty, "
    "(select group_concat(o.entity) from participant o where o.event = p.event and o.entity <> ?1) "
    "from participant p where entity = ?1 order by first desc, event desc limit 50";

constexpr const char* kWholeTimeline =
    "select e.*, "
    "(select group_concat(o.role || ' ' || n.id || ' ' || n.type || ' ' || n.name) from participant o "
    " join entity n on n.number = o.entity where o.event = e.number), "
    "(select group_concat(t.id || ' ' || r.own_id || ' ' || r.evidence || ' ' || r.span_begin || ' ' || "
    "r.span_end) "
    " from report r join article t on t.number = r.article where r.event = e.number) "
    "from (select first, event from participant where entity = ?1 order by first desc, event desc limit 50) "
    "p "
    "join event e on e.number = p.event order by p.first desc, p.event desc";

constexpr const char* kHop =
    "select b as other, first, event, type, role_a, role_b from edge where a = ?1 and first <= ?3 and "
    "first > ?2 - 31 and last >= ?2 union all select a, first, event, type, role_b, role_a from edge where b "
    "= ?1 and first <= ?3 and first > ?2 - 31 and last >= ?2 order by 2 desc limit 500";

// SQLite has no lateral join: the neighbours are asked one by one, as its users do.
constexpr const char* kNear =
    "select b as other, first, event from edge where a = ?1 union all select a, first, event from edge where "
    "b = ?1 order by 2 desc limit 100";

std::string WithNames(const char* edges) {
  return absl::StrCat("select h.*, n.id, n.name from (", edges, ") h join entity n on n.number = h.other");
}

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(const std::string& file) : file_(file) {
    Require(sqlite3_open(file.c_str(), &db_) == SQLITE_OK, "SQLite opens");
    for (const char* pragma :
         {"pragma journal_mode = off", "pragma synchronous = off", "pragma cache_size = -131072"})
      Run(pragma);
  }
  ~SqliteStore() override {
    for (const auto& [text, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }

  void Load(GraphData graph) override {
    for (const SqlTable& table : kTables)
      Run(absl::StrCat("create table ", table.name, " (", table.columns, ")"));
    Run("begin");
    ForEachRow(std::move(graph),
               [&](const SqlTable& table, const std::vector<std::string>& values) { Insert(table, values); });
    Run("commit");
    for (const char* statement : kIndexes) Run(statement);
  }

  uint64_t Bytes() override { return std::filesystem::file_size(file_); }

  size_t Timeline(uint32_t entity) override { return Ask(kTimeline, {entity}); }
  size_t WholeTimeline(uint32_t entity) override { return Ask(kWholeTimeline, {entity}); }
  size_t Hop(uint32_t entity, DayNumber first, DayNumber last) override {
    return Ask(kHop, {static_cast<int64_t>(entity), first, last});
  }
  size_t NamedHop(uint32_t entity, DayNumber first, DayNumber last) override {
    return Ask(WithNames(kHop), {static_cast<int64_t>(entity), first, last});
  }
  size_t TwoHops(uint32_t entity) override { return Walk(kNear, entity); }
  size_t NamedTwoHops(uint32_t entity) override { return Walk(WithNames(kNear), entity); }

 private:
  size_t Walk(const std::string& question, uint32_t entity) {
    std::vector<int64_t> near;
    size_t edges = Ask(question, {entity}, &near);
    const std::set<int64_t> neighbours(near.begin(), near.end());
    for (int64_t neighbour : neighbours) {
      if (edges >= kTwoHopEdges) break;
      edges += Ask(question, {neighbour});
    }
    return std::min<size_t>(edges, kTwoHopEdges);
  }

  void Run(const std::string& statement) {
    Require(sqlite3_exec(db_, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK,
            sqlite3_errmsg(db_));
  }

  sqlite3_stmt* Prepared(const std::string& text) {
    sqlite3_stmt*& statement = statements_[text];
    if (statement == nullptr)
      Require(sqlite3_prepare_v2(db_, text.c_str(), -1, &statement, nullptr) == SQLITE_OK,
              sqlite3_errmsg(db_));
    sqlite3_reset(statement);
    return statement;
  }

  void Insert(const SqlTable& table, const std::vector<std::string>& values) {
    std::string marks = "?";
    for (size_t i = 1; i < values.size(); ++i) marks += ",?";
    sqlite3_stmt* statement = Prepared(absl::StrCat("insert into ", table.name, " values (", marks, ")"));
    for (size_t i = 0; i < values.size(); ++i)
      sqlite3_bind_text(statement, static_cast<int>(i + 1), values[i].c_str(), -1, SQLITE_TRANSIENT);
    Require(sqlite3_step(statement) == SQLITE_DONE, sqlite3_errmsg(db_));
  }

  // Reads every column of every row, as a program would that wants them.
  size_t Ask(const std::string& text, const std::vector<int64_t>& parameters,
             std::vector<int64_t>* first = nullptr) {
    sqlite3_stmt* statement = Prepared(text);
    for (size_t i = 0; i < parameters.size(); ++i)
      sqlite3_bind_int64(statement, static_cast<int>(i + 1), parameters[i]);
    size_t rows = 0;
    for (; sqlite3_step(statement) == SQLITE_ROW; ++rows) {
      if (first != nullptr) first->push_back(sqlite3_column_int64(statement, 0));
      for (int i = 0; i < sqlite3_column_count(statement); ++i) seen_ += sqlite3_column_bytes(statement, i);
    }
    return rows;
  }

  const std::string file_;
  sqlite3* db_ = nullptr;
  std::map<std::string, sqlite3_stmt*> statements_;
  uint64_t seen_ = 0;
};

}  // namespace

std::unique_ptr<Store> MakeSqliteStore(const std::string& file) {
  return std::make_unique<SqliteStore>(file);
}

}  // namespace annals::query::bench
