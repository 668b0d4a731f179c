// Which entity the model takes an id or a name for, and what a search for a name finds.
#ifndef ANNALS_TESTS_QUERY_MODEL_MODEL_LOOKUP_H_
#define ANNALS_TESTS_QUERY_MODEL_MODEL_LOOKUP_H_

#include <set>
#include <string>
#include <vector>

#include "annals/v1/query_service.pb.h"
#include "tests/query/model/model.h"

namespace annals::query {

// Several candidates: ambiguous. None: not found.
using ModelCandidates = std::set<std::string>;

// An id wins over any name; who is called so over those that have it as an alias. Of several one is meant
// where he has ten times the edges of any other, or where all the others are parts of him. Names are looked
// up at the present only.
ModelCandidates LookUp(const Model& model, ModelPast past, const std::string& id_or_name);

// In which of the three tiers an entity matches: exactly, by a beginning, by a part of a name.
enum class ModelTier { kExact, kBeginning, kPart, kNone };
ModelTier TierOf(const ModelEntity& entity, const std::string& text);

// Sorts like the answer; entities of one rank are in no order.
struct ModelMatch {
  ModelTier tier = ModelTier::kNone;
  size_t edges = 0;
  std::string id;
};
std::vector<ModelMatch> Search(const Model& model, const v1::SearchEntitiesRequest& request);

}  // namespace annals::query

#endif  // ANNALS_TESTS_QUERY_MODEL_MODEL_LOOKUP_H_
