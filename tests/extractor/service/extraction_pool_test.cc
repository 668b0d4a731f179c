#include "extractor/service/extraction_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/limits.h"
#include "tests/support/gated_extractor.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using testing::ElementsAre;

ExtractionPool::Task Task(const std::string& id, const std::string& text,
                          std::function<bool()> abandoned = nullptr) {
  v1::Article article;
  article.set_id(id);
  article.set_text(text);
  return {std::make_shared<const v1::Article>(article), {}, std::move(abandoned)};
}

TEST(ExtractionPool, ReadsWhatItIsGiven) {
  const GatedExtractor extractor;
  ExtractionPool pool(extractor.Source(), 2, 10);
  const auto result = pool.Extract(Task("a", "text"));
  ASSERT_THAT(result, IsOk());
  EXPECT_EQ(result->article_id(), "a");
}

TEST(ExtractionPool, CallersTakeTurns) {
  GatedExtractor extractor;
  ExtractionPool pool(extractor.Source(), 1, 10);
  ExtractionPool::Lane first(pool);
  ExtractionPool::Lane second(pool);
  std::vector<std::future<ExtractionPool::Result>> results;
  results.push_back(first.Extract(Task("a1", "wait")));
  extractor.WaitForStarted(1);
  for (const char* id : {"a2", "a3", "a4"}) results.push_back(first.Extract(Task(id, "x")));
  for (const char* id : {"b1", "b2"}) results.push_back(second.Extract(Task(id, "x")));
  extractor.Open();
  for (auto& result : results) EXPECT_THAT(result.get(), IsOk());
  EXPECT_THAT(extractor.WaitForStarted(6), ElementsAre("a1", "a2", "b1", "a3", "b2", "a4"));
}

TEST(ExtractionPool, OneCallerUsesAllThreads) {
  GatedExtractor extractor;
  ExtractionPool pool(extractor.Source(), 2, 10);
  ExtractionPool::Lane lane(pool);
  auto first = lane.Extract(Task("a1", "wait"));
  auto second = lane.Extract(Task("a2", "wait"));
  EXPECT_THAT(extractor.WaitForStarted(2), testing::UnorderedElementsAre("a1", "a2"));
  extractor.Open();
}

TEST(ExtractionPool, OneThreadIsKeptFreeOfLargeArticles) {
  GatedExtractor extractor;
  ExtractionPool pool(extractor.Source(), 2, 10);
  const std::string large = "wait" + std::string(limits::kLargeArticleBytes, 'x');
  ExtractionPool::Lane lane(pool);
  std::vector<std::future<ExtractionPool::Result>> held;
  for (const char* id : {"large 1", "large 2", "large 3"}) held.push_back(lane.Extract(Task(id, large)));
  extractor.WaitForStarted(1);
  for (const char* id : {"a", "b"}) EXPECT_THAT(pool.Extract(Task(id, "x")), IsOk());
  EXPECT_THAT(extractor.WaitForStarted(3), ElementsAre("large 1", "a", "b"));
  extractor.Open();
  for (auto& result : held) EXPECT_THAT(result.get(), IsOk());
}

TEST(ExtractionPool, MoreThanMayWaitIsRefused) {
  GatedExtractor extractor;
  ExtractionPool pool(extractor.Source(), 1, 1);
  auto held = std::async(std::launch::async, [&] { return pool.Extract(Task("a", "wait")); });
  extractor.WaitForStarted(1);
  EXPECT_THAT(pool.Extract(Task("b", "x")), FailsWith(absl::StatusCode::kResourceExhausted, "OVERLOADED"));
  extractor.Open();
  EXPECT_THAT(held.get(), IsOk());
  EXPECT_THAT(pool.Extract(Task("c", "x")), IsOk());
}

TEST(ExtractionPool, NobodyReadsForACallerWhoLeft) {
  const GatedExtractor extractor;
  ExtractionPool pool(extractor.Source(), 1, 10);
  EXPECT_THAT(pool.Extract(Task("a", "x", [] { return true; })), FailsWith(absl::StatusCode::kCancelled, ""));
  ASSERT_THAT(pool.Extract(Task("b", "x", [] { return false; })), IsOk());
  EXPECT_THAT(extractor.WaitForStarted(1), ElementsAre("b"));
}

TEST(ExtractionPool, WhatWaitsWhenItEndsIsCancelled) {
  GatedExtractor extractor;
  std::future<ExtractionPool::Result> running;
  std::future<ExtractionPool::Result> waiting;
  std::thread opener;
  {
    ExtractionPool pool(extractor.Source(), 1, 10);
    ExtractionPool::Lane lane(pool);
    running = lane.Extract(Task("a", "wait"));
    extractor.WaitForStarted(1);
    waiting = lane.Extract(Task("b", "x"));
    opener = std::thread([&] {
      waiting.wait();
      extractor.Open();
    });
  }
  opener.join();
  EXPECT_THAT(running.get(), IsOk());
  EXPECT_THAT(waiting.get(), FailsWith(absl::StatusCode::kCancelled, ""));
}

}  // namespace
}  // namespace annals
