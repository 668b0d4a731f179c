#include "query/index/event_writer.h"

#include <algorithm>
#include <deque>

#include "query/events/report_merge.h"
#include "query/index/index_keys.h"
#include "query/index/short_rows.h"

namespace annals::query {
namespace {

std::vector<const KnownReport*> Reports(const BlockReports& reports) {
  std::vector<const KnownReport*> pointers;
  pointers.reserve(reports.size());
  for (const auto& [ref, report] : reports) pointers.push_back(&report.report);
  return pointers;
}

}  // namespace

ArticleReports EventWriter::Load(const rows::Article& article) {
  ArticleReports reports{article.number(),
                         article.article().id(),
                         ParseDayNumber(article.article().published_at()),
                         static_cast<DayNumber>(article.known()),
                         {},
                         {}};
  for (uint64_t i = 0; i < article.report_count(); ++i) {
    rows::Report row;
    batch_.GetRow(ReportKey({article.number(), i}), row);
    reports.reports.push_back(TakeTold(row));
    std::vector<EntityNumber> ids(row.ids().begin(), row.ids().end());
    if (ids.empty()) ids = reports.reports.back().numbers;
    ids.resize(reports.reports.back().numbers.size(), kNoEntity);
    reports.ids.push_back(std::move(ids));
  }
  return reports;
}

void EventWriter::Replace(const ArticleReports& old_reports, const ArticleReports& new_reports,
                          uint64_t revision) {
  const Entry entry{old_reports, new_reports, revision};
  Changes changes;
  CollectOld(old_reports, changes);
  CollectNew(entry, changes);
  for (auto& [place, change] : changes) Apply(entry, change);
  versions_.Flush();
  for (const auto& [event, row] : merged_) batch_.PutRow(EventKey(event), row);
  WriteReports(entry, changes);
  for (auto& [place, change] : changes) {
    if (place.first) WriteBlock(*place.first, change, revision);
  }
  merged_.clear();
  loaded_.clear();
}

void EventWriter::SettleEntry(uint64_t revision) {
  rows::Changes row;
  uint64_t near = revision;
  for (ReportRef ref : changed_) {
    row.add_events(static_cast<int64_t>(near - ref.article));
    row.add_events(static_cast<int64_t>(ref.ordinal));
    near = ref.article;
  }
  if (!changed_.empty()) batch_.PutRow(ChangesKey(revision), row);
  touched_.insert(touched_.end(), changed_.begin(), changed_.end());
  changed_.clear();
}

EventWriter::Place EventWriter::PlaceOf(const ResolvedEvent& report, uint64_t ordinal) const {
  const std::optional<BlockId> block = BlockOf(report, names_);
  return {block, block ? 0 : ordinal};
}

// Reads the block when it is first named.
EventWriter::Change& EventWriter::ChangeAt(const Place& place, Changes& changes) {
  const auto [at, added] = changes.try_emplace(place);
  Change& change = at->second;
  change.alone = !place.first;
  rows::Block row;
  if (!added || !place.first || !batch_.GetRow(BlockKey(*place.first), row)) return change;
  change.stored = true;
  change.others = FromRow(row, place.first->entity);
  return change;
}

void EventWriter::CollectOld(const ArticleReports& reports, Changes& changes) {
  for (uint64_t i = 0; i < reports.reports.size(); ++i) {
    const ReportRef ref{reports.number, i};
    const Place place = PlaceOf(reports.reports[i], i);
    Change& change = ChangeAt(place, changes);
    if (place.first) {
      if (auto report = change.others.extract(ref)) change.before.insert(std::move(report));
      continue;
    }
    rows::Report row;
    batch_.GetRow(ReportKey(ref), row);
    Lengthen(ref.article, row);
    const KnownReport known{{.ref = ref}, reports.known};
    change.before.emplace(ref,
                          BlockReport{known, row.since(), ref, {{reports.known, kStillKnown, row.since()}}});
  }
}

void EventWriter::CollectNew(const Entry& entry, Changes& changes) {
  const ArticleReports& reports = entry.new_reports;
  for (uint64_t i = 0; i < reports.reports.size(); ++i) {
    const ReportRef ref{reports.number, i};
    const ResolvedEvent& told = reports.reports[i];
    const Place place = PlaceOf(told, i);
    Change& change = ChangeAt(place, changes);
    BlockReport report{.since = entry.revision, .event = ref};
    if (place.first) report.report.facts = FactsOf(told, ref, reports.published, names_);
    report.report.facts.ref = ref;
    report.report.known = AdmittedDay(Reports(change.others), reports.known);
    change.after.emplace(ref, std::move(report));
  }
}

void EventWriter::Apply(const Entry& entry, Change& change) {
  const std::vector<StageChange> stages =
      ChangedStages(Reports(change.others), Reports(change.before), Reports(change.after));
  for (auto begin = stages.begin(); begin != stages.end();) {
    const auto end = std::find_if(begin, stages.end(),
                                  [&](const StageChange& stage) { return stage.event != begin->event; });
    ChangeEvent(entry, {begin, end}, change);
    begin = end;
  }
}

// The versions of one event; `stages` ascend.
void EventWriter::ChangeEvent(const Entry& entry, const std::vector<StageChange>& stages, Change& change) {
  std::deque<Told> told;  // pointers into it stay
  const auto tell = [&](const ArticleReports& own, const BlockReports& own_reports,
                        const ReportCluster& cluster, const Told*& last) {
    if (cluster.empty()) return last = nullptr;
    if (last != nullptr && last->cluster == cluster) return last;
    told.push_back(Tell(own, own_reports, cluster, change));
    return last = &told.back();
  };
  const Told* before = nullptr;
  const Told* after = nullptr;
  std::vector<VersionChange> versions;
  for (const StageChange& stage : stages) {
    tell(entry.old_reports, change.before, stage.before, before);
    tell(entry.new_reports, change.after, stage.after, after);
    if (stage.to == kStillKnown) ChangePresent(entry, before, after, change);
    // Of a report that stands alone the version is as old as the report's row.
    const bool goes_on = before != nullptr && after != nullptr && before->rows == after->rows;
    if (goes_on && !change.alone) continue;
    versions.push_back({stage.from, stage.to, before == nullptr ? nullptr : &before->rows,
                        after == nullptr ? nullptr : &after->rows});
  }
  const ReportRef event = stages.front().event;
  std::vector<OpenVersion> open;
  if (const auto old = change.before.find(event); old != change.before.end()) open = old->second.versions;
  const auto other = change.others.find(event);
  if (other != change.others.end()) open = other->second.versions;
  versions_.Replace(entry.revision, versions, open);
  if (other != change.others.end()) other->second.versions = open;
  if (const auto own = change.after.find(event); own != change.after.end()) own->second.versions = open;
}

// What those see who know all that is known.
void EventWriter::ChangePresent(const Entry& entry, const Told* before, const Told* after, Change& change) {
  const bool same_rows = before != nullptr && after != nullptr && before->rows == after->rows;
  for (const Told* told : {before, after}) {
    if (told == nullptr) continue;
    const int sign = told == before ? -1 : 1;
    meta_.set_event_count(meta_.event_count() + sign);
    for (const auto& participant : told->rows.participants) {
      if (!same_rows) {
        ledger_.CountEvent(participant.entity, told->rows.span_class, participant.edges, sign);
      }
    }
  }
  const ReportRef event = (after == nullptr ? before : after)->cluster.front();
  changed_.insert(event);
  if (before != nullptr && before->cluster.size() > 1) batch_.Delete(EventKey(event));
  if (after == nullptr) return;
  for (ReportRef ref : after->cluster) {
    const auto own = change.after.find(ref);
    (own != change.after.end() ? own->second : change.others.at(ref)).event = event;
  }
  if (after->cluster.size() > 1) NoteMerged(entry.new_reports, *after);
}

EventWriter::Told EventWriter::Tell(const ArticleReports& own, const BlockReports& own_reports,
                                    const ReportCluster& cluster, const Change& change) {
  std::vector<Report> reports;
  DayNumber first_known = kStillKnown;
  for (ReportRef ref : cluster) {
    const bool is_own = ref.article == own.number;
    const BlockReport& report = (is_own ? own_reports : change.others).at(ref);
    first_known = std::min(first_known, report.report.known);
    const ResolvedEvent& told = is_own ? own.reports[ref.ordinal] : Other(ref).told;
    if (cluster.size() == 1) return {cluster, {}, RowsOf(ref, told, false, first_known)};
    reports.push_back({ref, report.report.facts.published, told});
  }
  Told told{cluster, MergeReports(reports), {}};
  told.rows = RowsOf(cluster.front(), told.event, true, first_known);
  return told;
}

// Written when all blocks are through: the event may have left one for another.
void EventWriter::NoteMerged(const ArticleReports& own, const Told& told) {
  rows::Event& row = merged_[told.cluster.front()];
  *row.mutable_event() = told.event.event;
  row.mutable_numbers()->Add(told.event.numbers.begin(), told.event.numbers.end());
  for (ReportRef ref : told.cluster) {
    *row.add_reports() = ToRow(ref);
    row.add_article_ids(ref.article == own.number ? own.article_id : Other(ref).article_id);
  }
}

void EventWriter::WriteReports(const Entry& entry, const Changes& changes) {
  for (uint64_t i = 0; i < entry.old_reports.reports.size(); ++i) {
    const ReportRef ref{entry.old_reports.number, i};
    rows::Report row;
    batch_.GetRow(ReportKey(ref), row);
    Lengthen(ref.article, row);
    row.set_until(entry.revision);
    std::string past = PastReportPrefix(ref);
    AppendRevision(row.since(), past);
    if (row.since() < entry.revision) batch_.PutRow(std::move(past), row);
    if (i >= entry.new_reports.reports.size()) batch_.Delete(ReportKey(ref));
  }
  for (const auto& [place, change] : changes) {
    for (const auto& [ref, report] : change.after) {
      const ResolvedEvent& told = entry.new_reports.reports[ref.ordinal];
      rows::Report row;
      row.set_article_id(entry.new_reports.article_id);
      *row.mutable_event() = told.event;
      row.mutable_numbers()->Add(told.numbers.begin(), told.numbers.end());
      const std::vector<EntityNumber>& ids = entry.new_reports.ids[ref.ordinal];
      if (ids != told.numbers) row.mutable_ids()->Add(ids.begin(), ids.end());
      row.set_since(entry.revision);
      row.set_known(report.report.known);
      Shorten(ref.article, row);
      batch_.PutRow(ReportKey(ref), row);
    }
  }
}

void EventWriter::WriteBlock(const BlockId& block, Change& change, uint64_t revision) {
  for (const auto& [ref, report] : change.before) {
    rows::Facts row = ToRow(report, block.entity);
    row.set_until(revision);
    row.clear_versions();
    if (report.since < revision) batch_.PutRow(PastBlockKey(block, ref, report.since), row);
  }
  change.others.merge(change.after);
  if (!change.others.empty()) {
    batch_.PutRow(BlockKey(block), ToRow(change.others, block.entity));
  } else if (change.stored) {
    batch_.Delete(BlockKey(block));
  }
}

const EventWriter::LoadedReport& EventWriter::Other(ReportRef ref) {
  const auto [at, added] = loaded_.try_emplace(ref);
  if (!added) return at->second;
  rows::Report row;
  batch_.GetRow(ReportKey(ref), row);
  at->second.article_id = row.article_id();
  at->second.told = TakeTold(row);
  return at->second;
}

}  // namespace annals::query
