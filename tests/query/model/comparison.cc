#include "tests/query/model/comparison.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tests/query/model/model_lookup.h"

namespace annals::query {

ComparedLookup CompareLookup(const Model& model, const v1::AsOf& as_of, const std::string& id_or_name,
                             const absl::Status& status) {
  const ModelCandidates candidates = LookUp(model, model.PastOf(as_of), id_or_name);
  const std::string& entity = candidates.empty() ? id_or_name : *candidates.begin();
  const bool visible = model.At(model.PastOf(as_of)).entities().contains(entity);
  // A read of the past may know an entity that nothing visible mentions: then it has nothing to say of it.
  const bool silent = !visible && !IsPresent(as_of);
  if (candidates.size() <= 1 && status.ok() && (visible || silent)) return {entity};
  if (candidates.size() <= 1 && absl::IsNotFound(status) && !visible) return {"", true, ""};
  if (candidates.size() > 1 && absl::IsFailedPrecondition(status)) return {"", true, ""};
  return {"", true,
          absl::StrCat("  model takes ", id_or_name, " for {", absl::StrJoin(candidates, " "),
                       "}, index: ", status.ToString(), "\n")};
}

}  // namespace annals::query
