// The graph of the model: all edges of a moment in one list, walked without limits.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_GRAPH_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_GRAPH_H_

#include <map>
#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model_timeline.h"

namespace annals::query {

// What a request counts as edges.
struct ModelEdgeSelection {
  ModelSelection events;
  google::protobuf::RepeatedField<int> relation_types;  // none: all
  std::vector<std::string> family;  // the centre's: its units' events as in CountsForWhole
};

// Of an event that it takes part in, to each other participant.
std::vector<v1::Edge> EventEdges(const ModelEvent& event, const std::string& entity);

// The edges that `entity` sees. Between equals in rank (partners) they go out from the smaller id.
std::vector<v1::Edge> EdgesSeenFrom(const ModelMoment& moment, const std::string& entity,
                                    const ModelEdgeSelection& selection);

// Number of all edges of an entity, relations included.
size_t DegreeOf(const ModelMoment& moment, const std::string& entity);

struct ModelNeighborhood {
  std::map<std::string, int> distances;
  std::vector<v1::Edge> edges;  // each once, in no order
};
ModelNeighborhood NeighborhoodOf(const ModelMoment& moment, const std::string& entity,
                                 const v1::GetNeighborhoodRequest& request);

// The edge with the ends of partners in order of id: entity numbers decide in the index.
v1::Edge InOrderOfId(v1::Edge edge);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_GRAPH_H_
