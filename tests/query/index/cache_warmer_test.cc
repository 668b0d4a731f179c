#include "query/index/cache_warmer.h"

#include <gtest/gtest.h>

#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

constexpr int kEntries = 60;
constexpr int kPeople = 40;

TEST(CacheWarmerTest, WhatIsReadAfterwardsIsInTheCaches) {
  TestIndex index;
  index.Apply(RandomHistory(1, kEntries, kPeople));
  const auto warmed = WarmCaches(*index, std::stop_token());
  ASSERT_TRUE(warmed.ok()) << warmed.status();
  const auto view = *index->View();
  size_t entities = 0;
  size_t timelines = 0;
  for (EntityNumber number = 1; number <= view->meta().last_entity(); ++number) {
    entities += view->caches().entities.Find(number, view->revision()) != nullptr;
    timelines += view->caches().timelines.Find(number, view->revision()) != nullptr;
  }
  EXPECT_GT(entities, 20u);
  EXPECT_EQ(warmed->entities, entities);
  EXPECT_EQ(warmed->timelines, timelines);
  EXPECT_EQ(warmed->events, view->meta().event_count());
}

TEST(CacheWarmerTest, EndsWhenItIsToStop) {
  TestIndex index;
  index.Apply(RandomHistory(1, kEntries));
  std::stop_source stop;
  stop.request_stop();
  const auto warmed = WarmCaches(*index, stop.get_token());
  ASSERT_TRUE(warmed.ok()) << warmed.status();
  EXPECT_EQ(warmed->entities, 0u);
}

TEST(CacheWarmerTest, AnEmptyIndexIsWarm) {
  TestIndex index;
  const auto warmed = WarmCaches(*index, std::stop_token());
  ASSERT_TRUE(warmed.ok()) << warmed.status();
  EXPECT_EQ(warmed->events, 0u);
}

}  // namespace
}  // namespace annals::query
