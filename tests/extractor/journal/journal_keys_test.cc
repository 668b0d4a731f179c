#include "extractor/journal/journal_keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "common/storage/database.h"

namespace annals {
namespace {

TEST(JournalKeys, EncodedRevisionsSortLikeRevisions) {
  const std::vector<uint64_t> revisions = {
      0, 1, 2, 127, 128, 255, 256, 257, 65535, 65536, uint64_t{1} << 40, UINT64_MAX - 1, UINT64_MAX};
  std::vector<std::string> keys;
  for (const uint64_t revision : revisions) keys.push_back(EntryKey(revision));
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  for (size_t i = 0; i < keys.size(); ++i) EXPECT_EQ(RevisionOf(keys[i]), revisions[i]);
}

TEST(JournalKeys, TheExampleOfTheHeader) {
  EXPECT_EQ(EntryKey(258), std::string("\x45\0\0\0\0\0\0\x01\x02", 9));
}

TEST(JournalKeys, HeadsSortLikeIds) {
  const std::vector<std::string> ids = {
      "", std::string("\x01", 1), "1", "10", "2", "a", "a/b", "ab", "b", "字节", "\xF4"};
  std::vector<std::string> keys;
  for (const std::string& id : ids) {
    keys.push_back(HeadKey(id));
    keys.push_back(KeyAfterHead(id));
  }
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

TEST(JournalKeys, AHeadPrefixHoldsJustTheIdsThatBeginWithIt) {
  const std::string begin = HeadPrefix("ab");
  const std::string end = PrefixEnd(begin);
  for (const char* id : {"ab", "abc", "ab\xFF\xFF"})
    EXPECT_TRUE(begin <= HeadKey(id) && HeadKey(id) < end) << id;
  for (const char* id : {"a", "aa", "ac", "b"}) EXPECT_FALSE(begin <= HeadKey(id) && HeadKey(id) < end) << id;
}

TEST(JournalKeys, KindsDoNotMix) {
  const std::string keys[] = {MetaKey(JournalMeta::kFormat), EntryKey(1), HeadKey("x"), ArticleKey("x")};
  for (const std::string& key : keys) {
    EXPECT_EQ(key >= EntryPrefix() && key < PrefixEnd(EntryPrefix()), RevisionOf(key).has_value());
    EXPECT_EQ(key >= HeadPrefix("") && key < PrefixEnd(HeadPrefix("")), key == HeadKey("x"));
  }
}

TEST(JournalKeys, WhatIsNoEntryKeyHasNoRevision) {
  for (const std::string& key :
       {std::string(), std::string("E"), std::string("Mformat!!"), EntryKey(1) + "x"}) {
    EXPECT_EQ(RevisionOf(key), std::nullopt);
  }
}

}  // namespace
}  // namespace annals
