// Keeps the events of the index in step with the reports: when an article's reports change, the blocks they
// stand in are parted into events anew, and the events that differ are taken back and written.
#ifndef ANNALS_QUERY_INDEX_EVENT_WRITER_H_
#define ANNALS_QUERY_INDEX_EVENT_WRITER_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/names/name_keys.h"
#include "query/events/report_clusters.h"
#include "query/events/report_facts.h"
#include "query/index/entity_ledger.h"
#include "query/index/facts_row.h"
#include "query/index/index_batch.h"

namespace annals::query {

// An article's events, old or new: its number in the index, its id and day of publication, and its reports by
// ordinal.
struct ArticleReports {
  uint64_t number = 0;
  std::string article_id;
  std::optional<DayNumber> published;
  std::vector<ResolvedEvent> reports;
};

// Works on one batch. All arguments must outlive it.
class EventWriter {
 public:
  EventWriter(IndexBatch& batch, EntityLedger& ledger, const NameKeys& names, rows::Meta& meta)
      : batch_(batch), ledger_(ledger), names_(names), meta_(meta) {}

  // The reports an article has in the index, `count` of them.
  ArticleReports Load(uint64_t number, const v1::Article& article, uint64_t count);

  // Takes the old reports back and writes the new ones; either may be empty. Both are of one article number.
  void Replace(const ArticleReports& old_reports, const ArticleReports& new_reports);

 private:
  using Clusters = std::set<ReportCluster>;

  // A block, or the reports that stand alone, before and after.
  struct Change {
    BlockReports after;
    Clusters old_events;
    Clusters new_events;
    bool stored = false;  // whether the block had a row
  };
  using Changes = std::map<std::optional<BlockId>, Change>;

  Change& ChangeOf(const std::optional<BlockId>& block, Changes& changes);
  void CollectOld(const ArticleReports& reports, Changes& changes);
  void CollectNew(const ArticleReports& reports, Changes& changes);
  static void Part(bool block, Change& change);
  static void DropUnchanged(uint64_t article, Change& change);

  void WriteReports(const ArticleReports& old_reports, const ArticleReports& new_reports);
  void WriteBlock(const BlockId& block, const Change& change);
  void RemoveEvent(const ReportCluster& cluster);
  void AddEvent(const ReportCluster& cluster, const BlockReports& facts);
  void AddMerged(const ReportCluster& cluster, const BlockReports& facts);
  void WriteRows(ReportRef event, const ResolvedEvent& told, bool merged, int sign);
  ResolvedEvent LoadReport(ReportRef ref, std::string* article_id = nullptr);

  IndexBatch& batch_;
  EntityLedger& ledger_;
  const NameKeys& names_;
  rows::Meta& meta_;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_EVENT_WRITER_H_
