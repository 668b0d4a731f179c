// The rows of relations: one an article and direction, and one that counts the articles, so that an edge is
// counted once.
#ifndef ANNALS_QUERY_INDEX_RELATION_ROWS_H_
#define ANNALS_QUERY_INDEX_RELATION_ROWS_H_

#include "query/index/entity_ledger.h"
#include "query/index/index_batch.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// Writes, or takes back, what an article states of relations, with the entry of this revision. What is taken
// back becomes past.
void AddRelations(const rows::Article& article, uint64_t revision, IndexBatch& batch, EntityLedger& ledger);
void RemoveRelations(const rows::Article& article, uint64_t revision, IndexBatch& batch,
                     EntityLedger& ledger);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_RELATION_ROWS_H_
