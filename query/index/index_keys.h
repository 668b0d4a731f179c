// The keys of the index: the only place that knows their bytes. docs: every key is a table byte and fields
// that sort like the values they hold, so that a range of rows is a range of bytes.
//
// clang-format off
//   key       = 0x01                                          meta: rows::Meta
//             | 0x02                                          the index's own secret: 16 random bytes
//             | "a" article-id                                number of an article: decimal
//             | "r" article                                   article: rows::Article
//             | "r" article ordinal                           report: rows::Report
//             | "r" article ordinal "e"                       merged event, by its first report: rows::Event
//             | "b" type entity discriminator                 block of reports: rows::Block
//             | "n" entity                                    entity: rows::Entity
//             | "i" entity-id                                 number of an entity: decimal
//             | "k" name-key 0x00 rank entity                 entity of a name: empty; rank 0 its name, 1 an alias
//             | "l" entity class ~(day article ordinal)       event of an entity: StampedHeader
//             | "t" type class ~(day article ordinal)         event of a type: the same without participants
//             | "g" entity relation entity title              articles that state a relation: decimal
//             | "x" entity way relation entity title 0x00 age number
//                                                             one article's word for it: rows::RelationReport
//             | "m" entity article                            mention of an id: rows::MentionPlace
//             | "u" entity-id                                 what users taught of it: rows::Taught
//             | "c" revision                                  what an entry changed: rows::Changes
//   The same in capitals: what is no more, or was known once of what is. Only reads of the past look there.
//             | "A" length article-id revision                rows::Article; `revision` is that which brought the version
//             | "R" article ordinal revision                  rows::Report
//             | "B" type entity discriminator article ordinal revision
//                                                             a report that was in the block: rows::Facts
//             | "N" entity | "I" entity-id | "K" …            as "n", "i", "k": entities that no article mentions any more
//             | "L" … ~(day article ordinal) day revision     as "l"; the day from which on it was known. revision 0: not
//             | "T" … ~(day article ordinal) day revision     as "t"                           replaced, but not the latest
//             | "X" … number revision                         as "x"
//   article, ordinal, entity, number, length, revision, discriminator
//             = length-byte big-endian-bytes      no leading zero; 0 is 0x00, 300 is 0x02 0x01 0x2C
//   type, relation, way, rank, class              = one byte
//   day       = three bytes, big-endian, days since 0001-01-01; 0xFFFFFF where undated
//   age       = three bytes, big-endian, 0xFFFFFF - day of publication: the latest first
//   title     = bytes without 0x00
//   ~(…)      = every bit turned: the latest comes first, and RocksDB walks faster forward than backward
//
// Example: the event (article 7, ordinal 0) of entity 300 on 2025-08-25 (day 739487 = 0x0B489F), class 0:
//   6C  02 01 2C  00  F4 B7 60  FE F8  FF
// clang-format on
#ifndef ANNALS_QUERY_INDEX_INDEX_KEYS_H_
#define ANNALS_QUERY_INDEX_INDEX_KEYS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "annals/v1/entity.pb.h"
#include "query/events/day_span.h"
#include "query/events/report_facts.h"

namespace annals::query {

// Width of an event's days: lets a scan for a window of days know how far before it to begin.
enum class SpanClass : uint8_t { kMonth = 0, kYear = 1, kLong = 2, kUndated = 3 };
inline constexpr int kSpanClasses = 4;

SpanClass ClassOf(const std::optional<DaySpan>& span);

// The most days an event of the class takes; kLong has no bound and gives kLastDay + 1.
int32_t MaxDays(SpanClass span_class);

// Where an event stands in a timeline. Dated ones sort before undated ones.
struct EventPosition {
  DayNumber day = 0;  // kUndatedDay: undated
  ReportRef event;

  friend auto operator<=>(const EventPosition&, const EventPosition&) = default;
};
inline constexpr DayNumber kUndatedDay = 0xFFFFFF;

enum class RelationWay : uint8_t { kOut = 0, kIn = 1 };
enum class NameRank : uint8_t { kName = 0, kAlias = 1 };

// Which of a pair of tables: what is, or what was.
enum class Era { kPresent, kPast };
inline constexpr Era kEras[] = {Era::kPresent, Era::kPast};

std::string MetaKey();
std::string SecretKey();
std::string ArticleIdKey(absl::string_view article_id);
// An article stands before its reports, and a merged event behind its first one: they have much in common.
std::string ArticleKey(uint64_t article);
std::string ReportKey(ReportRef report);
std::string EventKey(ReportRef event);
std::string BlockKey(const BlockId& block);
std::string EntityKey(EntityNumber entity, Era era = Era::kPresent);
std::string EntityIdKey(absl::string_view entity_id, Era era = Era::kPresent);
std::string TaughtKey(absl::string_view entity_id);
std::string ChangesKey(uint64_t revision);

// Versions of a row that are no more: a prefix for all, and the version that `since` brought.
std::string PastArticlePrefix(absl::string_view article_id);
std::string PastReportPrefix(ReportRef report);
std::string PastBlockPrefix(const BlockId& block);
std::string PastBlockKey(const BlockId& block, ReportRef report, uint64_t since);
void AppendRevision(uint64_t revision, std::string& key);

// Where an id is mentioned; the article is the end of the key.
std::string MentionsPrefix(EntityNumber entity);
std::string MentionKey(EntityNumber entity, uint64_t article);
bool ParseMentionKey(absl::string_view key, uint64_t& article);

// Whether the row is of a table that writers scan: IndexBatch::Scan.
bool IsScannedByWriters(absl::string_view key);

// The beginnings of the keys of tables that nearly every read looks into, those of the smaller ones first.
std::vector<std::string> OftenReadTables();

// Whether the row is of a table whose rows are read by their whole keys: no range of it is ever sought.
bool IsLookedUp(absl::string_view key);

// All entities whose name key begins with `name_key`; with `whole`, is it. ParseNameKey gives the parts.
std::string NamePrefix(absl::string_view name_key, bool whole, Era era = Era::kPresent);
std::string NameKey(absl::string_view name_key, NameRank rank, EntityNumber entity, Era era = Era::kPresent);
struct NameRow {
  absl::string_view name_key;
  NameRank rank = NameRank::kName;
  EntityNumber entity = kNoEntity;
};
bool ParseNameKey(absl::string_view key, NameRow& row);

// Rows of an entity or a type in one class, the latest first; append a position.
std::string EntityEventsPrefix(EntityNumber entity, SpanClass span_class, Era era = Era::kPresent);
std::string TypeEventsPrefix(v1::EventType type, SpanClass span_class, Era era = Era::kPresent);
void AppendPosition(const EventPosition& position, std::string& key);
// The first of the positions of a day, or of an earlier one.
void AppendPositionDay(DayNumber day, std::string& key);
// Reads the position at the end of a key that begins with a prefix of `prefix_size` bytes.
bool ParsePosition(absl::string_view key, size_t prefix_size, EventPosition& position);
// The same of a row of the past, where the day of knowledge and the revision follow.
void AppendKnown(DayNumber known_from, uint64_t since, std::string& key);
bool ParsePastPosition(absl::string_view key, size_t prefix_size, EventPosition& position,
                       DayNumber& known_from);

// A relation of an entity as seen from it: `way` kOut where it is Relation.from.
struct RelationRow {
  EntityNumber entity = kNoEntity;
  RelationWay way = RelationWay::kOut;
  v1::RelationType type = v1::RELATION_TYPE_UNSPECIFIED;
  EntityNumber other = kNoEntity;
  std::string title;
};
std::string RelationCountKey(const RelationRow& relation);  // `way` is kOut
std::string RelationsPrefix(EntityNumber entity, Era era = Era::kPresent);
std::string RelationsPrefix(EntityNumber entity, RelationWay way, v1::RelationType type,
                            Era era = Era::kPresent);
std::string RelationGroupPrefix(const RelationRow& relation, Era era = Era::kPresent);
std::string RelationKey(const RelationRow& relation, std::optional<DayNumber> published, uint64_t article,
                        Era era = Era::kPresent);
// Of either era.
bool ParseRelationKey(absl::string_view key, RelationRow& relation, uint64_t& article);

}  // namespace annals::query

#endif  // ANNALS_QUERY_INDEX_INDEX_KEYS_H_
