// A graph as text, node by node and edge by edge: JSON Lines, GraphML, DOT, Mermaid, CSV.
#ifndef ANNALS_QUERY_EXPORT_GRAPH_WRITER_H_
#define ANNALS_QUERY_EXPORT_GRAPH_WRITER_H_

#include <cstdint>
#include <memory>
#include <string>

#include "annals/v1/query_service.pb.h"

namespace annals::query {

// An end of an edge: its number is its name within the file.
struct GraphNode {
  uint64_t number = 0;
  v1::Entity entity;
};

// Appends to `out`; what is appended in the order Begin, then nodes and edges, each node before its edges,
// then End is a valid file, whatever the names hold. For one thread.
class GraphWriter {
 public:
  virtual ~GraphWriter() = default;
  virtual void Begin(std::string&) {}
  virtual void Node(const GraphNode& node, std::string& out) = 0;
  virtual void Edge(const v1::Edge& edge, const GraphNode& from, const GraphNode& to, std::string& out) = 0;
  virtual void End(std::string&) {}
};

// JSON Lines: {"node": Entity} and {"edge": Edge} as proto3 JSON. CSV has the edges
// only.
std::unique_ptr<GraphWriter> MakeGraphWriter(v1::ExportFormat format);

}  // namespace annals::query

#endif  // ANNALS_QUERY_EXPORT_GRAPH_WRITER_H_
