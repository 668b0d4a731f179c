#include "query/index/version_writer.h"

#include <algorithm>

namespace annals::query {
namespace {

Era EraOf(const OpenVersion& version) { return version.known_to == kStillKnown ? Era::kPresent : Era::kPast; }

// Calls `row(key, header)` for each row; `since` is 0 in the keys of versions that are not replaced.
template <typename Row>
void ForEachRow(const EventRows& rows, Era era, DayNumber known_from, uint64_t since, const Row& row) {
  std::string place;
  AppendPosition(rows.position, place);
  if (era == Era::kPast) AppendKnown(known_from, since, place);
  row(TypeEventsPrefix(rows.type, rows.span_class, era) + place, rows.type_header);
  for (const EventRows::Participant& participant : rows.participants) {
    row(EntityEventsPrefix(participant.entity, rows.span_class, era) + place, participant.header);
  }
}

}  // namespace

void VersionWriter::Replace(uint64_t revision, const std::vector<VersionChange>& changes,
                            std::vector<OpenVersion>& versions) {
  std::vector<OpenVersion> left;
  for (const OpenVersion& version : versions) {
    if (!Cut(revision, changes, version, left)) left.push_back(version);
  }
  for (auto change = changes.begin(); change != changes.end();) {
    const auto first = change++;
    if (first->after == nullptr) continue;
    OpenVersion version{first->from, first->to, revision};
    for (; change != changes.end() && change->from == version.known_to; ++change) {
      if (change->after == nullptr || !(*change->after == *first->after)) break;
      version.known_to = change->to;
    }
    Open(*first->after, version);
    left.push_back(version);
  }
  std::sort(left.begin(), left.end(),
            [](const OpenVersion& a, const OpenVersion& b) { return a.known_from < b.known_from; });
  versions = std::move(left);
}

bool VersionWriter::Cut(uint64_t revision, const std::vector<VersionChange>& changes,
                        const OpenVersion& version, std::vector<OpenVersion>& left) {
  const EventRows* rows = nullptr;
  DayNumber at = version.known_from;  // up to here it is dealt with
  DayNumber closed_from = at;
  const auto close = [&] {
    if (closed_from < at) Close(*rows, version, closed_from, at, revision);
  };
  const auto keep = [&](DayNumber to) {
    const OpenVersion part{at, to, version.since};
    Open(*rows, part);
    left.push_back(part);
  };
  for (const VersionChange& change : changes) {
    const DayNumber from = std::max(change.from, version.known_from);
    const DayNumber to = std::min(change.to, version.known_to);
    if (change.before == nullptr || from >= to) continue;
    if (rows == nullptr) Erase(*change.before, version);
    rows = change.before;
    if (at < from) {
      close();
      keep(from);
      closed_from = from;
    }
    at = to;
  }
  if (rows == nullptr) return false;
  close();
  if (at < version.known_to) keep(version.known_to);
  return true;
}

void VersionWriter::Open(const EventRows& rows, const OpenVersion& version) {
  const Era era = EraOf(version);
  const VersionStamp stamp{version.since, 0, version.known_from, version.known_to};
  ForEachRow(rows, era, version.known_from, 0, [&](std::string key, const std::string& header) {
    puts_.emplace_back(std::move(key), StampHeader(era, rows.position, stamp, header));
  });
  if (era == Era::kPresent) return;
  for (const auto& participant : rows.participants) ledger_.NotePast(participant.entity, rows.span_class);
}

void VersionWriter::Erase(const EventRows& rows, const OpenVersion& version) {
  ForEachRow(rows, EraOf(version), version.known_from, 0,
             [&](std::string key, const std::string&) { batch_.Delete(std::move(key)); });
}

// What came and went with one revision never was.
void VersionWriter::Close(const EventRows& rows, const OpenVersion& version, DayNumber from, DayNumber to,
                          uint64_t until) {
  if (version.since == until) return;
  const VersionStamp stamp{version.since, until, from, to};
  ForEachRow(rows, Era::kPast, from, version.since, [&](std::string key, const std::string& header) {
    puts_.emplace_back(std::move(key), StampHeader(Era::kPast, rows.position, stamp, header));
  });
  for (const auto& participant : rows.participants) ledger_.NotePast(participant.entity, rows.span_class);
}

void VersionWriter::Flush() {
  for (auto& [key, value] : puts_) batch_.Put(std::move(key), std::move(value));
  puts_.clear();
}

}  // namespace annals::query
