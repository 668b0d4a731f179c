// Keeps the events of the index in step with the reports: when an article's reports change, the blocks they
// stand in are parted into events anew, and the events that differ are taken back and written; what they were
// before becomes past.
#ifndef ANNALS_QUERY_INDEX_EVENT_WRITER_H_
#define ANNALS_QUERY_INDEX_EVENT_WRITER_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/names/name_keys.h"
#include "query/events/known_stages.h"
#include "query/events/report_facts.h"
#include "query/index/entity_ledger.h"
#include "query/index/event_rows.h"
#include "query/index/facts_row.h"
#include "query/index/index_batch.h"
#include "query/index/version_writer.h"

namespace annals::query {

// An article's events, old or new: its number in the index, its id and day of publication, the day from which
// on it counts as known, and its reports by ordinal.
struct ArticleReports {
  uint64_t number = 0;
  std::string article_id;
  std::optional<DayNumber> published;
  DayNumber known = 0;
  std::vector<ResolvedEvent> reports;
  // Of each report's arguments: the number of the id that the article gave, kNoEntity for a value.
  std::vector<std::vector<EntityNumber>> ids;
};

// Works on one batch. All arguments must outlive it.
class EventWriter {
 public:
  EventWriter(IndexBatch& batch, EntityLedger& ledger, const NameKeys& names, rows::Meta& meta)
      : batch_(batch), names_(names), meta_(meta), ledger_(ledger), versions_(batch, ledger) {}

  // The reports an article has in the index.
  ArticleReports Load(const rows::Article& article);

  // Takes the old reports back and writes the new ones, with the entry of this revision; either may be empty.
  // Both are of one article number.
  void Replace(const ArticleReports& old_reports, const ArticleReports& new_reports, uint64_t revision);

  // To be called at the end of each journal entry: notes the events it changed, for those who watch.
  void SettleEntry(uint64_t revision);

  // The events that entries changed since this was last asked for.
  std::vector<ReportRef> TakeTouched() { return std::exchange(touched_, {}); }

 private:
  // A block, or a report that stands alone by its ordinal.
  using Place = std::pair<std::optional<BlockId>, uint64_t>;
  // What happens there.
  struct Change {
    BlockReports others;
    BlockReports before;  // the article's
    BlockReports after;
    bool stored = false;  // whether the block had a row
    bool alone = false;   // there is no block: the report is not compared with any other
  };
  using Changes = std::map<Place, Change>;
  // An event as the reports of a cluster tell it.
  struct Told {
    ReportCluster cluster;
    ResolvedEvent event;  // where it is merged
    EventRows rows;
  };
  // An entry under way: the two versions of the article.
  struct Entry {
    const ArticleReports& old_reports;
    const ArticleReports& new_reports;
    uint64_t revision = 0;
  };
  struct LoadedReport {
    std::string article_id;
    ResolvedEvent told;
  };

  Place PlaceOf(const ResolvedEvent& report, uint64_t ordinal) const;
  Change& ChangeAt(const Place& place, Changes& changes);
  void CollectOld(const ArticleReports& reports, Changes& changes);
  void CollectNew(const Entry& entry, Changes& changes);

  void Apply(const Entry& entry, Change& change);
  void ChangeEvent(const Entry& entry, const std::vector<StageChange>& stages, Change& change);
  void ChangePresent(const Entry& entry, const Told* before, const Told* after, Change& change);
  Told Tell(const ArticleReports& own, const BlockReports& own_reports, const ReportCluster& cluster,
            const Change& change);
  void NoteMerged(const ArticleReports& own, const Told& told);

  void WriteReports(const Entry& entry, const Changes& changes);
  void WriteBlock(const BlockId& block, Change& change, uint64_t revision);
  const LoadedReport& Other(ReportRef ref);

  IndexBatch& batch_;
  const NameKeys& names_;
  rows::Meta& meta_;
  EntityLedger& ledger_;
  VersionWriter versions_;
  std::map<ReportRef, LoadedReport> loaded_;  // of other articles, for one Replace
  std::map<ReportRef, rows::Event> merged_;   // to be written by one Replace
  std::set<ReportRef> changed_;               // events, by the entry
  std::vector<ReportRef> touched_;            // and by those before it
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_EVENT_WRITER_H_
