#include "query/index/facts_row.h"

namespace annals::query {
namespace {

// What is left out of the row of a report that is the first of its event.
std::vector<OpenVersion> PlainVersions(const BlockReport& report) {
  if (report.event != report.report.facts.ref) return {};
  return {{report.report.known, kStillKnown, report.since}};
}

void AddVersions(const BlockReport& report, rows::Facts& row) {
  if (report.versions == PlainVersions(report)) return;
  for (const OpenVersion& version : report.versions) {
    rows::Version& out = *row.add_versions();
    out.set_known_from(version.known_from);
    if (version.known_to != kStillKnown) out.set_known_to(version.known_to);
    out.set_since(version.since);
  }
}

std::vector<OpenVersion> VersionsOf(const rows::Facts& row, const BlockReport& report) {
  if (row.versions().empty()) return PlainVersions(report);
  std::vector<OpenVersion> versions;
  for (const rows::Version& version : row.versions()) {
    const uint32_t to = version.known_to() == 0 ? kStillKnown : version.known_to();
    versions.push_back(
        {static_cast<DayNumber>(version.known_from()), static_cast<DayNumber>(to), version.since()});
  }
  return versions;
}

}  // namespace

rows::Facts ToRow(const BlockReport& report) {
  const ReportFacts& facts = report.report.facts;
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
  row.set_since(report.since);
  row.set_known(report.report.known);
  AddVersions(report, row);
  return row;
}

BlockReport FromRow(const rows::Facts& row) {
  BlockReport report{.report = {.facts = {.ref = FromRow(row.ref())}}};
  ReportFacts& facts = report.report.facts;
  for (const auto& entities : row.identity()) {
    facts.identity.emplace_back(entities.numbers().begin(), entities.numbers().end());
  }
  facts.agreeing.assign(row.agreeing().begin(), row.agreeing().end());
  if (row.has_first_day()) {
    facts.span = DaySpan{static_cast<DayNumber>(row.first_day()), static_cast<DayNumber>(row.last_day())};
  }
  if (row.has_published()) facts.published = static_cast<DayNumber>(row.published());
  report.report.known = static_cast<DayNumber>(row.known());
  report.since = row.since();
  report.event = row.has_event() ? FromRow(row.event()) : facts.ref;
  report.versions = VersionsOf(row, report);
  return report;
}

rows::Block ToRow(const BlockReports& reports) {
  rows::Block row;
  for (const auto& [ref, report] : reports) *row.add_reports() = ToRow(report);
  return row;
}

BlockReports FromRow(const rows::Block& row) {
  BlockReports reports;
  for (const rows::Facts& facts : row.reports()) {
    BlockReport report = FromRow(facts);
    const ReportRef ref = report.report.facts.ref;
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
