// Teaching from many threads, and what those keep who read meanwhile.
#include "extractor/taught/taught_entities.h"

#include <gtest/gtest.h>

#include <thread>

#include "absl/strings/str_cat.h"
#include "tests/support/gated_extractor.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

v1::Entity Organization(const std::string& name) {
  v1::Entity entity;
  entity.set_type(v1::ENTITY_TYPE_ORGANIZATION);
  entity.set_name(name);
  return entity;
}

class TaughtEntitiesTest : public testing::Test {
 protected:
  void SetUp() override { Reopen(); }

  void Reopen() {
    taught_.reset();
    journal_.reset();
    auto journal = Journal::Open({.directory = directory_.path()});
    ASSERT_THAT(journal, IsOk());
    journal_ = *std::move(journal);
    auto taught = TaughtEntities::Load(lexicon_, *journal_);
    ASSERT_THAT(taught, IsOk());
    taught_ = *std::move(taught);
  }

  const TemporaryDirectory directory_;
  const GatedExtractor lexicon_;
  std::unique_ptr<Journal> journal_;
  std::unique_ptr<TaughtEntities> taught_;
};

TEST_F(TaughtEntitiesTest, WhoReadsKeepsWhatWasTaughtThen) {
  v1::Article article;
  article.set_text("甲乙公司");
  const auto before = taught_->Current();
  ASSERT_THAT(taught_->Put(Organization("甲乙")), IsOk());
  const auto after = taught_->Current();
  EXPECT_EQ(taught_->Current(), after);
  EXPECT_EQ(before->Extract(article, {})->events_size(), 0);
  EXPECT_EQ(after->Extract(article, {})->events_size(), 1);
  EXPECT_NE(before->lexicon_version(), after->lexicon_version());
}

TEST_F(TaughtEntitiesTest, WhatManyTeachAtOnceIsAllThereAndEachOnce) {
  constexpr int kThreads = 4, kNames = 25;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([this] {
      for (int i = 0; i < kNames; ++i) {
        EXPECT_THAT(taught_->Put(Organization(absl::StrCat("公司", i))), IsOk());
        taught_->Current();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(journal_->last_revision(), static_cast<uint64_t>(kNames));
  const std::string version = taught_->Current()->lexicon_version();
  Reopen();
  EXPECT_EQ(taught_->List("", 1000).entities.size(), static_cast<size_t>(kNames));
  EXPECT_EQ(taught_->Current()->lexicon_version(), version);
}

}  // namespace
}  // namespace annals
