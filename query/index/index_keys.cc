#include "query/index/index_keys.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace annals::query {
namespace {

constexpr char kMeta = 0x01;
constexpr char kSecret = 0x02;
constexpr char kArticleId = 'a';
constexpr char kReport = 'r';
constexpr char kMergedEvent = 'e';
constexpr char kBlock = 'b';
constexpr char kEntity = 'n';
constexpr char kEntityId = 'i';
constexpr char kName = 'k';
constexpr char kEntityEvents = 'l';
constexpr char kTypeEvents = 't';
constexpr char kRelationCount = 'g';
constexpr char kRelation = 'x';
constexpr char kMention = 'm';
constexpr char kChanges = 'c';
constexpr char kPastArticle = 'A';
constexpr char kPastReport = 'R';
constexpr char kPastBlock = 'B';

constexpr int kDayBytes = 3;

// The past's table is the capital of the present's.
char TableOf(char present, Era era) { return era == Era::kPresent ? present : absl::ascii_toupper(present); }

void AppendByte(uint8_t value, std::string& key) { key.push_back(static_cast<char>(value)); }

void AppendNumber(uint64_t value, std::string& key) {
  const int bytes = value == 0 ? 0 : (64 - __builtin_clzll(value) + 7) / 8;
  AppendByte(bytes, key);
  for (int i = bytes - 1; i >= 0; --i) AppendByte(value >> (8 * i), key);
}

void AppendDay(DayNumber day, std::string& key) {
  for (int i = kDayBytes - 1; i >= 0; --i) AppendByte(day >> (8 * i), key);
}

bool TakeByte(absl::string_view& key, uint8_t& value) {
  if (key.empty()) return false;
  value = static_cast<uint8_t>(key.front());
  key.remove_prefix(1);
  return true;
}

bool TakeNumber(absl::string_view& key, uint64_t& value) {
  uint8_t bytes = 0;
  if (!TakeByte(key, bytes) || bytes > 8 || key.size() < bytes) return false;
  value = 0;
  for (int i = 0; i < bytes; ++i) value = value << 8 | static_cast<uint8_t>(key[i]);
  key.remove_prefix(bytes);
  return true;
}

bool TakeDay(absl::string_view& key, DayNumber& day) {
  if (key.size() < kDayBytes) return false;
  day = 0;
  for (int i = 0; i < kDayBytes; ++i) day = day << 8 | static_cast<uint8_t>(key[i]);
  key.remove_prefix(kDayBytes);
  return true;
}

void Turn(size_t from, std::string& key) {
  for (size_t i = from; i < key.size(); ++i) key[i] = static_cast<char>(~key[i]);
}

bool TakeTurnedNumber(absl::string_view& key, uint64_t& value) {
  if (key.empty()) return false;
  const auto bytes = static_cast<uint8_t>(~key.front());
  if (bytes > 8 || key.size() < size_t{1} + bytes) return false;
  value = 0;
  for (int i = 1; i <= bytes; ++i) value = value << 8 | static_cast<uint8_t>(~key[i]);
  key.remove_prefix(size_t{1} + bytes);
  return true;
}

bool TakePosition(absl::string_view& key, EventPosition& position) {
  if (!TakeDay(key, position.day)) return false;
  position.day = kUndatedDay - position.day;
  return TakeTurnedNumber(key, position.event.article) && TakeTurnedNumber(key, position.event.ordinal);
}

std::string NumberKey(char table, uint64_t a) {
  std::string key(1, table);
  AppendNumber(a, key);
  return key;
}

std::string RefKey(char table, ReportRef ref) {
  std::string key = NumberKey(table, ref.article);
  AppendNumber(ref.ordinal, key);
  return key;
}

std::string KeyOfBlock(char table, const BlockId& block) {
  std::string key(1, table);
  AppendByte(block.type, key);
  AppendNumber(block.entity, key);
  AppendNumber(block.discriminator, key);
  return key;
}

// A title is data: what would end it early is left out.
void AppendTitle(absl::string_view title, std::string& key) {
  for (char c : title) {
    if (c != '\0') key.push_back(c);
  }
}

}  // namespace

SpanClass ClassOf(const std::optional<DaySpan>& span) {
  if (!span) return SpanClass::kUndated;
  for (SpanClass c : {SpanClass::kMonth, SpanClass::kYear}) {
    if (span->days() <= MaxDays(c)) return c;
  }
  return SpanClass::kLong;
}

int32_t MaxDays(SpanClass span_class) {
  switch (span_class) {
    case SpanClass::kMonth:
      return 31;
    case SpanClass::kYear:
      return 366;
    default:
      return kLastDay + 1;
  }
}

std::string MetaKey() { return std::string(1, kMeta); }
std::string SecretKey() { return std::string(1, kSecret); }
std::string ArticleKey(uint64_t article) { return NumberKey(kReport, article); }

std::string ArticleIdKey(absl::string_view article_id) {
  return absl::StrCat(std::string(1, kArticleId), article_id);
}

std::string ReportKey(ReportRef report) { return RefKey(kReport, report); }
std::string EventKey(ReportRef event) { return RefKey(kReport, event) + kMergedEvent; }
std::string ChangesKey(uint64_t revision) { return NumberKey(kChanges, revision); }
std::string TaughtKey(absl::string_view entity_id) { return absl::StrCat("u", entity_id); }
std::string MentionsPrefix(EntityNumber entity) { return NumberKey(kMention, entity); }

std::string MentionKey(EntityNumber entity, uint64_t article) {
  std::string key = MentionsPrefix(entity);
  AppendNumber(article, key);
  return key;
}

bool ParseMentionKey(absl::string_view key, uint64_t& article) {
  EntityNumber entity = kNoEntity;
  if (key.empty() || key.front() != kMention) return false;
  key.remove_prefix(1);
  return TakeNumber(key, entity) && TakeNumber(key, article) && key.empty();
}

bool IsScannedByWriters(absl::string_view key) {
  return !key.empty() && (key.front() == kName || key.front() == kMention);
}

std::vector<std::string> OftenReadTables() { return {{kEntityId}, {kEntity}, {kEntityEvents}}; }

bool IsLookedUp(absl::string_view key) {
  static constexpr char kLookedUp[] = {kMeta,  kSecret, kArticleId, kReport,
                                       kBlock, kEntity, kEntityId,  kRelationCount};
  return !key.empty() &&
         std::find(std::begin(kLookedUp), std::end(kLookedUp), key.front()) != std::end(kLookedUp);
}

std::string BlockKey(const BlockId& block) { return KeyOfBlock(kBlock, block); }
std::string PastReportPrefix(ReportRef report) { return RefKey(kPastReport, report); }
std::string PastBlockPrefix(const BlockId& block) { return KeyOfBlock(kPastBlock, block); }

std::string EntityKey(EntityNumber entity, Era era) { return NumberKey(TableOf(kEntity, era), entity); }

std::string EntityIdKey(absl::string_view entity_id, Era era) {
  return absl::StrCat(std::string(1, TableOf(kEntityId, era)), entity_id);
}

std::string PastArticlePrefix(absl::string_view article_id) {
  std::string key = NumberKey(kPastArticle, article_id.size());
  absl::StrAppend(&key, article_id);
  return key;
}

std::string PastBlockKey(const BlockId& block, ReportRef report, uint64_t since) {
  std::string key = PastBlockPrefix(block);
  AppendNumber(report.article, key);
  AppendNumber(report.ordinal, key);
  AppendNumber(since, key);
  return key;
}

void AppendRevision(uint64_t revision, std::string& key) { AppendNumber(revision, key); }

std::string NamePrefix(absl::string_view name_key, bool whole, Era era) {
  std::string key = absl::StrCat(std::string(1, TableOf(kName, era)), name_key);
  if (whole) key.push_back('\0');
  return key;
}

std::string NameKey(absl::string_view name_key, NameRank rank, EntityNumber entity, Era era) {
  std::string key = NamePrefix(name_key, true, era);
  AppendByte(static_cast<uint8_t>(rank), key);
  AppendNumber(entity, key);
  return key;
}

bool ParseNameKey(absl::string_view key, NameRow& row) {
  const size_t end = key.find('\0');
  if (key.empty() || absl::ascii_tolower(key.front()) != kName || end == absl::string_view::npos)
    return false;
  row.name_key = key.substr(1, end - 1);
  key.remove_prefix(end + 1);
  uint8_t rank = 0;
  if (!TakeByte(key, rank)) return false;
  row.rank = static_cast<NameRank>(rank);
  return TakeNumber(key, row.entity) && key.empty();
}

std::string EntityEventsPrefix(EntityNumber entity, SpanClass span_class, Era era) {
  std::string key = NumberKey(TableOf(kEntityEvents, era), entity);
  AppendByte(static_cast<uint8_t>(span_class), key);
  return key;
}

std::string TypeEventsPrefix(v1::EventType type, SpanClass span_class, Era era) {
  std::string key(1, TableOf(kTypeEvents, era));
  AppendByte(type, key);
  AppendByte(static_cast<uint8_t>(span_class), key);
  return key;
}

void AppendPositionDay(DayNumber day, std::string& key) { AppendDay(kUndatedDay - day, key); }

void AppendPosition(const EventPosition& position, std::string& key) {
  AppendPositionDay(position.day, key);
  const size_t from = key.size();
  AppendNumber(position.event.article, key);
  AppendNumber(position.event.ordinal, key);
  Turn(from, key);
}

void AppendKnown(DayNumber known_from, uint64_t since, std::string& key) {
  AppendDay(known_from, key);
  AppendNumber(since, key);
}

bool ParsePosition(absl::string_view key, size_t prefix_size, EventPosition& position) {
  if (key.size() < prefix_size) return false;
  key.remove_prefix(prefix_size);
  return TakePosition(key, position) && key.empty();
}

bool ParsePastPosition(absl::string_view key, size_t prefix_size, EventPosition& position,
                       DayNumber& known_from) {
  if (key.size() < prefix_size) return false;
  key.remove_prefix(prefix_size);
  uint64_t since = 0;
  return TakePosition(key, position) && TakeDay(key, known_from) && TakeNumber(key, since) && key.empty();
}

std::string RelationCountKey(const RelationRow& relation) {
  std::string key = NumberKey(kRelationCount, relation.entity);
  AppendByte(relation.type, key);
  AppendNumber(relation.other, key);
  AppendTitle(relation.title, key);
  return key;
}

std::string RelationsPrefix(EntityNumber entity, Era era) {
  return NumberKey(TableOf(kRelation, era), entity);
}

std::string RelationsPrefix(EntityNumber entity, RelationWay way, v1::RelationType type, Era era) {
  std::string key = RelationsPrefix(entity, era);
  AppendByte(static_cast<uint8_t>(way), key);
  AppendByte(type, key);
  return key;
}

std::string RelationGroupPrefix(const RelationRow& relation, Era era) {
  std::string key = RelationsPrefix(relation.entity, relation.way, relation.type, era);
  AppendNumber(relation.other, key);
  AppendTitle(relation.title, key);
  key.push_back('\0');
  return key;
}

std::string RelationKey(const RelationRow& relation, std::optional<DayNumber> published, uint64_t article,
                        Era era) {
  std::string key = RelationGroupPrefix(relation, era);
  AppendDay(kUndatedDay - published.value_or(0), key);
  AppendNumber(article, key);
  return key;
}

bool ParseRelationKey(absl::string_view key, RelationRow& relation, uint64_t& article) {
  uint8_t way = 0;
  uint8_t type = 0;
  if (key.empty() || absl::ascii_tolower(key.front()) != kRelation) return false;
  key.remove_prefix(1);
  if (!TakeNumber(key, relation.entity) || !TakeByte(key, way) || !TakeByte(key, type)) return false;
  if (!TakeNumber(key, relation.other)) return false;
  const size_t end = key.find('\0');
  if (end == absl::string_view::npos) return false;
  relation.way = static_cast<RelationWay>(way);
  relation.type = static_cast<v1::RelationType>(type);
  relation.title = std::string(key.substr(0, end));
  key.remove_prefix(end + 1);
  DayNumber age = 0;
  return TakeDay(key, age) && TakeNumber(key, article);
}

}  // namespace annals::query
