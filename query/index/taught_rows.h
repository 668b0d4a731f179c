// What users taught, by id: names (EntityPut) and merges (EntitiesMerged).
#ifndef ANNALS_QUERY_INDEX_TAUGHT_ROWS_H_
#define ANNALS_QUERY_INDEX_TAUGHT_ROWS_H_

#include <set>
#include <string>

#include "query/index/index_batch.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// Works on one batch. Costs nothing while nothing is taught. All arguments must outlive it.
class TaughtRows {
 public:
  TaughtRows(IndexBatch& batch, rows::Meta& meta) : batch_(batch), meta_(meta) {}

  // Empty where nothing is taught.
  rows::Taught Get(const std::string& id);
  void PutEntity(const v1::Entity& entity);
  // An id that was merged before is merged anew.
  void Merge(const std::string& from, const std::string& into);
  // Takes back the names of the id, and every merge from it or into it.
  void Delete(const std::string& id);

  // The id at the end of the merges from `id`; itself where it was not merged. The extractor refuses merges
  // in a circle; from one that comes all the same, the smallest id is the end.
  std::string EndOf(const std::string& id);
  // The id and all that are merged into it, directly or not.
  std::set<std::string> MergedInto(const std::string& id);
  // Whether a user told who this is: its names, or a merge. A merge of one of its own namesakes into it tells
  // only who that one is.
  bool IsTold(const std::string& id);

 private:
  void Put(const std::string& id, const rows::Taught& before, const rows::Taught& after);
  void TakeBackMerge(const std::string& from);

  IndexBatch& batch_;
  rows::Meta& meta_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_TAUGHT_ROWS_H_
