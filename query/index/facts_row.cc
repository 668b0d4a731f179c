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

// Places in Facts.numbers.
enum NumberOfFacts { kArticle, kOrdinal, kSince, kKnown, kPublished, kFirstDay, kMoreDays };

int64_t NumberOf(const rows::Facts& row, NumberOfFacts place) {
  return place < row.numbers_size() ? row.numbers(place) : 0;
}

int64_t PackPublished(std::optional<DayNumber> published, DayNumber known) {
  if (!published) return 0;
  return *published < known ? *published - known : *published - known + 1;
}

std::optional<DayNumber> PublishedOf(int64_t packed, DayNumber known) {
  if (packed == 0) return std::nullopt;
  return known + static_cast<DayNumber>(packed < 0 ? packed : packed - 1);
}

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
  for (const int64_t number :
       {static_cast<int64_t>(facts.ref.article), static_cast<int64_t>(facts.ref.ordinal),
        static_cast<int64_t>(report.since - facts.ref.article), static_cast<int64_t>(known),
        PackPublished(facts.published, known)})
    row.add_numbers(number);
  for (const auto& entities : facts.identity) AddIdentity(entities, block, *row.mutable_identity());
  row.mutable_agreeing()->Add(facts.agreeing.begin(), facts.agreeing.end());
  if (facts.span) {
    row.add_numbers(facts.span->first - known);
    row.add_numbers(facts.span->days() - 1);
  }
  if (report.event != facts.ref) *row.mutable_event() = ToRow(report.event);
  AddVersions(report, row);
  return row;
}

BlockReport FromRow(const rows::Facts& row, EntityNumber block) {
  BlockReport report{.report = {.facts = {.ref = {static_cast<uint64_t>(NumberOf(row, kArticle)),
                                                  static_cast<uint64_t>(NumberOf(row, kOrdinal))}}}};
  ReportFacts& facts = report.report.facts;
  const auto known = static_cast<DayNumber>(NumberOf(row, kKnown));
  facts.identity = IdentityOf(row.identity(), block);
  facts.agreeing.assign(row.agreeing().begin(), row.agreeing().end());
  if (row.numbers_size() > kMoreDays) {
    const DayNumber first = known + static_cast<DayNumber>(NumberOf(row, kFirstDay));
    facts.span = DaySpan{first, first + static_cast<DayNumber>(NumberOf(row, kMoreDays))};
  }
  facts.published = PublishedOf(NumberOf(row, kPublished), known);
  report.report.known = known;
  report.since = facts.ref.article + static_cast<uint64_t>(NumberOf(row, kSince));
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
