#include "query/index/index_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace annals::query {
namespace {

// Values that sort as listed must have keys that sort as listed.
void ExpectAscending(const std::vector<std::string>& keys) {
  for (size_t i = 1; i < keys.size(); ++i) EXPECT_LT(keys[i - 1], keys[i]) << "at " << i;
}

const std::vector<uint64_t>& Numbers() {
  static const auto* const numbers =
      new std::vector<uint64_t>{0,         1,         2,          127,         128,
                                255,       256,       300,        65535,       65536,
                                0xFFFFFF,  0x1000000, 0xFFFFFFFF, 0x100000000, UINT64_MAX - 1,
                                UINT64_MAX};
  return *numbers;
}

TEST(IndexKeysTest, TheExampleOfTheGrammar) {
  std::string key = EntityEventsPrefix(300, SpanClass::kMonth);
  AppendPosition({739487, {7, 0}}, key);
  EXPECT_EQ(key, std::string("\x6C\x02\x01\x2C\x00\xF4\xB7\x60\xFE\xF8\xFF", 11));
}

TEST(IndexKeysTest, NumbersSortLikeTheirValues) {
  std::vector<std::string> keys;
  for (uint64_t number : Numbers()) keys.push_back(EntityKey(number));
  ExpectAscending(keys);
}

TEST(IndexKeysTest, ReportsSortByArticleThenOrdinal) {
  std::vector<std::string> keys;
  for (uint64_t article : Numbers()) {
    for (uint64_t ordinal : Numbers()) keys.push_back(ReportKey({article, ordinal}));
  }
  ExpectAscending(keys);
}

TEST(IndexKeysTest, PositionsSortTheLatestFirstAndReadBack) {
  std::vector<EventPosition> positions;
  for (DayNumber day : {0, 1, 255, 256, 65535, 65536, kLastDay, kUndatedDay}) {
    for (uint64_t article : Numbers()) positions.push_back({day, {article, 3}});
  }
  ASSERT_TRUE(std::is_sorted(positions.begin(), positions.end()));
  const std::string prefix = EntityEventsPrefix(9, SpanClass::kYear);
  std::vector<std::string> keys;
  for (const EventPosition& position : positions) {
    keys.push_back(prefix);
    AppendPosition(position, keys.back());
    EventPosition read;
    ASSERT_TRUE(ParsePosition(keys.back(), prefix.size(), read));
    EXPECT_EQ(read, position);
  }
  std::reverse(keys.begin(), keys.end());
  ExpectAscending(keys);
}

TEST(IndexKeysTest, ABrokenPositionIsRefused) {
  EventPosition position;
  EXPECT_FALSE(ParsePosition("l", 5, position));
  EXPECT_FALSE(ParsePosition("lab", 1, position));
  std::string key = "l";
  AppendPosition({1, {2, 3}}, key);
  EXPECT_FALSE(ParsePosition(key + "x", 1, position));
  key.pop_back();
  EXPECT_FALSE(ParsePosition(key, 1, position));
}

TEST(IndexKeysTest, NamesSortByKeyThenRankAndReadBack) {
  const std::string key = NameKey("字节", NameRank::kAlias, 300);
  NameRow row;
  ASSERT_TRUE(ParseNameKey(key, row));
  EXPECT_EQ(row.name_key, "字节");
  EXPECT_EQ(row.rank, NameRank::kAlias);
  EXPECT_EQ(row.entity, 300u);
  ExpectAscending({NameKey("ab", NameRank::kName, 9), NameKey("ab", NameRank::kAlias, 1),
                   NameKey("abc", NameRank::kName, 1)});
  EXPECT_FALSE(ParseNameKey("kab", row));
}

TEST(IndexKeysTest, RelationsGroupByTitleLatestFirst) {
  const RelationRow relation{7, RelationWay::kIn, v1::RELATION_TYPE_POSITION, 9, "首席执行官"};
  ExpectAscending({RelationKey(relation, 739000, 5), RelationKey(relation, 738000, 1),
                   RelationKey(relation, std::nullopt, 1)});
  RelationRow read;
  uint64_t article = 0;
  ASSERT_TRUE(ParseRelationKey(RelationKey(relation, 739000, 5), read, article));
  EXPECT_EQ(article, 5u);
  EXPECT_EQ(read.entity, 7u);
  EXPECT_EQ(read.way, RelationWay::kIn);
  EXPECT_EQ(read.type, v1::RELATION_TYPE_POSITION);
  EXPECT_EQ(read.other, 9u);
  EXPECT_EQ(read.title, "首席执行官");
}

TEST(IndexKeysTest, ClassesHoldTheirWidths) {
  const struct {
    std::optional<DaySpan> span;
    SpanClass span_class;
  } cases[] = {
      {std::nullopt, SpanClass::kUndated}, {DaySpan{5, 5}, SpanClass::kMonth},
      {DaySpan{5, 6}, SpanClass::kMonth},  {DaySpan{5, 35}, SpanClass::kMonth},
      {DaySpan{5, 36}, SpanClass::kYear},  {DaySpan{5, 370}, SpanClass::kYear},
      {DaySpan{5, 371}, SpanClass::kLong},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(ClassOf(c.span), c.span_class);
    EXPECT_LE(c.span.value_or(DaySpan{}).days(), MaxDays(c.span_class));
  }
}

}  // namespace
}  // namespace annals::query
