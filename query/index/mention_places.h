// Where each id is mentioned: what has to be looked at again when it turns out to be somebody else.
//
// A few places are kept in the entity's own row, which is written anyway; more have rows of their own.
#ifndef ANNALS_QUERY_INDEX_MENTION_PLACES_H_
#define ANNALS_QUERY_INDEX_MENTION_PLACES_H_

#include <map>
#include <memory>

#include "absl/container/flat_hash_map.h"
#include "query/index/entity_ledger.h"
#include "query/index/index_batch.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// So many stay in the entity's row.
inline constexpr uint64_t kPlacesInRow = 32;

// By number of the article.
using Places = std::map<uint64_t, rows::MentionPlace>;

// Those in the entity's row; empty where they have rows of their own.
Places PlacesInRow(const rows::Entity& row);

// Works on one batch. All arguments must outlive it.
class MentionPlaces {
 public:
  MentionPlaces(IndexBatch& batch, EntityLedger& ledger) : batch_(batch), ledger_(ledger) {}

  // A place that is not known yet.
  void Add(EntityNumber id, const rows::MentionPlace& place);
  // One that is.
  void Replace(EntityNumber id, const rows::MentionPlace& place);
  void Remove(EntityNumber id, uint64_t article);

  // All of an id. Stays until the next change of the same id.
  const Places& All(EntityNumber id);
  // That of an article; empty where there is none.
  rows::MentionPlace At(EntityNumber id, uint64_t article);

 private:
  bool InRow(EntityNumber id);
  void PutRow(EntityNumber id, const rows::MentionPlace& place);
  void Store(EntityNumber id, const Places& places);

  IndexBatch& batch_;
  EntityLedger& ledger_;
  absl::flat_hash_map<EntityNumber, std::unique_ptr<Places>> loaded_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_MENTION_PLACES_H_
