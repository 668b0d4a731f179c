#include "common/log/stream_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "common/log/stream_names.h"
#include "tests/support/nats_cluster.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;

constexpr JournalLog::Budget kAll = {1000, 1 << 20};

TEST(StreamNamesTest, AnArticleHasOneSubjectInOneOf64Shards) {
  EXPECT_THAT(EntrySubject("a1"), MatchesRegex("annals\\.entries\\.[0-3][0-9a-f]\\.a\\.[0-9a-f]{32}"));
  EXPECT_EQ(EntrySubject("a1"), EntrySubject("a1"));
  EXPECT_NE(EntrySubject("a1"), EntrySubject("a2"));
  EXPECT_THAT(EntrySubject("点.号 *>"), MatchesRegex("annals\\.entries\\.[0-3][0-9a-f]\\.a\\.[0-9a-f]{32}"))
      << "whatever an id holds, the subject is well formed";
}

class StreamLogTest : public testing::Test {
 protected:
  void SetUp() override {
    auto started = NatsCluster::Start({.nodes = 1});
    ASSERT_THAT(started, IsOk());
    cluster_ = *std::move(started);
    auto connected = JetStream::Connect({.servers = cluster_->urls()});
    ASSERT_THAT(connected, IsOk());
    connection_ = *std::move(connected);
    log_ = OpenLog();
    ASSERT_NE(log_, nullptr);
  }

  std::unique_ptr<StreamLog> OpenLog() {
    auto log = StreamLog::Open(*connection_, 1);
    EXPECT_THAT(log, IsOk());
    return log.ok() ? *std::move(log) : nullptr;
  }

  void Append(const std::string& article_id) {
    v1::JournalEntry entry;
    entry.mutable_article_retracted()->set_article_id(article_id);
    ASSERT_THAT(
        connection_->Publish({EntrySubject(article_id), article_id, entry.SerializeAsString(), std::nullopt}),
        IsOk());
  }

  static std::vector<uint64_t> Revisions(const absl::StatusOr<std::vector<v1::JournalEntry>>& entries) {
    EXPECT_THAT(entries, IsOk());
    std::vector<uint64_t> revisions;
    for (const v1::JournalEntry& entry : *entries) revisions.push_back(entry.revision());
    return revisions;
  }

  std::unique_ptr<NatsCluster> cluster_;
  std::unique_ptr<JetStream> connection_;
  std::unique_ptr<StreamLog> log_;
};

TEST_F(StreamLogTest, SequencesAreRevisions) {
  EXPECT_THAT(Revisions(log_->Read(0, kAll)), IsEmpty());
  for (const char* id : {"a", "b", "c"}) Append(id);
  EXPECT_EQ(*log_->Refresh(), 3u);
  EXPECT_EQ(log_->last_revision(), 3u);
  EXPECT_THAT(Revisions(log_->Read(0, {2, 1 << 20})), ElementsAre(1, 2));
  EXPECT_THAT(Revisions(log_->Read(2, kAll)), ElementsAre(3));
  EXPECT_THAT(Revisions(log_->Read(1, {1, 0})), ElementsAre(2)) << "the first one however large it is";
  EXPECT_THAT(Revisions(log_->Read(0, {5, 1})), ElementsAre(1));
  EXPECT_THAT(Revisions(log_->Read(3, kAll)), IsEmpty());
}

TEST_F(StreamLogTest, WaitsForWhatComes) {
  EXPECT_FALSE(log_->WaitBeyond(0, absl::Milliseconds(1), {}));
  auto waited = std::async(std::launch::async, [&] { return log_->WaitBeyond(0, absl::Minutes(1), {}); });
  Append("a");
  EXPECT_TRUE(waited.get());
  EXPECT_THAT(Revisions(log_->Read(0, kAll)), ElementsAre(1));
  std::stop_source stop;
  auto stopped =
      std::async(std::launch::async, [&] { return log_->WaitBeyond(1, absl::Minutes(1), stop.get_token()); });
  stop.request_stop();
  EXPECT_FALSE(stopped.get());
}

TEST_F(StreamLogTest, WhoOpensTheStreamsAgainFindsTheSameJournal) {
  const auto again = OpenLog();
  EXPECT_EQ(again->journal_id(), log_->journal_id());
  EXPECT_EQ(again->page_secret(), log_->page_secret());
  EXPECT_EQ(log_->page_secret().size(), 16u);
}

TEST_F(StreamLogTest, AStreamThatWasMadeAnewIsAnotherJournal) {
  Append("a");
  cluster_->Stop(0);
  cluster_->Wipe(0);
  ASSERT_THAT(cluster_->Restart(0), IsOk());
  ASSERT_THAT(cluster_->WaitUntilReady(), IsOk());
  const auto anew = OpenLog();
  EXPECT_NE(anew->journal_id(), log_->journal_id());
  EXPECT_THAT(log_->Refresh(), FailsWith(absl::StatusCode::kFailedPrecondition, "JOURNAL_CHANGED"));
}

TEST_F(StreamLogTest, GoesOnAfterTheServersWereGone) {
  Append("a");
  ASSERT_THAT(Revisions(log_->Read(0, kAll)), ElementsAre(1));
  cluster_->Kill(0);
  ASSERT_THAT(cluster_->Restart(0), IsOk());
  ASSERT_THAT(cluster_->WaitUntilReady(), IsOk());
  while (!log_->Refresh().ok()) {
  }
  Append("b");
  absl::StatusOr<std::vector<v1::JournalEntry>> entries;
  do {
    entries = log_->Read(1, kAll);
  } while (!entries.ok() || entries->empty());
  EXPECT_THAT(Revisions(entries), ElementsAre(2));
}

}  // namespace
}  // namespace annals
