#include "query/index/index_view.h"

#include <algorithm>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "common/errors/errors.h"
#include "common/status_macros.h"
#include "common/storage/database.h"
#include "query/index/entity_id_row.h"
#include "query/index/facts_row.h"
#include "query/index/held_relation.h"
#include "query/index/past_events.h"
#include "query/index/relation_scan.h"
#include "query/index/short_rows.h"

namespace annals::query {
namespace {

absl::Status BrokenRow() { return CorruptStorage("index: a row does not parse"); }

uint64_t SinceOf(const rows::Report& row) { return row.since(); }
uint64_t SinceOf(const rows::Article& row) { return row.revision(); }

StoredEvent ToStored(ReportRef ref, rows::Event row) {
  StoredEvent event{.ref = ref, .told = TakeTold(row)};
  for (const rows::Ref& report : row.reports()) event.reports.push_back(FromRow(report));
  event.article_ids.assign(row.article_ids().begin(), row.article_ids().end());
  return event;
}

StoredEvent ToStored(ReportRef ref, rows::Report row) {
  return {.ref = ref, .told = TakeTold(row), .reports = {ref}, .article_ids = {row.article_id()}};
}

// A merged event is its own row; one of a single report is that report.
template <typename Row>
bool ParseEvent(ReportRef ref, const rocksdb::Slice& value, std::vector<StoredEvent>& events) {
  Row row;
  if (!row.ParseFromArray(value.data(), static_cast<int>(value.size()))) return false;
  events.push_back(ToStored(ref, std::move(row)));
  return true;
}

// Of the article's own event id.
uint16_t CheckOf(absl::string_view own_id) { return static_cast<uint16_t>(Fingerprint(own_id)); }

}  // namespace

absl::StatusOr<std::unique_ptr<IndexView>> IndexView::Make(std::shared_ptr<const IndexMoment> moment,
                                                           const NameKeys& names, const Past& past) {
  if (past.revision.value_or(0) > moment->meta().applied_revision()) {
    return absl::OutOfRangeError(absl::StrCat("revision ", *past.revision, " is not applied yet"));
  }
  return std::unique_ptr<IndexView>(new IndexView(std::move(moment), names, past));
}

IndexView::IndexView(std::shared_ptr<const IndexMoment> moment, const NameKeys& names, const Past& past)
    : moment_(std::move(moment)),
      db_(moment_->db()),
      names_(names),
      past_(past),
      as_of_(!past.present()),
      ranges_(db_, moment_->snapshot()),
      past_events_(new PastEvents(*this)) {
  options_.snapshot = moment_->snapshot();
  if (past_.revision == meta().applied_revision()) past_.revision.reset();
}

IndexView::~IndexView() = default;

absl::StatusOr<bool> IndexView::Get(const std::string& key, google::protobuf::MessageLite& row) const {
  rocksdb::PinnableSlice value;
  const rocksdb::Status read = db_.Get(options_, db_.DefaultColumnFamily(), key, &value);
  if (read.IsNotFound()) return false;
  ANNALS_RETURN_IF_ERROR(FromRocksDb(read));
  if (!row.ParseFromArray(value.data(), static_cast<int>(value.size()))) return BrokenRow();
  return true;
}

std::vector<rocksdb::Status> IndexView::MultiGet(const std::vector<std::string>& keys,
                                                 std::vector<rocksdb::PinnableSlice>& values,
                                                 const Reading& reading) const {
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  values = std::vector<rocksdb::PinnableSlice>(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  rocksdb::ReadOptions options = options_;
  options.fill_cache = reading.keep_blocks;
  db_.MultiGet(options, db_.DefaultColumnFamily(), keys.size(), slices.data(), values.data(), statuses.data(),
               reading.sorted);
  return statuses;
}

// What is now comes first; what was is there only for those who look at a past.
absl::StatusOr<EntityNumber> IndexView::FindEntity(absl::string_view entity_id) const {
  ANNALS_ASSIGN_OR_RETURN(const EntityNumber number, FindEntity(entity_id, Era::kPresent));
  if (number != kNoEntity || !as_of_) return number;
  ANNALS_ASSIGN_OR_RETURN(const EntityNumber gone, FindEntity(entity_id, Era::kPast));
  ANNALS_ASSIGN_OR_RETURN(const auto row, ReadPastEntity(gone));
  return row ? WhoWas(gone, *row) : kNoEntity;
}

absl::StatusOr<EntityNumber> IndexView::FindEntity(absl::string_view entity_id, Era era) const {
  std::string value;
  const rocksdb::Status read = db_.Get(options_, EntityIdKey(entity_id, era), &value);
  if (read.IsNotFound()) return kNoEntity;
  ANNALS_RETURN_IF_ERROR(FromRocksDb(read));
  EntityIdRow row;
  if (!FromText(value, row)) return BrokenRow();
  return era == Era::kPresent && past_.revision ? WhoWas(row.number) : row.same_as;
}

absl::StatusOr<EntityNumber> IndexView::WhoWas(EntityNumber number) const {
  rows::Entity row;
  ANNALS_ASSIGN_OR_RETURN(const bool found, Get(EntityKey(number), row));
  if (!found) ANNALS_RETURN_IF_ERROR(Get(EntityKey(number, Era::kPast), row).status());
  return WhoWas(number, row);
}

EntityNumber IndexView::WhoWas(EntityNumber number, const rows::Entity& row) const {
  EntityNumber same_as = row.same_as();
  for (const rows::PastIdentity& was : row.past_identities()) {
    if (!past_.revision || was.until() <= *past_.revision) continue;
    same_as = was.same_as();
    break;
  }
  return same_as == kNoEntity ? number : same_as;
}

absl::StatusOr<std::vector<EntityRecord>> IndexView::ReadEntities(
    const std::vector<EntityNumber>& numbers) const {
  ANNALS_ASSIGN_OR_RETURN(const std::vector<SharedEntity> shared, ShareEntities(numbers));
  std::vector<EntityRecord> records;
  records.reserve(shared.size());
  for (const SharedEntity& record : shared) records.push_back(*record);
  return records;
}

absl::StatusOr<std::vector<SharedEntity>> IndexView::ShareEntities(
    const std::vector<EntityNumber>& numbers) const {
  std::vector<SharedEntity> records = moment_->caches()->entities.FindAll(numbers, meta().applied_revision());
  if (std::find(records.begin(), records.end(), nullptr) != records.end())
    ANNALS_RETURN_IF_ERROR(ReadUnknown(numbers, records));
  std::erase(records, nullptr);
  return records;
}

// In order of their rows.
absl::Status IndexView::ReadUnknown(const std::vector<EntityNumber>& numbers,
                                    std::vector<SharedEntity>& records) const {
  std::vector<std::pair<EntityNumber, size_t>> unknown;
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (records[i] == nullptr) unknown.emplace_back(numbers[i], i);
  }
  std::sort(unknown.begin(), unknown.end());
  std::vector<std::string> keys;
  keys.reserve(unknown.size());
  for (const auto& [number, place] : unknown) keys.push_back(EntityKey(number));
  std::vector<rocksdb::PinnableSlice> values;
  const std::vector<rocksdb::Status> statuses = MultiGet(keys, values, {.sorted = true});
  rows::Entity row;
  for (size_t i = 0; i < unknown.size(); ++i) {
    const auto [number, place] = unknown[i];
    if (statuses[i].IsNotFound()) {
      ANNALS_ASSIGN_OR_RETURN(const auto gone, ReadPastEntity(number));
      if (!gone) continue;
      ANNALS_ASSIGN_OR_RETURN(records[place], MakeRecord(number, *gone));
      continue;
    }
    ANNALS_RETURN_IF_ERROR(FromRocksDb(statuses[i]));
    if (!row.ParseFromArray(values[i].data(), static_cast<int>(values[i].size()))) return BrokenRow();
    ANNALS_ASSIGN_OR_RETURN(records[place], Complete(number, row));
  }
  return absl::OkStatus();
}

// Only what depends on its own row alone, and is the same at every revision, is kept.
absl::StatusOr<SharedEntity> IndexView::Complete(EntityNumber number, const rows::Entity& own) const {
  const bool alone = own.same_as() == kNoEntity && own.members().empty();
  if (alone && own.past_identities().empty() && own.past_members().empty()) {
    auto record = std::make_shared<const EntityRecord>(ToRecord(number, own));
    moment_->caches()->entities.Put(number, meta().applied_revision(), record);
    return record;
  }
  return MakeRecord(number, own);
}

absl::StatusOr<SharedEntity> IndexView::MakeRecord(EntityNumber number, const rows::Entity& own) const {
  rows::Entity row = own;
  const EntityNumber who = WhoWas(number, own);
  if (who != number) {
    row.Clear();
    ANNALS_RETURN_IF_ERROR(Get(EntityKey(who), row).status());
  }
  ANNALS_ASSIGN_OR_RETURN(const RowsByNumber by_number, ReadMembers(who, row));
  std::vector<rows::Entity> members;
  for (const auto& [member, member_row] : by_number) members.push_back(member_row);
  auto record = std::make_shared<EntityRecord>(ToRecord(number, row, members));
  record->is_another = who != number;
  record->of_several = true;
  return record;
}

// Those that the entity's members are, or were.
absl::StatusOr<IndexView::RowsByNumber> IndexView::ReadMembers(EntityNumber number,
                                                               const rows::Entity& row) const {
  std::set<EntityNumber> candidates(row.members().begin(), row.members().end());
  if (past_.revision) candidates.insert(row.past_members().begin(), row.past_members().end());
  RowsByNumber members;
  for (EntityNumber candidate : candidates) {
    rows::Entity member;
    ANNALS_ASSIGN_OR_RETURN(const bool found, Get(EntityKey(candidate), member));
    if (!found) ANNALS_RETURN_IF_ERROR(Get(EntityKey(candidate, Era::kPast), member).status());
    if (WhoWas(candidate, member) == number) members.emplace(candidate, std::move(member));
  }
  return members;
}

absl::StatusOr<IndexView::EntityRows> IndexView::ReadEntityRows(EntityNumber number) const {
  EntityRows rows;
  ANNALS_RETURN_IF_ERROR(Get(EntityKey(number), rows.own).status());
  ANNALS_ASSIGN_OR_RETURN(rows.members, ReadMembers(number, rows.own));
  return rows;
}

absl::StatusOr<std::vector<uint64_t>> IndexView::ReadDegrees(EntityNumber first, size_t count) const {
  std::vector<std::string> keys;
  for (size_t i = 0; i < count; ++i) keys.push_back(EntityKey(first + i));
  std::vector<rocksdb::PinnableSlice> values;
  const std::vector<rocksdb::Status> statuses = MultiGet(keys, values, {.sorted = true});
  std::vector<uint64_t> degrees(count);
  rows::Entity row;
  for (size_t i = 0; i < count; ++i) {
    if (statuses[i].IsNotFound()) continue;
    ANNALS_RETURN_IF_ERROR(FromRocksDb(statuses[i]));
    if (!row.ParseFromArray(values[i].data(), static_cast<int>(values[i].size()))) return BrokenRow();
    degrees[i] = row.edge_count();
  }
  return degrees;
}

absl::StatusOr<std::optional<EntityRecord>> IndexView::ReadEntity(EntityNumber number) const {
  ANNALS_ASSIGN_OR_RETURN(std::vector<EntityRecord> records, ReadEntities({number}));
  if (records.empty()) return std::optional<EntityRecord>();
  return std::optional<EntityRecord>(std::move(records.front()));
}

// An entity that articles mentioned once, but none mentions now.
absl::StatusOr<std::optional<rows::Entity>> IndexView::ReadPastEntity(EntityNumber number) const {
  rows::Entity row;
  if (!as_of_ || number == kNoEntity) return std::optional<rows::Entity>();
  ANNALS_ASSIGN_OR_RETURN(const bool found, Get(EntityKey(number, Era::kPast), row));
  if (!found) return std::optional<rows::Entity>();
  return std::optional<rows::Entity>(std::move(row));
}

absl::Status IndexView::ScanNames(absl::string_view prefix, const MatchName& match) const {
  bool more = true;
  const auto go_on = [&](const NameMatch& name) { return more = match(name); };
  ANNALS_RETURN_IF_ERROR(ScanNames(prefix, Era::kPresent, go_on));
  if (!more || !as_of_) return absl::OkStatus();
  return ScanNames(prefix, Era::kPast, match);
}

absl::Status IndexView::ScanNames(absl::string_view prefix, Era era, const MatchName& match) const {
  const std::string lower = NamePrefix(prefix, false, era);
  const RowRanges::Lent range = Range(lower, PrefixEnd(lower));
  rocksdb::Iterator* const rows = &range->rows();
  for (rows->Seek(lower); rows->Valid(); rows->Next()) {
    NameRow row;
    if (!ParseNameKey(FromSlice(rows->key()), row)) return BrokenRow();
    const EntityNumber named = row.entity;
    // Whom the name means, where that is another one.
    if (!rows->value().empty() && !absl::SimpleAtoi(FromSlice(rows->value()), &row.entity))
      return BrokenRow();
    if (past_.revision) {
      ANNALS_ASSIGN_OR_RETURN(row.entity, WhoWas(named));
    }
    if (!match({row.entity, row.rank, std::string(row.name_key)})) break;
  }
  return FromRocksDb(rows->status());
}

absl::StatusOr<std::vector<NameMatch>> IndexView::FindName(absl::string_view name_key, size_t limit) const {
  std::vector<NameMatch> matches;
  for (Era era : kEras) {
    if (era == Era::kPast && !as_of_) break;
    ANNALS_RETURN_IF_ERROR(ScanNames(name_key, era, [&](const NameMatch& match) {
      if (match.name_key != name_key || matches.size() == limit) return false;
      const bool known = std::any_of(matches.begin(), matches.end(),
                                     [&](const NameMatch& other) { return other.entity == match.entity; });
      if (!known) matches.push_back(match);
      return true;
    }));
  }
  return matches;
}

absl::StatusOr<std::vector<StoredEvent>> IndexView::ReadEvents(const std::vector<EventToRead>& events) const {
  if (!past_.present()) return past_events_->Read(events);
  std::vector<rocksdb::PinnableSlice> values;
  ANNALS_RETURN_IF_ERROR(GetEvents(events, values));
  std::vector<StoredEvent> read;
  for (size_t i = 0; i < events.size(); ++i) {
    const bool parsed = events[i].merged ? ParseEvent<rows::Event>(events[i].ref, values[i], read)
                                         : ParseEvent<rows::Report>(events[i].ref, values[i], read);
    if (!parsed) return BrokenRow();
  }
  return read;
}

absl::Status IndexView::GetEvents(const std::vector<EventToRead>& events,
                                  std::vector<rocksdb::PinnableSlice>& rows) const {
  std::vector<std::string> keys;
  keys.reserve(events.size());
  for (const EventToRead& event : events)
    keys.push_back(event.merged ? EventKey(event.ref) : ReportKey(event.ref));
  // They lie apart, and have a cache of their own: their blocks would drive out those that all reads need.
  for (const rocksdb::Status& status : MultiGet(keys, rows, {.keep_blocks = false})) {
    if (status.IsNotFound()) return BrokenRow();
    ANNALS_RETURN_IF_ERROR(FromRocksDb(status));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<SharedEvent>> IndexView::ShareEvents(
    const std::vector<EventToRead>& events) const {
  std::vector<ReportRef> refs;
  refs.reserve(events.size());
  for (const EventToRead& event : events) refs.push_back(event.ref);
  std::vector<SharedEvent> shared = moment_->caches()->events.FindAll(refs, meta().applied_revision());
  std::vector<EventToRead> unknown;
  std::vector<SharedEvent*> places;
  for (size_t i = 0; i < events.size(); ++i) {
    if (shared[i] != nullptr) continue;
    unknown.push_back(events[i]);
    places.push_back(&shared[i]);
  }
  if (!unknown.empty()) ANNALS_RETURN_IF_ERROR(ReadUnknown(unknown, places));
  return shared;
}

absl::Status IndexView::ReadUnknown(const std::vector<EventToRead>& events,
                                    const std::vector<SharedEvent*>& places) const {
  std::vector<rocksdb::PinnableSlice> rows;
  ANNALS_RETURN_IF_ERROR(GetEvents(events, rows));
  std::vector<EventBytes> read(events.size());
  std::vector<EntityNumber> numbers;
  for (size_t i = 0; i < events.size(); ++i) {
    read[i].ref = events[i].ref;
    if (!ReadEventBytes(FromSlice(rows[i]), events[i].merged, read[i])) return BrokenRow();
    numbers.insert(numbers.end(), read[i].numbers.begin(), read[i].numbers.end());
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  ANNALS_ASSIGN_OR_RETURN(const std::vector<SharedEntity> entities, ShareEntities(numbers));
  absl::flat_hash_map<EntityNumber, absl::string_view> ids;
  for (const SharedEntity& entity : entities) ids[entity->number] = entity->entity.id();
  for (size_t i = 0; i < events.size(); ++i) {
    auto answer = std::make_shared<EventAnswer>();
    if (!MakeEventAnswer(
            read[i], [&](EntityNumber number) { return ids[number]; }, *answer))
      return BrokenRow();
    *places[i] = std::move(answer);
    moment_->caches()->events.Put(events[i].ref, meta().applied_revision(), *places[i]);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<StoredEvent>> IndexView::ReadEvent(ReportRef report) const {
  if (!past_.present()) return past_events_->ReadWith(report);
  rows::Report row;
  ANNALS_ASSIGN_OR_RETURN(const bool found, Get(ReportKey(report), row));
  if (!found) return std::optional<StoredEvent>();
  StoredEvent single = ToStored(report, std::move(row));
  ANNALS_ASSIGN_OR_RETURN(const ReportRef first, FirstReportOf(report, single.told));
  rows::Event merged;
  ANNALS_ASSIGN_OR_RETURN(const bool has_own_row, Get(EventKey(first), merged));
  if (!has_own_row) return std::optional<StoredEvent>(std::move(single));
  return std::optional<StoredEvent>(ToStored(first, std::move(merged)));
}

absl::StatusOr<ReportRef> IndexView::FirstReportOf(ReportRef report, const ResolvedEvent& told) const {
  const std::optional<BlockId> block = BlockOf(told, names_);
  if (!block) return report;
  rows::Block row;
  ANNALS_RETURN_IF_ERROR(Get(BlockKey(*block), row).status());
  const BlockReports reports = FromRow(row, block->entity);
  const auto found = reports.find(report);
  return found == reports.end() ? report : found->second.event;
}

template <typename Row>
absl::StatusOr<std::optional<Row>> IndexView::GetVersion(uint64_t article, const std::string& present,
                                                         const std::string& past) const {
  Row row;
  ANNALS_ASSIGN_OR_RETURN(const bool found, Get(present, row));
  if (found) Lengthen(article, row);
  if (found && (!past_.revision || SinceOf(row) <= *past_.revision))
    return std::optional<Row>(std::move(row));
  if (!past_.revision) return std::optional<Row>();
  std::string last = past;
  AppendRevision(*past_.revision, last);
  const RowRanges::Lent range = Range(past, PrefixEnd(past));
  rocksdb::Iterator* const rows = &range->rows();
  rows->SeekForPrev(last);
  ANNALS_RETURN_IF_ERROR(FromRocksDb(rows->status()));
  if (!rows->Valid()) return std::optional<Row>();
  if (!row.ParseFromArray(rows->value().data(), static_cast<int>(rows->value().size()))) return BrokenRow();
  if (row.until() <= *past_.revision) return std::optional<Row>();
  return std::optional<Row>(std::move(row));
}

absl::StatusOr<std::optional<rows::Report>> IndexView::ReadReport(ReportRef report) const {
  ANNALS_ASSIGN_OR_RETURN(
      auto row, GetVersion<rows::Report>(report.article, ReportKey(report), PastReportPrefix(report)));
  if (row && static_cast<DayNumber>(row->known()) > past_.known_on.value_or(kStillKnown)) row.reset();
  return row;
}

absl::StatusOr<std::optional<rows::Article>> IndexView::ReadArticle(absl::string_view article_id) const {
  std::string number;
  uint64_t article = 0;
  const rocksdb::Status read = db_.Get(options_, ArticleIdKey(article_id), &number);
  if (!read.IsNotFound()) ANNALS_RETURN_IF_ERROR(FromRocksDb(read));
  // Retracted or replaced ones are found by their id.
  if (read.ok() && !absl::SimpleAtoi(number, &article)) return BrokenRow();
  return GetVersion<rows::Article>(article, ArticleKey(article), PastArticlePrefix(article_id));
}

absl::StatusOr<std::vector<std::string>> IndexView::ReadArticleIds(
    const std::vector<uint64_t>& articles) const {
  std::vector<std::string> keys;
  for (uint64_t article : articles) keys.push_back(ArticleKey(article));
  std::vector<rocksdb::PinnableSlice> values;
  const std::vector<rocksdb::Status> statuses = MultiGet(keys, values, {});
  std::vector<std::string> ids;
  for (size_t i = 0; i < articles.size(); ++i) {
    if (statuses[i].IsNotFound()) continue;
    ANNALS_RETURN_IF_ERROR(FromRocksDb(statuses[i]));
    rows::Article row;
    if (!row.ParseFromArray(values[i].data(), static_cast<int>(values[i].size()))) return BrokenRow();
    ids.push_back(row.article().id());
  }
  return ids;
}

absl::StatusOr<std::vector<ReportRef>> IndexView::ReadChanges(uint64_t revision) const {
  rows::Changes row;
  ANNALS_RETURN_IF_ERROR(Get(ChangesKey(revision), row).status());
  std::vector<ReportRef> events;
  uint64_t near = revision;
  for (int i = 0; i + 1 < row.events_size(); i += 2) {
    near -= static_cast<uint64_t>(row.events(i));
    events.push_back({near, static_cast<uint64_t>(row.events(i + 1))});
  }
  return events;
}

absl::StatusOr<std::vector<StoredRelation>> IndexView::ReadRelations(EntityNumber entity,
                                                                     std::optional<WayAndType> only,
                                                                     size_t limit,
                                                                     std::optional<DayNumber> true_on) const {
  std::vector<StoredRelation> relations;
  RelationScan scan(*this, entity, only);
  HeldRelation held(true_on);
  const auto drop_unheld = [&] {
    if (!relations.empty() && !held.Held()) relations.pop_back();
  };
  while (scan.Next()) {
    if (!scan.same_group()) {
      drop_unheld();
      if (relations.size() == limit) return relations;
      relations.push_back(
          {.relation = scan.relation(), .former = scan.report().former(), .time = scan.report().time()});
      held = HeldRelation(true_on);
    }
    held.Note(scan.report(), scan.article());
    const bool full = relations.back().article_ids.size() == kMaxRelationArticles;
    if (!full) relations.back().article_ids.push_back(scan.report().article_id());
    if (full && !true_on) scan.SkipGroup();
  }
  drop_unheld();
  ANNALS_RETURN_IF_ERROR(scan.status());
  return relations;
}

std::string EventIdOf(ReportRef first_report, absl::string_view own_id) {
  return absl::StrCat("ev-", first_report.article, "-", first_report.ordinal, "-",
                      absl::Hex(CheckOf(own_id), absl::kZeroPad4));
}

std::string EventIdOf(const StoredEvent& event) { return EventIdOf(event.ref, event.told.event.id()); }

bool ParseEventId(absl::string_view text, EventId& id) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '-');
  uint32_t check = 0;
  if (parts.size() != 4 || parts[0] != "ev" || parts[3].size() != 4) return false;
  if (!absl::SimpleAtoi(parts[1], &id.report.article) || !absl::SimpleAtoi(parts[2], &id.report.ordinal))
    return false;
  if (!absl::SimpleHexAtoi(parts[3], &check)) return false;
  id.check = static_cast<uint16_t>(check);
  return true;
}

bool MadeOf(const EventId& id, const rows::Report& report) {
  return id.check == CheckOf(report.event().id());
}

}  // namespace annals::query
