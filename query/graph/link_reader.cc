#include "query/graph/link_reader.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "common/status_macros.h"
#include "query/index/event_scan.h"
#include "query/timeline/timeline.h"

namespace annals::query {
namespace {

// What opening the rows of an entity costs, in rows.
constexpr size_t kRowsPerEntity = 16;

bool FewerEdges(const EntityRecord& a, const EntityRecord& b) {
  return std::tie(a.edge_count, a.number) < std::tie(b.edge_count, b.number);
}

}  // namespace

size_t LinkReader::CostOf(const std::vector<EntityRecord>& entities) const {
  size_t rows = 0;
  for (const EntityRecord& entity : entities)
    rows += kRowsPerEntity + std::min<size_t>(entity.edge_count, limits_.edges);
  return rows;
}

absl::Status LinkReader::Read(std::vector<EntityRecord> entities, size_t rows) {
  std::sort(entities.begin(), entities.end(), FewerEdges);
  const size_t last_row = rows_ + rows;
  for (const EntityRecord& entity : entities) {
    if (read_.contains(entity.number)) continue;
    if (rows_ >= last_row) {
      truncated_ = true;
      break;
    }
    read_.insert(entity.number);
    ANNALS_RETURN_IF_ERROR(ReadOne(entity));
  }
  return budget_.status();
}

// Relations take up to half of the edges, and more where events leave room.
absl::Status LinkReader::ReadOne(const EntityRecord& entity) {
  rows_ += kRowsPerEntity;
  ANNALS_ASSIGN_OR_RETURN(std::vector<StoredRelation> relations, ReadRelations(entity));
  const size_t reserved = std::min(relations.size(), limits_.edges / 2);
  ANNALS_ASSIGN_OR_RETURN(const size_t events, ReadEvents(entity, limits_.edges - reserved));
  if (relations.size() > limits_.edges - events) {
    truncated_ = true;
    relations.resize(limits_.edges - events);
  }
  for (StoredRelation& relation : relations) graph_.Add(std::move(relation));
  return absl::OkStatus();
}

absl::StatusOr<std::vector<StoredRelation>> LinkReader::ReadRelations(const EntityRecord& entity) {
  if (view_.HasNoRelations(entity)) return std::vector<StoredRelation>();
  ANNALS_ASSIGN_OR_RETURN(
      std::vector<StoredRelation> relations,
      view_.ReadRelations(entity.number, std::nullopt, limits_.edges + 1, selection_.events.true_on));
  rows_ += relations.size();
  if (!budget_.Spend(relations.size())) truncated_ = true;
  if (relations.size() > limits_.edges) truncated_ = true;
  std::erase_if(relations, [&](const StoredRelation& relation) { return !selection_.Accepts(relation); });
  const auto day = [](const StoredRelation& relation) {
    const std::optional<DaySpan> span = SpanOf(relation.time);
    return span ? span->first : -1;
  };
  std::stable_sort(relations.begin(), relations.end(),
                   [&](const StoredRelation& a, const StoredRelation& b) { return day(a) > day(b); });
  return relations;
}

// How many edges.
absl::StatusOr<size_t> LinkReader::ReadEvents(const EntityRecord& entity, size_t limit) {
  EventSelection either_role = selection_.events;
  either_role.roles.reset();
  EventScan scan(view_, entity, RangeOf(either_role, ScanOrder::kNewestFirst, std::nullopt), budget_);
  size_t edges = 0;
  for (size_t rows = 0; scan.Next(); ++rows, ++rows_) {
    if (rows == limits_.rows) {
      truncated_ = true;
      return edges;
    }
    if (!either_role.Accepts(scan.position(), scan.header())) continue;
    for (const HeaderEdge& edge : scan.header().edges) {
      if (!selection_.AcceptsRoles(edge)) continue;
      if (edges == limit) {
        truncated_ = true;
        return edges;
      }
      ++edges;
      graph_.Add(entity.number, scan.position(), scan.header(), edge);
    }
  }
  ANNALS_RETURN_IF_ERROR(scan.status());
  if (scan.truncated()) truncated_ = true;
  return edges;
}

}  // namespace annals::query
