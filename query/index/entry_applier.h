// What a journal entry does to the rows of the index.
#ifndef ANNALS_QUERY_INDEX_ENTRY_APPLIER_H_
#define ANNALS_QUERY_INDEX_ENTRY_APPLIER_H_

#include "annals/v1/journal.pb.h"
#include "common/names/name_keys.h"
#include "query/index/article_change.h"
#include "query/index/entity_ledger.h"
#include "query/index/entity_resolver.h"
#include "query/index/event_writer.h"
#include "query/index/identity_pass.h"
#include "query/index/index_batch.h"
#include "query/index/index_caches.h"
#include "query/index/mention_places.h"
#include "query/index/taught_rows.h"

namespace annals::query {

// Applies entries in order to one batch; the rows they give are the same however the journal is cut into
// batches. What an extraction gets wrong by the contract (an argument that names no entity of the extraction,
// an event without a type) is left out, never an error: an entry that cannot be applied would stop the index
// for good. All arguments must outlive it.
class EntryApplier {
 public:
  EntryApplier(IndexBatch& batch, const NameKeys& names, rows::Meta& meta, RememberedEntities& remembered);

  // The entry's revision is the one after meta's; meta then shows it.
  void Apply(const v1::JournalEntry& entry);

  // To be called once, before the batch is committed. Gives what may be another now.
  ChangedRows Finish();

 private:
  void Extract(const v1::ArticleExtracted& extracted, const v1::JournalEntry& entry, ArticleChange& own);
  void Write(bool own, ArticleChange& change, uint64_t revision);
  void WriteArticle(bool own, ArticleChange& change, uint64_t revision);

  IndexBatch& batch_;
  rows::Meta& meta_;
  TaughtRows taught_;
  EntityLedger ledger_;
  MentionPlaces places_;
  EntityResolver resolver_;
  EventWriter events_;
  IdentityPass identity_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ENTRY_APPLIER_H_
