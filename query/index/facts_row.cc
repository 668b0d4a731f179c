#include "query/index/facts_row.h"

namespace annals::query {
namespace {

rows::Facts FactsToRow(const BlockReport& report) {
  const ReportFacts& facts = report.facts;
  rows::Facts row;
  *row.mutable_ref() = ToRow(facts.ref);
  for (const auto& entities : facts.identity)
    row.add_identity()->mutable_numbers()->Add(entities.begin(), entities.end());
  row.mutable_agreeing()->Add(facts.agreeing.begin(), facts.agreeing.end());
  if (facts.span) {
    row.set_first_day(facts.span->first);
    row.set_last_day(facts.span->last);
  }
  if (facts.published) row.set_published(*facts.published);
  if (report.event != facts.ref) *row.mutable_event() = ToRow(report.event);
  return row;
}

BlockReport FactsFromRow(const rows::Facts& row) {
  ReportFacts facts{.ref = FromRow(row.ref())};
  for (const auto& entities : row.identity()) {
    facts.identity.emplace_back(entities.numbers().begin(), entities.numbers().end());
  }
  facts.agreeing.assign(row.agreeing().begin(), row.agreeing().end());
  if (row.has_first_day()) {
    facts.span = DaySpan{static_cast<DayNumber>(row.first_day()), static_cast<DayNumber>(row.last_day())};
  }
  if (row.has_published()) facts.published = static_cast<DayNumber>(row.published());
  const ReportRef event = row.has_event() ? FromRow(row.event()) : facts.ref;
  return {std::move(facts), event};
}

}  // namespace

rows::Block ToRow(const BlockReports& reports) {
  rows::Block row;
  for (const auto& [ref, report] : reports) *row.add_reports() = FactsToRow(report);
  return row;
}

BlockReports FromRow(const rows::Block& row) {
  BlockReports reports;
  for (const rows::Facts& facts : row.reports()) {
    BlockReport report = FactsFromRow(facts);
    const ReportRef ref = report.facts.ref;
    reports.emplace(ref, std::move(report));
  }
  return reports;
}

rows::Ref ToRow(ReportRef ref) {
  rows::Ref row;
  row.set_article(ref.article);
  row.set_ordinal(ref.ordinal);
  return row;
}

ReportRef FromRow(const rows::Ref& row) { return {row.article(), row.ordinal()}; }

}  // namespace annals::query
