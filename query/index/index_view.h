// The index as of one moment, the present or a past one: consistent reads that know no key bytes.
#ifndef ANNALS_QUERY_INDEX_INDEX_VIEW_H_
#define ANNALS_QUERY_INDEX_INDEX_VIEW_H_

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "annals/v1/entity.pb.h"
#include "common/names/name_keys.h"
#include "query/events/report_facts.h"
#include "query/index/entity_record.h"
#include "query/index/index_keys.h"
#include "query/index/index_moment.h"
#include "query/index/past.h"
#include "query/index/row_range.h"
#include "query/index/rows.pb.h"
#include "rocksdb/db.h"

namespace annals::query {

// An event as the index knows it, with its reports' articles.
struct StoredEvent {
  ReportRef ref;
  ResolvedEvent told;  // event.id is the first report's own; see EventIdOf
  std::vector<ReportRef> reports;
  std::vector<std::string> article_ids;  // of the reports, in their order
};

// A relation between two entities, whoever states it.
struct StoredRelation {
  RelationRow relation;
  bool former = false;                   // by the article published last
  v1::EventTime time;                    // likewise
  std::vector<std::string> article_ids;  // latest publication first, at most kMaxRelationArticles
};
inline constexpr size_t kMaxRelationArticles = 20;

class PastEvents;

struct NameMatch {
  EntityNumber entity = kNoEntity;
  NameRank rank = NameRank::kName;
  std::string name_key;
};

// For one thread. Destroy before the Index. Every read: DATA_LOSS where a row is broken, INTERNAL where the
// disk fails.
class IndexView {
 public:
  // Names must outlive the view. OUT_OF_RANGE: the revision of the past is not applied yet.
  static absl::StatusOr<std::unique_ptr<IndexView>> Make(std::shared_ptr<const IndexMoment> moment,
                                                         const NameKeys& names, const Past& past);
  ~IndexView();
  IndexView(const IndexView&) = delete;
  IndexView& operator=(const IndexView&) = delete;

  // The form of a name under which FindName and ScanNames find it.
  std::string NameKeyOf(absl::string_view name) const { return names_.Key(name); }

  const rows::Meta& meta() const { return moment_->meta(); }
  // What the view shows; a revision that is the applied one is the present.
  const Past& past() const { return past_; }
  uint64_t revision() const { return past_.revision.value_or(meta().applied_revision()); }

  // Who has the id, at the past's revision: merges, short forms and namesakes are those of then, names those
  // of now. kNoEntity where there is none.
  absl::StatusOr<EntityNumber> FindEntity(absl::string_view entity_id) const;
  // In the order asked for; numbers that are none are left out.
  absl::StatusOr<std::vector<EntityRecord>> ReadEntities(const std::vector<EntityNumber>& numbers) const;
  // The same for those who only look at them.
  absl::StatusOr<std::vector<SharedEntity>> ShareEntities(const std::vector<EntityNumber>& numbers) const;
  absl::StatusOr<std::optional<EntityRecord>> ReadEntity(EntityNumber number) const;
  // The edges that each of the numbers from `first` on has by its own row; past the caches. 0: it has no row.
  absl::StatusOr<std::vector<uint64_t>> ReadDegrees(EntityNumber first, size_t count) const;
  // Why it is one entity: its row, and those of the ids that are it. Empty rows where there is none.
  using RowsByNumber = std::map<EntityNumber, rows::Entity>;
  struct EntityRows {
    rows::Entity own;
    RowsByNumber members;
  };
  absl::StatusOr<EntityRows> ReadEntityRows(EntityNumber number) const;

  // Calls `match` for each name that begins with `prefix`, in order of key, until it returns false.
  using MatchName = std::function<bool(const NameMatch&)>;
  absl::Status ScanNames(absl::string_view prefix, const MatchName& match) const;
  // Names that are exactly this key, at most `limit`.
  absl::StatusOr<std::vector<NameMatch>> FindName(absl::string_view name_key, size_t limit) const;

  // The events of these first reports, in order; `merged` as in the header. DATA_LOSS: one is none.
  struct EventToRead {
    ReportRef ref;
    bool merged = false;
  };
  absl::StatusOr<std::vector<StoredEvent>> ReadEvents(const std::vector<EventToRead>& events) const;
  // The same as answers hold them; at the present only (`past().present()`).
  absl::StatusOr<std::vector<SharedEvent>> ShareEvents(const std::vector<EventToRead>& events) const;
  // The event that this report belongs to; empty where there is none.
  absl::StatusOr<std::optional<StoredEvent>> ReadEvent(ReportRef report) const;
  // One article's account; empty where there is none.
  absl::StatusOr<std::optional<rows::Report>> ReadReport(ReportRef report) const;
  absl::StatusOr<std::optional<rows::Article>> ReadArticle(absl::string_view article_id) const;

  // The ids of these articles, of those that are there now.
  absl::StatusOr<std::vector<std::string>> ReadArticleIds(const std::vector<uint64_t>& articles) const;

  // The events, by first report, that the entry of this revision changed, brought or took away; each in
  // order.
  absl::StatusOr<std::vector<ReportRef>> ReadChanges(uint64_t revision) const;

  // The relations of an entity, at most `limit`, in order of way, type and other; of one way and type only,
  // where `only` says so. With `true_on` those that held on that day: by their time where they have one, else
  // by the latest word for them that was published by then.
  using WayAndType = std::pair<RelationWay, v1::RelationType>;
  absl::StatusOr<std::vector<StoredRelation>> ReadRelations(EntityNumber entity,
                                                            std::optional<WayAndType> only, size_t limit,
                                                            std::optional<DayNumber> true_on = {}) const;

  // Whether ReadRelations would find nothing, as far as the record tells.
  bool HasNoRelations(const EntityRecord& entity) const {
    return entity.relation_count == 0 && !past_.revision;
  }

  // What views share.
  IndexCaches& caches() const { return *moment_->caches(); }

  // For scans of this view's rows; not sought yet. To be given back before the view goes.
  RowRanges::Lent Range(std::string lower, std::string upper) const {
    return ranges_.Lend(std::move(lower), std::move(upper));
  }

 private:
  IndexView(std::shared_ptr<const IndexMoment> moment, const NameKeys& names, const Past& past);

  absl::StatusOr<bool> Get(const std::string& key, google::protobuf::MessageLite& row) const;
  // The rows of the events, or what is wrong with one.
  absl::Status GetEvents(const std::vector<EventToRead>& events,
                         std::vector<rocksdb::PinnableSlice>& rows) const;
  struct Reading {
    bool sorted = false;  // the keys are
    bool keep_blocks = true;
  };
  std::vector<rocksdb::Status> MultiGet(const std::vector<std::string>& keys,
                                        std::vector<rocksdb::PinnableSlice>& values,
                                        const Reading& reading) const;

  absl::StatusOr<ReportRef> FirstReportOf(ReportRef report, const ResolvedEvent& told) const;

  // The version of a row that holds at the past: the present one, of this article or its reports, or, by its
  // prefix, a past one.
  template <typename Row>
  absl::StatusOr<std::optional<Row>> GetVersion(uint64_t article, const std::string& present,
                                                const std::string& past) const;
  // The entity that this one was at the past's revision, as `row` or its own row tells.
  EntityNumber WhoWas(EntityNumber number, const rows::Entity& row) const;
  absl::StatusOr<EntityNumber> WhoWas(EntityNumber number) const;
  absl::StatusOr<RowsByNumber> ReadMembers(EntityNumber number, const rows::Entity& row) const;
  // Those that the cache does not have, into their places.
  absl::Status ReadUnknown(const std::vector<EntityNumber>& numbers,
                           std::vector<SharedEntity>& records) const;
  absl::Status ReadUnknown(const std::vector<EventToRead>& events,
                           const std::vector<SharedEvent*>& places) const;
  absl::StatusOr<SharedEntity> Complete(EntityNumber number, const rows::Entity& own) const;
  absl::StatusOr<SharedEntity> MakeRecord(EntityNumber number, const rows::Entity& own) const;
  absl::StatusOr<std::optional<rows::Entity>> ReadPastEntity(EntityNumber number) const;
  absl::StatusOr<EntityNumber> FindEntity(absl::string_view entity_id, Era era) const;
  absl::Status ScanNames(absl::string_view prefix, Era era, const MatchName& match) const;

  const std::shared_ptr<const IndexMoment> moment_;
  rocksdb::DB& db_;
  const NameKeys& names_;
  Past past_;
  const bool as_of_;  // the past was asked for, though it may be the present
  rocksdb::ReadOptions options_;
  mutable RowRanges ranges_;
  friend class PastEvents;
  const std::unique_ptr<PastEvents> past_events_;
};

// The public id of an event: "ev-7-0-1f3a", made of its first report and a check on that report's own id, so
// that an id never comes to mean another event when its article is replaced. It stays while that report
// stays.
struct EventId {
  ReportRef report;
  uint16_t check = 0;
};
std::string EventIdOf(ReportRef first_report, absl::string_view own_id);
std::string EventIdOf(const StoredEvent& event);
// False where the text is no such id.
bool ParseEventId(absl::string_view text, EventId& id);
// Whether the id was made of this report.
bool MadeOf(const EventId& id, const rows::Report& report);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_VIEW_H_
