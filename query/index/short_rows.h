// Rows of articles and reports without what their keys and their other fields say: they are half of the
// store.
#ifndef ANNALS_QUERY_INDEX_SHORT_ROWS_H_
#define ANNALS_QUERY_INDEX_SHORT_ROWS_H_

#include <cstdint>

#include "query/index/rows.pb.h"

namespace annals::query {

// For a row under ArticleKey(number): leaves out the number, and the day from which on it is known where that
// is its day of publication; its revision becomes what it is more than the number. Lengthen takes that back.
void Shorten(uint64_t number, rows::Article& row);
void Lengthen(uint64_t number, rows::Article& row);

// For a row under ReportKey of this article: `since` likewise.
void Shorten(uint64_t article, rows::Report& row);
void Lengthen(uint64_t article, rows::Report& row);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_SHORT_ROWS_H_
