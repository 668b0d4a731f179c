#include "query/index/event_writer.h"

#include <algorithm>

#include "query/events/report_merge.h"
#include "query/index/event_rows.h"
#include "query/index/index_keys.h"

namespace annals::query {
namespace {

rows::Report ToRow(const std::string& article_id, const ResolvedEvent& told) {
  rows::Report row;
  row.set_article_id(article_id);
  *row.mutable_event() = told.event;
  row.mutable_numbers()->Add(told.numbers.begin(), told.numbers.end());
  return row;
}

// A row of another length than its event would be read past its end.
template <typename Row>
ResolvedEvent ToResolved(Row row) {
  row.mutable_numbers()->Resize(row.event().arguments_size(), kNoEntity);
  return {std::move(*row.mutable_event()), {row.numbers().begin(), row.numbers().end()}};
}

bool TellsOf(const ReportCluster& cluster, uint64_t article) {
  return std::any_of(cluster.begin(), cluster.end(), [&](ReportRef ref) { return ref.article == article; });
}

}  // namespace

ArticleReports EventWriter::Load(uint64_t number, const v1::Article& article, uint64_t count) {
  ArticleReports reports{number, article.id(), ParseDayNumber(article.published_at()), {}};
  for (uint64_t i = 0; i < count; ++i) reports.reports.push_back(LoadReport({number, i}));
  return reports;
}

void EventWriter::Replace(const ArticleReports& old_reports, const ArticleReports& new_reports) {
  Changes changes;
  CollectOld(old_reports, changes);
  CollectNew(new_reports, changes);
  const uint64_t article = old_reports.reports.empty() ? new_reports.number : old_reports.number;
  for (auto& [block, change] : changes) {
    Part(block.has_value(), change);
    DropUnchanged(article, change);
    for (const ReportCluster& cluster : change.old_events) RemoveEvent(cluster);
  }
  WriteReports(old_reports, new_reports);
  for (const auto& [block, change] : changes) {
    for (const ReportCluster& cluster : change.new_events) AddEvent(cluster, change.after);
    if (block) WriteBlock(*block, change);
  }
}

// Reads the block when it is first named; its events are the old ones.
EventWriter::Change& EventWriter::ChangeOf(const std::optional<BlockId>& block, Changes& changes) {
  const auto [at, added] = changes.try_emplace(block);
  Change& change = at->second;
  rows::Block row;
  if (!added || !block || !batch_.GetRow(BlockKey(*block), row)) return change;
  change.stored = true;
  change.after = FromRow(row);
  std::map<ReportRef, ReportCluster> events;
  for (const auto& [ref, report] : change.after) events[report.event].push_back(ref);
  for (auto& [first, cluster] : events) change.old_events.insert(std::move(cluster));
  return change;
}

void EventWriter::CollectOld(const ArticleReports& reports, Changes& changes) {
  for (uint64_t i = 0; i < reports.reports.size(); ++i) {
    const ReportRef ref{reports.number, i};
    const std::optional<BlockId> block = BlockOf(reports.reports[i], names_);
    Change& change = ChangeOf(block, changes);
    if (block) {
      change.after.erase(ref);
    } else {
      change.old_events.insert({ref});
    }
  }
}

void EventWriter::CollectNew(const ArticleReports& reports, Changes& changes) {
  for (uint64_t i = 0; i < reports.reports.size(); ++i) {
    const ReportRef ref{reports.number, i};
    Change& change = ChangeOf(BlockOf(reports.reports[i], names_), changes);
    change.after.insert_or_assign(
        ref, BlockReport{FactsOf(reports.reports[i], ref, reports.published, names_), ref});
  }
}

void EventWriter::Part(bool block, Change& change) {
  if (!block) {
    for (const auto& [ref, report] : change.after) change.new_events.insert({ref});
    return;
  }
  std::vector<ReportFacts> facts;
  for (const auto& [ref, report] : change.after) facts.push_back(report.facts);
  for (ReportCluster& cluster : ClusterReports(std::move(facts))) {
    for (ReportRef ref : cluster) change.after[ref].event = cluster.front();
    change.new_events.insert(std::move(cluster));
  }
}

// An event that has the same reports as before, none of them of the article, stays as it is.
void EventWriter::DropUnchanged(uint64_t article, Change& change) {
  for (auto old_event = change.old_events.begin(); old_event != change.old_events.end();) {
    const auto same = change.new_events.find(*old_event);
    if (same == change.new_events.end() || TellsOf(*old_event, article)) {
      ++old_event;
      continue;
    }
    change.new_events.erase(same);
    old_event = change.old_events.erase(old_event);
  }
}

void EventWriter::WriteReports(const ArticleReports& old_reports, const ArticleReports& new_reports) {
  for (uint64_t i = new_reports.reports.size(); i < old_reports.reports.size(); ++i) {
    batch_.Delete(ReportKey({old_reports.number, i}));
  }
  for (uint64_t i = 0; i < new_reports.reports.size(); ++i) {
    batch_.PutRow(ReportKey({new_reports.number, i}), ToRow(new_reports.article_id, new_reports.reports[i]));
  }
}

void EventWriter::WriteBlock(const BlockId& block, const Change& change) {
  if (!change.after.empty()) {
    batch_.PutRow(BlockKey(block), query::ToRow(change.after));
  } else if (change.stored) {
    batch_.Delete(BlockKey(block));
  }
}

void EventWriter::RemoveEvent(const ReportCluster& cluster) {
  const ReportRef event = cluster.front();
  if (cluster.size() == 1) return WriteRows(event, LoadReport(event), false, -1);
  rows::Event row;
  batch_.GetRow(EventKey(event), row);
  batch_.Delete(EventKey(event));
  WriteRows(event, ToResolved(std::move(row)), true, -1);
}

void EventWriter::AddEvent(const ReportCluster& cluster, const BlockReports& facts) {
  if (cluster.size() > 1) return AddMerged(cluster, facts);
  WriteRows(cluster.front(), LoadReport(cluster.front()), false, 1);
}

void EventWriter::AddMerged(const ReportCluster& cluster, const BlockReports& facts) {
  std::vector<Report> reports;
  rows::Event row;
  for (ReportRef ref : cluster) {
    ResolvedEvent told = LoadReport(ref, row.add_article_ids());
    reports.push_back({ref, facts.at(ref).facts.published, std::move(told)});
    *row.add_reports() = query::ToRow(ref);
  }
  const ResolvedEvent merged = MergeReports(reports);
  *row.mutable_event() = merged.event;
  row.mutable_numbers()->Add(merged.numbers.begin(), merged.numbers.end());
  batch_.PutRow(EventKey(cluster.front()), row);
  WriteRows(cluster.front(), merged, true, 1);
}

void EventWriter::WriteRows(ReportRef event, const ResolvedEvent& told, bool merged, int sign) {
  EventRows rows = RowsOf(event, told, merged);
  for (auto& [key, value] : rows.rows) {
    sign > 0 ? batch_.Put(std::move(key), std::move(value)) : batch_.Delete(std::move(key));
  }
  for (const auto& [entity, edges] : rows.participants)
    ledger_.CountEvent(entity, rows.span_class, edges, sign);
  meta_.set_event_count(meta_.event_count() + sign);
}

ResolvedEvent EventWriter::LoadReport(ReportRef ref, std::string* article_id) {
  rows::Report row;
  batch_.GetRow(ReportKey(ref), row);
  if (article_id != nullptr) *article_id = row.article_id();
  return ToResolved(std::move(row));
}

}  // namespace annals::query
