#include <gtest/gtest.h>

#include "query/index/index_caches.h"

namespace annals::query {
namespace {

SharedEntity Entity(EntityNumber number, uint64_t edges = 0) {
  return std::make_shared<const EntityRecord>(EntityRecord{.number = number, .edge_count = edges});
}

TEST(MomentCacheTest, WhatWasReadIsFoundAtItsRevisionAndLater) {
  EntityCache cache(1 << 20);
  EXPECT_EQ(cache.Find(7, 5), nullptr);
  cache.Put(7, 5, Entity(7, 3));
  EXPECT_EQ(cache.Find(7, 4), nullptr) << "an older reader may know another";
  ASSERT_NE(cache.Find(7, 5), nullptr);
  EXPECT_EQ(cache.Find(7, 6)->edge_count, 3u);
}

TEST(MomentCacheTest, ManyAreFoundInTheOrderAskedFor) {
  EntityCache cache(1 << 20);
  cache.Put(7, 5, Entity(7, 3));
  cache.Put(8, 6, Entity(8, 4));
  const std::vector<SharedEntity> found = cache.FindAll({8, 9, 7, 8}, 5);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0], nullptr) << "an older reader may know another";
  EXPECT_EQ(found[1], nullptr);
  EXPECT_EQ(found[2], cache.Find(7, 5));
  EXPECT_EQ(cache.FindAll({8}, 6).front()->edge_count, 4u);
}

TEST(MomentCacheTest, AChangedEntityIsForgotten) {
  EntityCache cache(1 << 20);
  cache.Put(7, 5, Entity(7, 3));
  cache.Forget({7}, 6);
  EXPECT_EQ(cache.Find(7, 6), nullptr);
  cache.Put(7, 6, Entity(7, 4));
  EXPECT_EQ(cache.Find(7, 6)->edge_count, 4u);
}

TEST(MomentCacheTest, WhoReadBeforeTheChangeLeavesNothing) {
  EntityCache cache(1 << 20);
  cache.Forget({7}, 6);
  cache.Put(7, 5, Entity(7, 3));
  EXPECT_EQ(cache.Find(7, 6), nullptr);
}

TEST(MomentCacheTest, OfMoreThanItHoldsTheLatestUsedStay) {
  constexpr size_t kCapacity = 1600;  // entities
  constexpr size_t kMostBytes = sizeof(EntityRecord) + 200;
  EntityCache cache(kCapacity * kMostBytes);
  cache.Put(1, 1, Entity(1));
  size_t found = 0;
  for (EntityNumber number = 2; number <= 10 * kCapacity; ++number) {
    cache.Put(number, 1, Entity(number));
    if (number % 100 == 0) {
      EXPECT_NE(cache.Find(1, 1), nullptr) << number;
    }
  }
  for (EntityNumber number = 1; number <= 10 * kCapacity; ++number) found += cache.Find(number, 1) != nullptr;
  EXPECT_LE(found, kCapacity * kMostBytes / sizeof(EntityRecord));
  EXPECT_GE(found, kCapacity / 4);
}

}  // namespace
}  // namespace annals::query
