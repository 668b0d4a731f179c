// Entities as articles come and go: their names with counts, so that what one article brought can be taken
// back exactly, and who is whom.
//
// An id that an article gives has a number. As a rule it is an entity of its own; where it is another one
// (Entity.same_as), it keeps its own names and mentions, and the other one has it among its members.
#ifndef ANNALS_QUERY_INDEX_ENTITY_LEDGER_H_
#define ANNALS_QUERY_INDEX_ENTITY_LEDGER_H_

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "annals/v1/entity.pb.h"
#include "common/names/name_keys.h"
#include "query/index/index_batch.h"
#include "query/index/index_keys.h"
#include "query/index/remembered_entities.h"
#include "query/index/rows.pb.h"
#include "query/index/taught_rows.h"

namespace annals::query {

// Works on one batch, until Flush. All arguments must outlive it.
class EntityLedger {
 public:
  EntityLedger(IndexBatch& batch, const NameKeys& names, rows::Meta& meta, TaughtRows& taught,
               RememberedEntities& remembered)
      : batch_(batch), names_(names), meta_(meta), taught_(taught), remembered_(remembered) {
    remembered_.BeginBatch();
  }

  // An id the index does not know gets the next number; what users taught of it holds at once.
  EntityNumber NumberOf(const std::string& id, v1::EntityType type);
  // kNoEntity where the index does not know it.
  EntityNumber Find(const std::string& id);
  rows::Entity& At(EntityNumber entity);
  EntityNumber SameAs(EntityNumber entity);  // itself, as a rule

  // An article calls the entity so (sign 1), or does no longer (-1).
  void CountNames(EntityNumber entity, const rows::Mention& mention, int sign);
  // A user does.
  void CountTaughtNames(EntityNumber entity, const v1::Entity& taught, int sign);
  // Says who the entity is; `other` may be itself, and is itself no other one.
  void SetSame(EntityNumber entity, EntityNumber other, rows::Identity identity);
  void SetTaught(EntityNumber entity, bool taught);

  // The entity takes part in one event more (sign 1) or fewer (-1), which gives it `edges` edges.
  void CountEvent(EntityNumber entity, SpanClass span_class, uint64_t edges, int sign);
  // A relation edge more or fewer.
  void CountEdge(EntityNumber entity, int sign);
  // A past version of an event has a row of the entity.
  void NotePast(EntityNumber entity, SpanClass span_class);

  // Name keys of the entity's own names, with the best rank of each.
  using Keys = std::map<std::string, NameRank>;
  Keys KeysOf(const rows::Entity& entity) const;

  // What changed since it was last asked for: whose names are others (with the keys they had before), who is
  // somebody else than before, of whom users taught something or nothing any more.
  struct Changes {
    std::map<EntityNumber, Keys> renamed;
    std::set<EntityNumber> moved;
    std::set<EntityNumber> retaught;
  };
  Changes TakeChanges() { return std::exchange(changes_, Changes()); }

  // To be called after each journal entry: entities that no article mentions any more become past. At the end
  // of the entry, not of the batch: rows must not depend on where batches end.
  void SettleEntry();

  // Puts the changed entities into the batch. Gives all that may be others now.
  std::vector<EntityNumber> Flush();

 private:
  rows::Entity& Remember(EntityNumber entity, rows::Entity row);
  void Learn(EntityNumber entity, const std::string& id);
  template <typename Change>
  void ChangeNames(EntityNumber entity, const Change& change);
  void PutNameRows(EntityNumber entity, const Keys& before, const Keys& after);
  void PutIdRow(EntityNumber entity);
  void Remove(EntityNumber entity, rows::Entity last);
  void MoveToPast(EntityNumber number, const rows::Entity& last);
  EntityNumber TakeFromPast(const std::string& entity_id);

  IndexBatch& batch_;
  const NameKeys& names_;
  rows::Meta& meta_;
  TaughtRows& taught_;
  RememberedEntities& remembered_;
  std::vector<EntityNumber> touched_;
  Changes changes_;
  std::set<EntityNumber> removed_;
  std::map<EntityNumber, rows::Entity> unmentioned_;  // by this entry, as they were before it
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTITY_LEDGER_H_
