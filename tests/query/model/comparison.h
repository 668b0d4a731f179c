// The questions that are put to model and index, by subject. Each gives "" where both answer the same, else
// how they differ, for people.
#ifndef ANNALS_TESTS_QUERY_MODEL_COMPARISON_H_
#define ANNALS_TESTS_QUERY_MODEL_COMPARISON_H_

#include <string>

#include "absl/status/status.h"
#include "query/index/index.h"
#include "tests/query/model/model.h"
#include "tests/query/model/random_query.h"

namespace annals::query {

// compare_events.cc
std::string CompareAnswer(const Model& model, const Index& index, const v1::GetTimelineRequest& request);
std::string CompareAnswer(const Model& model, const Index& index, const v1::ListEventsRequest& request);
std::string CompareAnswer(const Model& model, const Index& index, const EventQuery& query);
// compare_graph.cc
std::string CompareAnswer(const Model& model, const Index& index, const v1::GetNeighborhoodRequest& request);
std::string CompareAnswer(const Model& model, const Index& index, const v1::FindPathsRequest& request);
// compare_entities.cc
std::string CompareAnswer(const Model& model, const Index& index, const v1::GetEntityRequest& request);
std::string CompareAnswer(const Model& model, const Index& index, const v1::SearchEntitiesRequest& request);
// compare_careers.cc
std::string CompareAnswer(const Model& model, const Index& index, const v1::GetTenuresRequest& request);
std::string CompareAnswer(const Model& model, const Index& index, const v1::GetFlowsRequest& request);
// compare_streams.cc
std::string CompareAnswer(const Model& model, const Index& index, const v1::ExportGraphRequest& request);
std::string CompareAnswer(const Model& model, const Index& index, const v1::WatchEventsRequest& request);

// Nothing of a past is asked for; names and counts are those of the present.
inline bool IsPresent(const v1::AsOf& as_of) { return as_of.known_on().empty() && as_of.revision() == 0; }

// The entity that model and index take a text for. `ends`: there is nothing more to compare, and `differ`
// says whether they agree so far.
struct ComparedLookup {
  std::string entity;
  bool ends = false;
  std::string differ;
};
ComparedLookup CompareLookup(const Model& model, const v1::AsOf& as_of, const std::string& id_or_name,
                             const absl::Status& status);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_COMPARISON_H_
