// Reads the edges of entities into a LinkGraph, within limits.
#ifndef ANNALS_QUERY_GRAPH_LINK_READER_H_
#define ANNALS_QUERY_GRAPH_LINK_READER_H_

#include <cstddef>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "query/graph/edge_selection.h"
#include "query/graph/link_graph.h"
#include "query/index/index_view.h"
#include "query/index/work_budget.h"

namespace annals::query {

// For one thread; what it is made of outlives it.
class LinkReader {
 public:
  struct Limits {
    size_t edges = 0;  // that count, of one entity
    size_t rows = 0;   // read for one entity
  };
  LinkReader(const IndexView& view, const EdgeSelection& selection, const Limits& limits, WorkBudget& budget)
      : view_(view), selection_(selection), limits_(limits), budget_(budget) {}

  // Each entity once, those with few edges first, until `rows` rows have been read.
  absl::Status Read(std::vector<EntityRecord> entities, size_t rows);

  const LinkGraph& graph() const { return graph_; }
  LinkGraph& graph() { return graph_; }
  // Rows that Read takes for them at most.
  size_t CostOf(const std::vector<EntityRecord>& entities) const;
  // Something was left out.
  bool truncated() const { return truncated_; }

 private:
  absl::Status ReadOne(const EntityRecord& entity);
  // Those that count, newest first.
  absl::StatusOr<std::vector<StoredRelation>> ReadRelations(const EntityRecord& entity);
  absl::StatusOr<size_t> ReadEvents(const EntityRecord& entity, size_t limit);

  const IndexView& view_;
  const EdgeSelection& selection_;
  const Limits limits_;
  WorkBudget& budget_;
  LinkGraph graph_;
  absl::flat_hash_set<EntityNumber> read_;
  size_t rows_ = 0;
  bool truncated_ = false;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_GRAPH_LINK_READER_H_
