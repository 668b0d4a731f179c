#include "query/index/short_rows.h"

#include "query/events/day_span.h"

namespace annals::query {
namespace {

uint32_t PublishedDay(const rows::Article& row) {
  return static_cast<uint32_t>(ParseDayNumber(row.article().published_at()).value_or(0));
}

}  // namespace

void Shorten(uint64_t number, rows::Article& row) {
  row.clear_number();
  row.set_revision(row.revision() - number);
  if (row.known() == PublishedDay(row)) row.clear_known();
}

void Lengthen(uint64_t number, rows::Article& row) {
  row.set_number(number);
  row.set_revision(row.revision() + number);
  if (row.known() == 0) row.set_known(PublishedDay(row));
}

void Shorten(uint64_t article, rows::Report& row) { row.set_since(row.since() - article); }

void Lengthen(uint64_t article, rows::Report& row) { row.set_since(row.since() + article); }

}  // namespace annals::query
