// Keeps who is who in step with the journal: when an entry of it changes which ids are one entity, the
// articles that mention them are brought to name the right ones, with the entry.
#ifndef ANNALS_QUERY_INDEX_IDENTITY_PASS_H_
#define ANNALS_QUERY_INDEX_IDENTITY_PASS_H_

#include <map>
#include <set>

#include "query/identity/affiliations.h"
#include "query/index/article_change.h"
#include "query/index/entity_ledger.h"
#include "query/index/entity_resolver.h"
#include "query/index/event_writer.h"
#include "query/index/index_batch.h"
#include "query/index/mention_places.h"

namespace annals::query {

// The entry's own article first, then all that it moves, by number.
using ArticleChanges = std::map<uint64_t, ArticleChange>;

// Works on one batch. All arguments must outlive it.
class IdentityPass {
 public:
  IdentityPass(IndexBatch& batch, EntityLedger& ledger, EntityResolver& resolver, MentionPlaces& places,
               EventWriter& events)
      : batch_(batch), ledger_(ledger), resolver_(resolver), places_(places), events_(events) {}

  // `changes`: the entry's own article by its number, or nothing; `own` is that number. Adds the articles
  // that are touched, lets all of them name the right entities, and counts their mentions. Those that stay as
  // they are leave `changes`.
  void Run(uint64_t own, ArticleChanges& changes);

 private:
  void CountIds(const ArticleChange& own);
  void OpenArticlesOf(EntityNumber entity, ArticleChanges& changes);
  void Open(uint64_t article, ArticleChanges& changes);

  void PlacePeople(const ArticleChange& change, std::set<EntityNumber>& people);
  Affiliations AffiliationsIn(const ArticleChange& change);
  bool PlacePerson(EntityNumber id, const ArticleChange& change, bool known,
                   const Affiliations& affiliations);
  bool AssignPeople(bool own, ArticleChange& change);

  IndexBatch& batch_;
  EntityLedger& ledger_;
  EntityResolver& resolver_;
  MentionPlaces& places_;
  EventWriter& events_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_IDENTITY_PASS_H_
