// Which ids are one entity: asks query/identity about what an entry of the journal has changed.
#ifndef ANNALS_QUERY_INDEX_ENTITY_RESOLVER_H_
#define ANNALS_QUERY_INDEX_ENTITY_RESOLVER_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "annals/v1/journal.pb.h"
#include "query/identity/short_forms.h"
#include "query/index/entity_ledger.h"
#include "query/index/index_batch.h"
#include "query/index/mention_places.h"
#include "query/index/taught_rows.h"

namespace annals::query {

// A name that more entities share is no short form of any: bounds the work of one article.
inline constexpr size_t kMaxSharers = 100;

// Works on one batch. All arguments must outlive it.
class EntityResolver {
 public:
  EntityResolver(IndexBatch& batch, EntityLedger& ledger, MentionPlaces& places, TaughtRows& taught)
      : batch_(batch), ledger_(ledger), places_(places), taught_(taught) {}

  // What a user taught: names, a merge, or all of an id taken back.
  void Put(const v1::Entity& entity);
  void Merge(const v1::EntitiesMerged& merged);
  void Delete(const std::string& id);

  // Finds the short forms among those whose names changed, and among those that share a name with them.
  void ResolveShortForms(const std::map<EntityNumber, EntityLedger::Keys>& renamed);

  // Whether the id is a person's whom no list knows: may stand for several people.
  static bool MayHaveNamesakes(const rows::Entity& row);
  // Tells the people of one name apart. The articles whose mention is now another person's.
  std::vector<uint64_t> PartPeople(EntityNumber plain);

 private:
  template <typename Change>
  void Teach(const std::set<std::string>& ids, const Change& change);
  void Settle(const std::string& id);

  bool IsMentioned(EntityNumber entity);
  bool MayBeShort(EntityNumber entity);
  EntityNumber AfterMerges(EntityNumber entity);
  std::set<EntityNumber> SharersOf(const std::string& name_key);
  NamedEntity Named(EntityNumber entity);
  EntityNumber FullFormOf(EntityNumber entity);

  std::vector<EntityNumber> NamesakesOf(EntityNumber plain, const Places& places,
                                        const std::vector<size_t>& persons);
  void SetNamesakes(EntityNumber plain, std::vector<EntityNumber> namesakes);

  IndexBatch& batch_;
  EntityLedger& ledger_;
  MentionPlaces& places_;
  TaughtRows& taught_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTITY_RESOLVER_H_
