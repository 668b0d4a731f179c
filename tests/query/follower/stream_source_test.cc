// The follower on real servers: it goes on where it was, and notices when the stream is not the one it knows.
#include "query/follower/stream_source.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "common/log/stream_log.h"
#include "common/log/stream_names.h"
#include "query/follower/journal_follower.h"
#include "tests/query/support/history.h"
#include "tests/query/support/test_index.h"
#include "tests/support/nats_cluster.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals::query {
namespace {

using Entries = std::vector<v1::JournalEntry>;

constexpr absl::Duration kPatience = absl::Seconds(60);

Backoff::Options Quick() { return {.first = absl::Milliseconds(1), .longest = absl::Milliseconds(20)}; }

// A history as submissions of one extractor, stored at `micros` and after.
Entries Submitted(Entries entries, int64_t micros = 1000) {
  for (v1::JournalEntry& entry : entries) {
    entry.mutable_origin()->set_submission_id(absl::StrCat("00000000000000aa-", entry.revision()));
    entry.set_stored_at_micros(micros + static_cast<int64_t>(entry.revision()));
  }
  return entries;
}

Entries First(const Entries& entries, size_t count) { return {entries.begin(), entries.begin() + count}; }

// Waits without end: whoever calls it has a time limit.
template <typename Condition>
void Until(const Condition& condition) {
  absl::Mutex mutex;
  const absl::MutexLock lock(&mutex);
  const auto never = [] { return false; };
  while (!condition()) mutex.AwaitWithTimeout(absl::Condition(&never), absl::Milliseconds(10));
}

// One server, and the stream of entries as extractors fill it.
class StreamSourceTest : public testing::Test {
 protected:
  void SetUp() override {
    auto cluster = NatsCluster::Start({.nodes = 1});
    ASSERT_THAT(cluster, IsOk());
    cluster_ = *std::move(cluster);
    auto connection = JetStream::Connect({.servers = cluster_->urls()});
    ASSERT_THAT(connection, IsOk());
    connection_ = *std::move(connection);
    MakeStreams();
  }

  void MakeStreams() {
    const auto log = StreamLog::Open(*connection_, 1);
    ASSERT_THAT(log, IsOk());
    journal_id_ = (*log)->journal_id();
  }

  void Publish(const Entries& entries) {
    for (v1::JournalEntry entry : entries) {
      entry.clear_revision();
      const auto receipt =
          connection_->Publish({.subject = EntrySubject(entry.article_extracted().article().id()),
                                .message_id = entry.origin().submission_id(),
                                .data = entry.SerializeAsString()});
      ASSERT_THAT(receipt, IsOk());
    }
  }

  // Another stream of the name, whose description is kept on request: so it looks when all servers lose
  // what they had not on disk yet.
  void MakeStreamAnew(bool same_journal) {
    const std::string description = connection_->State(kEntriesStream)->description;
    ASSERT_THAT(connection_->Send(absl::StrCat("$JS.API.STREAM.DELETE.", kEntriesStream), ""), IsOk());
    Until([&] { return absl::IsNotFound(connection_->State(kEntriesStream).status()); });
    if (!same_journal) return MakeStreams();
    ASSERT_THAT(connection_->EnsureStream({.name = kEntriesStream,
                                           .subjects = kEntriesSubjects,
                                           .description = description,
                                           .replicas = 1}),
                IsOk());
  }

  // Takes the first entries out for good.
  void Forget(uint64_t entries) {
    for (uint64_t sequence = 1; sequence <= entries; ++sequence)
      ASSERT_THAT(connection_->Delete(kEntriesStream, sequence), IsOk());
  }

  std::unique_ptr<StreamSource> Source() {
    auto source = StreamSource::Create({.servers = cluster_->urls()});
    EXPECT_THAT(source, IsOk());
    return *std::move(source);
  }

  std::unique_ptr<JournalFollower> Follow(TestIndex& index) {
    auto follower = std::make_unique<JournalFollower>(*index, Source(), Quick());
    follower->Start();
    return follower;
  }

  // What Follow from the index's position begins with; nothing is applied.
  absl::StatusOr<uint64_t> FirstRevision(TestIndex& index) {
    uint64_t first = 0;
    const absl::Status ended = Source()->Follow(index->position(), [&](const EntryBatch& batch) {
      if (batch.entries.empty()) return absl::OkStatus();
      first = batch.entries.front()->revision();
      return absl::AbortedError("seen");
    });
    return absl::IsAborted(ended) ? absl::StatusOr<uint64_t>(first) : ended;
  }

  void ExpectEqualToOneGo(TestIndex& index, const Entries& entries) {
    TestIndex one_go;
    ASSERT_THAT(one_go->Apply(journal_id_, entries), IsOk());
    EXPECT_EQ(index.Rows(), one_go.Rows());
  }

  std::unique_ptr<NatsCluster> cluster_;
  std::unique_ptr<JetStream> connection_;
  std::string journal_id_;
};

TEST_F(StreamSourceTest, TakesAllAndGoesOnWhereTheIndexIs) {
  const Entries history = Submitted(RandomHistory(1, 700));
  Publish(First(history, 600));
  TestIndex index;
  {
    const auto follower = Follow(index);
    ASSERT_TRUE(index->WaitForRevision(600, absl::Now() + kPatience));
    EXPECT_TRUE(follower->following());
    EXPECT_EQ(follower->journal_revision(), 600u);
  }
  Publish({history.begin() + 600, history.end()});
  index.Reopen();
  EXPECT_EQ(*FirstRevision(index), 601u);
  const auto follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(700, absl::Now() + kPatience));
  ExpectEqualToOneGo(index, history);
}

TEST_F(StreamSourceTest, TwoReplicasAreEqualAndOneMayStartFromACopyOfTheOther) {
  const Entries history = Submitted(RandomHistory(2, 90));
  const TemporaryDirectory directory;
  TestIndex first;
  TestIndex second;
  const auto follows_first = Follow(first);
  const auto follows_second = Follow(second);
  Publish(First(history, 50));
  ASSERT_TRUE(first->WaitForRevision(50, absl::Now() + kPatience));
  ASSERT_THAT(first->CreateBackup(directory.File("copies")), IsOk());
  Forget(50);  // what the copy holds is not asked for again
  Publish({history.begin() + 50, history.end()});

  ASSERT_THAT(RestoreBackup(directory.File("copies"), 0, directory.File("third")), IsOk());
  const auto third = Index::Open(directory.File("third"));
  ASSERT_THAT(third, IsOk());
  JournalFollower follows_third(**third, Source(), Quick());
  follows_third.Start();
  for (Index* index : {&*first, &*second, third->get()})
    ASSERT_TRUE(index->WaitForRevision(90, absl::Now() + kPatience));
  EXPECT_EQ(*first->Digest(), *second->Digest());
  EXPECT_EQ(*first->Digest(), *(*third)->Digest());
  ExpectEqualToOneGo(first, history);
}

TEST_F(StreamSourceTest, AnotherStreamIsARebuild) {
  TestIndex index;
  Publish(Submitted(RandomHistory(3, 30)));
  auto follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(30, absl::Now() + kPatience));
  follower.reset();
  MakeStreamAnew(false);
  const Entries history = Submitted(RandomHistory(4, 40));
  Publish(history);
  follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(40, absl::Now() + kPatience));
  ExpectEqualToOneGo(index, history);
}

// The reader's library would go on reading the stream that has the name now.
TEST_F(StreamSourceTest, AStreamThatIsReplacedWhileItIsReadIsNotContinued) {
  TestIndex index;
  Publish(Submitted(RandomHistory(5, 30)));
  const auto follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(30, absl::Now() + kPatience));
  MakeStreamAnew(false);
  const Entries history = Submitted(RandomHistory(6, 80));
  Publish(history);
  Until([&] { return index->journal_id() == journal_id_; });
  ASSERT_TRUE(index->WaitForRevision(80, absl::Now() + kPatience));
  ExpectEqualToOneGo(index, history);
}

TEST_F(StreamSourceTest, AShorterStreamIsARebuild) {
  const Entries history = Submitted(RandomHistory(7, 50));
  TestIndex index;
  ASSERT_THAT(index->Apply(journal_id_, history), IsOk());
  Publish(First(history, 20));
  const auto source = Source();
  const auto nothing = [](const EntryBatch&) { return absl::OkStatus(); };
  EXPECT_THAT(source->Follow(index->position(), nothing),
              FailsWith(absl::StatusCode::kUnavailable, "JOURNAL_UNAVAILABLE"))
      << "not at once";
  const auto follower = Follow(index);
  Until([&] { return index->applied_revision() == 20; });
  ExpectEqualToOneGo(index, First(history, 20));
}

TEST_F(StreamSourceTest, AnotherEntryAtThePositionIsARebuild) {
  const Entries known = Submitted(RandomHistory(8, 40));
  TestIndex index;
  ASSERT_THAT(index->Apply(journal_id_, known), IsOk());
  Entries history = Submitted(RandomHistory(9, 60));
  for (v1::JournalEntry& entry : history)
    entry.mutable_origin()->set_submission_id(absl::StrCat("00000000000000bb-", entry.revision()));
  Publish(history);
  const auto follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(60, absl::Now() + kPatience));
  ExpectEqualToOneGo(index, history);
}

// The end of the stream was lost; the outboxes published it again, some of it in another order.
TEST_F(StreamSourceTest, TheSameSubmissionStoredAgainIsARebuild) {
  Publish(Submitted(RandomHistory(10, 40)));
  TestIndex index;
  auto follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(40, absl::Now() + kPatience));
  follower.reset();
  MakeStreamAnew(true);
  const Entries history = Submitted(RandomHistory(11, 60), 2000);
  Publish(history);
  follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(60, absl::Now() + kPatience));
  ExpectEqualToOneGo(index, history);
}

TEST_F(StreamSourceTest, WithoutTheFirstEntriesANewIndexIsNotBuilt) {
  const Entries history = Submitted(RandomHistory(12, 30));
  Publish(history);
  Forget(10);
  TestIndex fresh;
  EXPECT_THAT(FirstRevision(fresh), FailsWith(absl::StatusCode::kFailedPrecondition, ""));
  EXPECT_NE(std::string(FirstRevision(fresh).status().message()).find("another replica's checkpoint"),
            std::string::npos);
  TestIndex behind;
  ASSERT_THAT(behind->Apply(journal_id_, First(history, 9)), IsOk());
  EXPECT_THAT(FirstRevision(behind), FailsWith(absl::StatusCode::kFailedPrecondition, ""));
  TestIndex at_the_edge;
  ASSERT_THAT(at_the_edge->Apply(journal_id_, First(history, 10)), IsOk());
  EXPECT_EQ(*FirstRevision(at_the_edge), 11u);
}

TEST_F(StreamSourceTest, AnIndexThatCannotBeBuiltAnewIsKept) {
  const Entries known = RandomHistory(13, 25);
  TestIndex index;
  ASSERT_THAT(index->Apply("another journal", known), IsOk());
  Publish(Submitted(RandomHistory(14, 30)));
  Forget(5);
  EXPECT_THAT(FirstRevision(index), FailsWith(absl::StatusCode::kFailedPrecondition, ""))
      << "and no reason to rebuild";
}

TEST_F(StreamSourceTest, AnEntryTakenOutIsDataLossAndNothingIsThrownAway) {
  const Entries history = Submitted(RandomHistory(15, 30));
  Publish(history);
  ASSERT_THAT(connection_->Delete(kEntriesStream, 20), IsOk());
  TestIndex at_it;
  ASSERT_THAT(at_it->Apply(journal_id_, First(history, 20)), IsOk());
  EXPECT_THAT(FirstRevision(at_it), FailsWith(absl::StatusCode::kDataLoss, "STORAGE"));
  TestIndex before_it;
  ASSERT_THAT(before_it->Apply(journal_id_, First(history, 19)), IsOk());
  EXPECT_THAT(FirstRevision(before_it), FailsWith(absl::StatusCode::kDataLoss, "STORAGE"));
}

TEST_F(StreamSourceTest, ServersThatEndAreNoticedAndFollowedAgain) {
  const Entries history = Submitted(RandomHistory(16, 40));
  Publish(First(history, 20));
  TestIndex index;
  const auto follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(20, absl::Now() + kPatience));
  connection_.reset();
  cluster_->Kill(0);
  Until([&] { return !follower->following(); });
  ASSERT_THAT(cluster_->Restart(0), IsOk());
  ASSERT_THAT(cluster_->WaitUntilReady(), IsOk());
  connection_ = *JetStream::Connect({.servers = cluster_->urls()});
  Publish({history.begin() + 20, history.end()});
  ASSERT_TRUE(index->WaitForRevision(40, absl::Now() + kPatience));
  EXPECT_TRUE(follower->following());
  ExpectEqualToOneGo(index, history);
}

TEST_F(StreamSourceTest, ServersThatAreSilentAreNotFollowed) {
  Publish(Submitted(RandomHistory(17, 10)));
  TestIndex index;
  const auto follower = Follow(index);
  ASSERT_TRUE(index->WaitForRevision(10, absl::Now() + kPatience));
  cluster_->CutOff(0);
  Until([&] { return !follower->following(); });
  cluster_->Rejoin(0);
  Until([&] { return follower->following(); });
}

TEST_F(StreamSourceTest, WaitsForServersThatAreNotThereYet) {
  const Entries history = Submitted(RandomHistory(18, 10));
  Publish(history);
  connection_.reset();
  cluster_->Stop(0);
  TestIndex index;
  const auto follower = Follow(index);
  EXPECT_FALSE(follower->following());
  ASSERT_THAT(cluster_->Restart(0), IsOk());
  ASSERT_TRUE(index->WaitForRevision(10, absl::Now() + kPatience));
}

TEST_F(StreamSourceTest, WaitsForAJournalThatIsNotMadeYet) {
  ASSERT_THAT(connection_->Send(absl::StrCat("$JS.API.STREAM.DELETE.", kEntriesStream), ""), IsOk());
  Until([&] { return absl::IsNotFound(connection_->State(kEntriesStream).status()); });
  TestIndex index;
  const auto follower = Follow(index);
  MakeStreams();
  Until([&] { return follower->following(); });
  const Entries history = Submitted(RandomHistory(19, 10));
  Publish(history);
  ASSERT_TRUE(index->WaitForRevision(10, absl::Now() + kPatience));
}

TEST(StreamSourceOptionsTest, WrongFilesAreRefusedAtOnce) {
  EXPECT_THAT(StreamSource::Create({.servers = "nats://127.0.0.1:1", .ca_file = "/nowhere"}),
              FailsWith(absl::StatusCode::kInvalidArgument, ""));
  EXPECT_THAT(StreamSource::Create({.servers = "nats://127.0.0.1:1", .token_file = "/nowhere"}),
              FailsWith(absl::StatusCode::kInvalidArgument, ""));
  EXPECT_THAT(StreamSource::Create({.servers = "nats://127.0.0.1:1"}), IsOk()) << "they may come";
}

}  // namespace
}  // namespace annals::query
