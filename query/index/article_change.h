// What an entry of the journal makes of an article: its rows and reports before and after.
#ifndef ANNALS_QUERY_INDEX_ARTICLE_CHANGE_H_
#define ANNALS_QUERY_INDEX_ARTICLE_CHANGE_H_

#include <optional>
#include <string>

#include "annals/v1/journal.pb.h"
#include "query/index/entity_ledger.h"
#include "query/index/event_writer.h"
#include "query/index/rows.pb.h"

namespace annals::query {

struct ArticleChange {
  std::optional<rows::Article> before;
  std::optional<rows::Article> after;
  ArticleReports old_reports;
  ArticleReports new_reports;
  bool renamed = false;  // reports or relations are new, or name other entities than before
};

// The id of the extraction behind a mention.
EntityNumber IdOf(const rows::Mention& mention);

// Takes an extraction over: article, mentions, relations and reports, all by the ids of the extraction. What
// it gets wrong by the contract is left out. The number, `known` and the revision are the
// caller's to set before.
void ReadExtraction(const v1::ArticleExtracted& extracted, EntityLedger& ledger, ArticleChange& change);

// Lets relations and reports name the entities that the mentions are. False where they named the same ones
// before.
bool NameEntities(EntityLedger& ledger, ArticleChange& change);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_ARTICLE_CHANGE_H_
