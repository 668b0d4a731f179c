// Mentions in an article's row that say what the arguments of its reports say, too: most of them. Id and name
// are left out then, which takes a fifth off the room of articles and reports.
#ifndef ANNALS_QUERY_INDEX_TOLD_MENTIONS_H_
#define ANNALS_QUERY_INDEX_TOLD_MENTIONS_H_

#include "query/index/event_writer.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// `reports`: all that the article has. RestoreToldMentions takes back what ShortenToldMentions did.
void ShortenToldMentions(const ArticleReports& reports, rows::Article& row);
void RestoreToldMentions(const ArticleReports& reports, rows::Article& row);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_TOLD_MENTIONS_H_
