#include "query/index/facts_row.h"

#include <algorithm>
#include <utility>

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

using Numbers = google::protobuf::RepeatedField<uint64_t>;

void AddIdentity(const std::vector<EntityNumber>& entities, EntityNumber block, Numbers& row) {
  if (entities.size() == 1 && entities.front() == block) {
    row.Add(1);
    return;
  }
  row.Add(entities.empty() ? 0 : entities.size() + 1);
  row.Add(entities.begin(), entities.end());
}

std::vector<std::vector<EntityNumber>> IdentityOf(const Numbers& row, EntityNumber block) {
  std::vector<std::vector<EntityNumber>> identity;
  for (auto at = row.begin(); at != row.end();) {
    const uint64_t head = *at++;
    std::vector<EntityNumber>& entities = identity.emplace_back();
    if (head == 1) entities.push_back(block);
    if (head <= 1) continue;
    const auto size = std::min<uint64_t>(head - 1, row.end() - at);
    entities.assign(at, at + static_cast<int>(size));
    at += static_cast<int>(size);
  }
  return identity;
}

}  // namespace

rows::Facts ToRow(const BlockReport& report, EntityNumber block) {
  const ReportFacts& facts = report.report.facts;
  const DayNumber known = report.report.known;
  rows::Facts row;
  row.set_article(facts.ref.article);
  row.set_ordinal(facts.ref.ordinal);
  for (const auto& entities : facts.identity) AddIdentity(entities, block, *row.mutable_identity());
  row.mutable_agreeing()->Add(facts.agreeing.begin(), facts.agreeing.end());
  row.set_known(known);
  if (facts.span) {
    row.set_first_day(facts.span->first - known);
    row.set_more_days(facts.span->days() - 1);
  }
  if (facts.published) row.set_published(*facts.published - known);
  if (report.event != facts.ref) *row.mutable_event() = ToRow(report.event);
  row.set_since(static_cast<int64_t>(report.since - facts.ref.article));
  AddVersions(report, row);
  return row;
}

uint64_t SinceOf(const rows::Facts& row) { return row.article() + static_cast<uint64_t>(row.since()); }

BlockReport FromRow(const rows::Facts& row, EntityNumber block) {
  BlockReport report{.report = {.facts = {.ref = {row.article(), row.ordinal()}}}};
  ReportFacts& facts = report.report.facts;
  const auto known = static_cast<DayNumber>(row.known());
  facts.identity = IdentityOf(row.identity(), block);
  facts.agreeing.assign(row.agreeing().begin(), row.agreeing().end());
  if (row.has_first_day()) {
    const DayNumber first = known + row.first_day();
    facts.span = DaySpan{first, first + static_cast<DayNumber>(row.more_days())};
  }
  if (row.has_published()) facts.published = known + row.published();
  report.report.known = known;
  report.since = SinceOf(row);
  report.event = row.has_event() ? FromRow(row.event()) : facts.ref;
  report.versions = VersionsOf(row, report);
  return report;
}

rows::Block ToRow(const BlockReports& reports, EntityNumber block) {
  rows::Block row;
  for (const auto& [ref, report] : reports) *row.add_reports() = ToRow(report, block);
  return row;
}

BlockReports FromRow(const rows::Block& row, EntityNumber block) {
  BlockReports reports;
  for (const rows::Facts& facts : row.reports()) {
    BlockReport report = FromRow(facts, block);
    const ReportRef ref = report.report.facts.ref;
    reports.emplace_hint(reports.end(), ref, std::move(report));
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
