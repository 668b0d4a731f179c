// ReportFacts as they are stored, with the event each report belongs to.
#ifndef ANNALS_QUERY_INDEX_FACTS_ROW_H_
#define ANNALS_QUERY_INDEX_FACTS_ROW_H_

#include <map>
#include <vector>

#include "query/events/known_stages.h"
#include "query/events/report_facts.h"
#include "query/index/rows.pb.h"

namespace annals::query {

// Days of knowledge, half-open, for which a version of an event holds now, and the revision that brought it.
struct OpenVersion {
  DayNumber known_from = 0;
  DayNumber known_to = kStillKnown;
  uint64_t since = 0;

  friend bool operator==(const OpenVersion&, const OpenVersion&) = default;
};

struct BlockReport {
  KnownReport report;
  uint64_t since = 0;                 // revision that brought the report
  ReportRef event;                    // first report of its event
  std::vector<OpenVersion> versions;  // of the event it names, ascending; none: it names none on any day
};

// The reports of a block, by ref.
using BlockReports = std::map<ReportRef, BlockReport>;

// `block` is the entity of the block they are in (BlockId).
rows::Block ToRow(const BlockReports& reports, EntityNumber block);
BlockReports FromRow(const rows::Block& row, EntityNumber block);
rows::Facts ToRow(const BlockReport& report, EntityNumber block);
BlockReport FromRow(const rows::Facts& row, EntityNumber block);

// The event of a report's or a merged event's row, which is left without it. A row of another length than its
// event would be read past its end.
template <typename Row>
ResolvedEvent TakeTold(Row& row) {
  row.mutable_numbers()->Resize(row.event().arguments_size(), kNoEntity);
  return {std::move(*row.mutable_event()), {row.numbers().begin(), row.numbers().end()}};
}

rows::Ref ToRow(ReportRef ref);
ReportRef FromRow(const rows::Ref& row);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_FACTS_ROW_H_
