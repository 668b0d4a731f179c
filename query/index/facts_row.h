// ReportFacts as they are stored, with the event each report belongs to.
#ifndef ANNALS_QUERY_INDEX_FACTS_ROW_H_
#define ANNALS_QUERY_INDEX_FACTS_ROW_H_

#include <map>

#include "query/events/report_facts.h"
#include "query/index/rows.pb.h"

namespace annals::query {

struct BlockReport {
  ReportFacts facts;
  ReportRef event;  // first report of its event
};

// The reports of a block, by ref.
using BlockReports = std::map<ReportRef, BlockReport>;

rows::Block ToRow(const BlockReports& reports);
BlockReports FromRow(const rows::Block& row);

rows::Ref ToRow(ReportRef ref);
ReportRef FromRow(const rows::Ref& row);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_FACTS_ROW_H_
