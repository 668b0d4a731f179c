#include "query/index/past_events.h"

#include <algorithm>
#include <utility>

#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "common/storage/database.h"
#include "query/events/report_merge.h"
#include "query/index/facts_row.h"

namespace annals::query {
namespace {

absl::Status BrokenRow() { return CorruptStorage("index: a row of the past does not parse"); }

bool HoldsAt(const BlockReport& report, uint64_t until, const Past& past) {
  const bool stored =
      past.revision ? report.since <= *past.revision && (until == 0 || *past.revision < until) : until == 0;
  return stored && report.report.known <= past.known_on.value_or(kStillKnown);
}

}  // namespace

absl::StatusOr<std::vector<StoredEvent>> PastEvents::Read(const std::vector<IndexView::EventToRead>& events) {
  std::vector<StoredEvent> read;
  for (const IndexView::EventToRead& event : events) {
    absl::StatusOr<std::optional<StoredEvent>> stored = ReadWith(event.ref);
    ANNALS_RETURN_IF_ERROR(stored.status());
    if (!stored->has_value()) return CorruptStorage("index: a report of the past is missing");
    read.push_back(**std::move(stored));
  }
  return read;
}

absl::StatusOr<std::optional<StoredEvent>> PastEvents::ReadWith(ReportRef report) {
  ANNALS_ASSIGN_OR_RETURN(std::optional<rows::Report> row, view_.ReadReport(report));
  if (!row) return std::optional<StoredEvent>();
  const std::string article_id = row->article_id();
  ResolvedEvent told = TakeTold(*row);
  if (const std::optional<BlockId> id = BlockOf(told, view_.names_)) {
    ANNALS_ASSIGN_OR_RETURN(const Block* block, Find(*id));
    for (const ReportCluster& cluster : block->clusters) {
      if (cluster.size() == 1 || !std::binary_search(cluster.begin(), cluster.end(), report)) continue;
      ANNALS_ASSIGN_OR_RETURN(StoredEvent merged, Merge(cluster, *block));
      return std::optional<StoredEvent>(std::move(merged));
    }
  }
  return std::optional<StoredEvent>({report, std::move(told), {report}, {article_id}});
}

absl::StatusOr<const PastEvents::Block*> PastEvents::Find(const BlockId& block) {
  auto found = blocks_.find(block);
  if (found == blocks_.end()) {
    ANNALS_ASSIGN_OR_RETURN(Block parted, Part(block));
    found = blocks_.emplace(block, std::move(parted)).first;
  }
  return &found->second;
}

absl::StatusOr<PastEvents::Block> PastEvents::Part(const BlockId& block) const {
  ANNALS_ASSIGN_OR_RETURN(std::vector<ReportFacts> reports, ReadFacts(block));
  Block parted;
  for (const ReportFacts& facts : reports) parted.published[facts.ref] = facts.published;
  parted.clusters = ClusterReports(std::move(reports));
  return parted;
}

absl::StatusOr<std::vector<ReportFacts>> PastEvents::ReadFacts(const BlockId& block) const {
  std::vector<ReportFacts> reports;
  const auto take = [&](const rows::Facts& row) {
    BlockReport report = FromRow(row, block.entity);
    if (HoldsAt(report, row.until(), view_.past())) reports.push_back(std::move(report.report.facts));
  };
  rows::Block present;
  ANNALS_RETURN_IF_ERROR(view_.Get(BlockKey(block), present).status());
  for (const rows::Facts& row : present.reports()) take(row);
  // Without a revision all that holds is present.
  if (!view_.past().revision) return reports;
  const std::string prefix = PastBlockPrefix(block);
  const RowRanges::Lent range = view_.Range(prefix, PrefixEnd(prefix));
  rocksdb::Iterator* const rows = &range->rows();
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    rows::Facts row;
    if (!row.ParseFromArray(rows->value().data(), static_cast<int>(rows->value().size()))) return BrokenRow();
    take(row);
  }
  ANNALS_RETURN_IF_ERROR(FromRocksDb(rows->status()));
  return reports;
}

absl::StatusOr<StoredEvent> PastEvents::Merge(const ReportCluster& cluster, const Block& block) const {
  std::vector<Report> reports;
  StoredEvent event{.ref = cluster.front(), .reports = cluster};
  for (ReportRef ref : cluster) {
    ANNALS_ASSIGN_OR_RETURN(std::optional<rows::Report> row, view_.ReadReport(ref));
    if (!row) return CorruptStorage("index: a report of the past is missing");
    event.article_ids.push_back(row->article_id());
    reports.push_back({ref, block.published.at(ref), TakeTold(*row)});
  }
  event.told = MergeReports(reports);
  return event;
}

}  // namespace annals::query
