#include "query/service/graph_export.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "query/export/graph_writer.h"
#include "query/graph/graph_edge.h"
#include "query/index/event_rows.h"
#include "query/index/event_scan.h"
#include "query/service/answer_parts.h"
#include "query/service/request_checks.h"
#include "query/timeline/timeline.h"

namespace annals::query {
namespace {

constexpr size_t kAtOnce = 256;

class Export {
 public:
  Export(const IndexView& view, const v1::ExportGraphRequest& request, EventSelection selection,
         WorkBudget& budget, const TakeChunk& take)
      : view_(view),
        request_(request),
        selection_(std::move(selection)),
        budget_(budget),
        take_(take),
        writer_(MakeGraphWriter(request.format())),
        written_(view.meta().last_entity() + 1) {}

  absl::Status Run() {
    writer_->Begin(out_);
    const bool whole = request_.filter().ByteSizeLong() == 0 && request_.as_of().ByteSizeLong() == 0;
    if (whole) ANNALS_RETURN_IF_ERROR(WriteAllEntities());
    ANNALS_RETURN_IF_ERROR(WriteEvents());
    ANNALS_RETURN_IF_ERROR(WriteRelations());
    writer_->End(out_);
    return Flush(0);
  }

 private:
  // Ends the export where the client went away, too.
  absl::Status Flush(size_t keep) {
    while (out_.size() > keep) {
      const size_t size = std::min(out_.size(), kExportChunkBytes);
      if (!take_(out_.substr(0, size))) return absl::CancelledError("the client went away");
      out_.erase(0, size);
    }
    budget_.Spend();
    return budget_.status();
  }

  absl::Status WriteAllEntities() {
    for (EntityNumber first = 1; first < written_.size(); first += kAtOnce) {
      std::vector<EntityNumber> numbers;
      for (EntityNumber n = first; n < written_.size() && n < first + kAtOnce; ++n) numbers.push_back(n);
      ANNALS_RETURN_IF_ERROR(ReadNodes(numbers));
      ANNALS_RETURN_IF_ERROR(Flush(kExportChunkBytes - 1));
    }
    return absl::OkStatus();
  }

  // Into nodes_; those that are new into the file.
  absl::Status ReadNodes(std::vector<EntityNumber> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    nodes_.clear();
    ANNALS_ASSIGN_OR_RETURN(std::vector<EntityRecord> records, view_.ReadEntities(numbers));
    for (EntityRecord& record : records) {
      const GraphNode& node = nodes_[record.number] = {record.number, record.entity.ToProto()};
      if (record.is_another || record.number >= written_.size() || written_[record.number]) continue;
      written_[record.number] = true;
      writer_->Node(node, out_);
    }
    return absl::OkStatus();
  }

  absl::Status WriteEvents() {
    std::vector<v1::EventType> types;
    for (int type = v1::EventType_MIN + 1; type <= v1::EventType_MAX; ++type) {
      if (selection_.types.none() || selection_.types[type])
        types.push_back(static_cast<v1::EventType>(type));
    }
    EventScan scan(view_, types, RangeOf(selection_, ScanOrder::kOldestFirst, std::nullopt), budget_);
    std::vector<IndexView::EventToRead> events;
    while (scan.Next()) {
      if (!selection_.Accepts(scan.position(), scan.header())) continue;
      events.push_back({scan.position().event, scan.header().merged});
      if (events.size() == kAtOnce) ANNALS_RETURN_IF_ERROR(WriteEdgesOf(std::exchange(events, {})));
    }
    ANNALS_RETURN_IF_ERROR(scan.status());
    return WriteEdgesOf(events);
  }

  absl::Status WriteEdgesOf(const std::vector<IndexView::EventToRead>& events) {
    ANNALS_ASSIGN_OR_RETURN(const std::vector<StoredEvent> stored, view_.ReadEvents(events));
    std::vector<GraphEdge> edges;
    for (size_t i = 0; i < stored.size(); ++i) {
      const EventRows rows = RowsOf(stored[i].ref, stored[i].told, events[i].merged, 0);
      for (const EventRows::Participant& participant : rows.participants) {
        EventHeader header;
        if (!DecodeHeader(participant.header, header)) continue;
        for (const HeaderEdge& edge : header.edges) {
          GraphEdge made = EdgeOfEvent(participant.entity, rows.position, header, edge);
          // Each edge is seen from both its ends.
          if (made.from == participant.entity) edges.push_back(std::move(made));
        }
      }
    }
    return WriteEdges(edges, stored);
  }

  absl::Status WriteRelations() {
    for (EntityNumber first = 1; first < written_.size(); first += kAtOnce) {
      std::vector<GraphEdge> edges;
      for (EntityNumber n = first; n < written_.size() && n < first + kAtOnce; ++n)
        ANNALS_RETURN_IF_ERROR(AddRelationsOf(n, edges));
      ANNALS_RETURN_IF_ERROR(WriteEdges(edges, {}));
    }
    return absl::OkStatus();
  }

  absl::Status AddRelationsOf(EntityNumber entity, std::vector<GraphEdge>& edges) {
    for (int type = v1::RelationType_MIN + 1; type <= v1::RelationType_MAX; ++type) {
      const IndexView::WayAndType out{RelationWay::kOut, static_cast<v1::RelationType>(type)};
      ANNALS_ASSIGN_OR_RETURN(auto relations,
                              view_.ReadRelations(entity, out, limits::kReadRows, selection_.true_on));
      for (StoredRelation& relation : relations) edges.push_back(EdgeOfRelation(std::move(relation)));
      budget_.Spend(relations.size() + 1);
      ANNALS_RETURN_IF_ERROR(budget_.status());
    }
    return absl::OkStatus();
  }

  absl::Status WriteEdges(const std::vector<GraphEdge>& edges, const std::vector<StoredEvent>& events) {
    std::vector<EntityNumber> numbers;
    for (const GraphEdge& edge : edges) numbers.insert(numbers.end(), {edge.from, edge.to});
    ANNALS_RETURN_IF_ERROR(ReadNodes(numbers));
    AnswerEntities entities(view_);
    for (const auto& [number, node] : nodes_)
      entities.Know({.number = number, .entity = EntityBytes(node.entity)});
    const EventsByRef by_ref = ByRef(events);
    for (const GraphEdge& edge : edges) {
      const auto from = nodes_.find(edge.from);
      const auto to = nodes_.find(edge.to);
      if (from == nodes_.end() || to == nodes_.end()) continue;
      writer_->Edge(ToEdge(edge, by_ref, entities), from->second, to->second, out_);
    }
    return Flush(kExportChunkBytes - 1);
  }

  const IndexView& view_;
  const v1::ExportGraphRequest& request_;
  const EventSelection selection_;
  WorkBudget& budget_;
  const TakeChunk& take_;
  const std::unique_ptr<GraphWriter> writer_;
  std::vector<bool> written_;
  absl::flat_hash_map<EntityNumber, GraphNode> nodes_;
  std::string out_;
};

}  // namespace

absl::Status Check(const v1::ExportGraphRequest& request) {
  ANNALS_RETURN_IF_ERROR(CheckEnum("format", request.format(), v1::ExportFormat_IsValid));
  ANNALS_RETURN_IF_ERROR(CheckFilter(request.filter()).status());
  return CheckAsOf(request.as_of());
}

absl::Status ExportGraph(const IndexView& view, const v1::ExportGraphRequest& request, WorkBudget& budget,
                         const TakeChunk& take) {
  ANNALS_ASSIGN_OR_RETURN(EventSelection selection, CheckFilter(request.filter(), request.as_of()));
  selection.roles.reset();
  return Export(view, request, std::move(selection), budget, take).Run();
}

}  // namespace annals::query
