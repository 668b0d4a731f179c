// Entities as articles come and go: their names with counts, so that what one article brought can be taken
// back exactly.
#ifndef ANNALS_QUERY_INDEX_ENTITY_LEDGER_H_
#define ANNALS_QUERY_INDEX_ENTITY_LEDGER_H_

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "annals/v1/entity.pb.h"
#include "common/names/name_keys.h"
#include "query/index/index_batch.h"
#include "query/index/index_keys.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// Works on one batch; keeps the entities it has seen until Flush. All arguments must outlive it.
class EntityLedger {
 public:
  EntityLedger(IndexBatch& batch, const NameKeys& names, rows::Meta& meta)
      : batch_(batch), names_(names), meta_(meta) {}

  // An article mentions the entity: counts its names. An id the index does not know gets the next number.
  rows::Mention AddMention(const v1::Entity& entity);
  // The article is gone.
  void RemoveMention(const rows::Mention& mention);

  // The entity takes part in one event more (sign 1) or fewer (-1), which gives it `edges` edges.
  void CountEvent(EntityNumber entity, SpanClass span_class, uint64_t edges, int sign);
  // A relation edge more or fewer.
  void CountEdge(EntityNumber entity, int sign);
  // A past version of an event has a row of the entity.
  void NotePast(EntityNumber entity, SpanClass span_class);

  // To be called after each journal entry: entities that no article mentions any more become past. At the end
  // of the entry, not of the batch: rows must not depend on where batches end.
  void SettleEntry();

  // Puts the changed entities into the batch.
  void Flush();

 private:
  using NameRows = std::set<std::pair<std::string, NameRank>>;

  rows::Entity& At(EntityNumber entity);
  EntityNumber NumberOf(const v1::Entity& entity);
  void CountNames(EntityNumber number, const rows::Mention& mention, int sign);
  NameRows NameRowsOf(const rows::Entity& entity) const;
  void ReplaceNameRows(EntityNumber number, const NameRows& before, const NameRows& after);
  void MoveToPast(EntityNumber number, rows::Entity last);
  EntityNumber TakeFromPast(const std::string& entity_id);

  IndexBatch& batch_;
  const NameKeys& names_;
  rows::Meta& meta_;
  absl::flat_hash_map<EntityNumber, std::unique_ptr<rows::Entity>> entities_;
  absl::flat_hash_map<std::string, EntityNumber> numbers_;
  std::map<EntityNumber, rows::Entity> unmentioned_;  // by this entry, as they were before it
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTITY_LEDGER_H_
