// The follower against a journal that does what the test says.
#include "query/follower/journal_follower.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/server/grpc_status.h"
#include "common/server/server.h"
#include "query/follower/extractor_source.h"
#include "tests/query/support/history.h"
#include "tests/query/support/test_index.h"

namespace annals::query {
namespace {

using ::testing::ElementsAre;
using Entries = std::vector<v1::JournalEntry>;

constexpr absl::Duration kPatience = absl::Seconds(30);

// Sends `step` entries a stream and then breaks it; at the end of the journal it keeps the stream open until
// released.
class ScriptedJournal final : public v1::JournalService::Service {
 public:
  ScriptedJournal(std::string journal_id, Entries entries, size_t step)
      : journal_id_(std::move(journal_id)),
        entries_(std::move(entries)),
        step_(step),
        visible_(entries_.size()) {}

  grpc::Status Follow(grpc::ServerContext*, const v1::FollowRequest* request,
                      grpc::ServerWriter<v1::FollowResponse>* writer) override {
    absl::MutexLock lock(&mutex_);
    requests_.push_back(absl::StrCat(request->journal_id(), "@", request->after_revision()));
    const size_t visible = std::exchange(visible_, entries_.size());
    if (!request->journal_id().empty() && request->journal_id() != journal_id_)
      return ToGrpcStatus(JournalChanged());
    if (request->after_revision() > visible)
      return ToGrpcStatus(RevisionAhead(request->after_revision(), visible));
    v1::FollowResponse response;
    response.set_journal_id(journal_id_);
    response.set_last_revision(visible);
    writer->Write(response);
    const size_t begin = request->after_revision();
    const size_t end = std::min(visible, begin + step_);
    for (size_t i = begin; i < end; ++i) *response.add_entries() = entries_[i];
    writer->Write(response);
    if (end < entries_.size()) return ToGrpcStatus(Stopping());
    mutex_.Await(absl::Condition(&released_));
    return grpc::Status::OK;
  }

  // The first stream sees the journal as short as that.
  void ShortenForFirst(size_t entries) {
    absl::MutexLock lock(&mutex_);
    visible_ = entries;
  }

  // "journal@after" for each stream asked for.
  std::vector<std::string> requests() const {
    absl::MutexLock lock(&mutex_);
    return requests_;
  }

  // Ends the streams that wait.
  void Release() {
    absl::MutexLock lock(&mutex_);
    released_ = true;
  }

 private:
  const std::string journal_id_;
  const Entries entries_;
  const size_t step_;
  mutable absl::Mutex mutex_;
  std::vector<std::string> requests_ ABSL_GUARDED_BY(mutex_);
  size_t visible_ ABSL_GUARDED_BY(mutex_);
  bool released_ ABSL_GUARDED_BY(mutex_) = false;
};

// A journal that is served.
struct ServedJournal {
  ServedJournal(const std::string& journal_id, const Entries& entries, size_t step,
                const std::string& listen = "127.0.0.1:0")
      : service(journal_id, entries, step) {
    auto created = Server::Create({.listen = listen, .services = {{"annals.v1.JournalService", &service}}});
    EXPECT_TRUE(created.ok()) << created.status();
    server = *std::move(created);
  }
  ~ServedJournal() {
    service.Release();
    server->Stop();
  }

  ScriptedJournal service;
  std::unique_ptr<Server> server;
};

Backoff::Options Quick() { return {.first = absl::Milliseconds(1), .longest = absl::Milliseconds(20)}; }

std::unique_ptr<EntrySource> Extractor(const std::string& address) {
  return std::make_unique<ExtractorSource>(*MakeJournalChannel(address));
}

TEST(JournalFollowerTest, TakesAllAndResumesWhereAStreamBroke) {
  const Entries history = RandomHistory(1, 50);
  TestIndex index;
  ServedJournal journal("one", history, 7);
  {
    JournalFollower follower(*index, Extractor(journal.server->address()), Quick());
    follower.Start();
    ASSERT_TRUE(index->WaitForRevision(50, absl::Now() + kPatience));
    EXPECT_EQ(follower.journal_revision(), 50u);
    EXPECT_TRUE(follower.following());
  }
  EXPECT_THAT(journal.service.requests(),
              ElementsAre("@0", "one@7", "one@14", "one@21", "one@28", "one@35", "one@42", "one@49"));
  TestIndex one_go;
  ASSERT_TRUE(one_go->Apply("one", history).ok());
  EXPECT_EQ(index.Rows(), one_go.Rows());
}

TEST(JournalFollowerTest, AnotherJournalIsARebuild) {
  TestIndex index;
  ASSERT_TRUE(index->Apply("old", RandomHistory(2, 30)).ok());
  const Entries history = RandomHistory(3, 40);
  ServedJournal journal("new", history, 100);
  JournalFollower follower(*index, Extractor(journal.server->address()), Quick());
  follower.Start();
  ASSERT_TRUE(index->WaitForRevision(40, absl::Now() + kPatience));
  TestIndex one_go;
  ASSERT_TRUE(one_go->Apply("new", history).ok());
  EXPECT_EQ(index.Rows(), one_go.Rows());
}

TEST(JournalFollowerTest, AShorterJournalIsARebuild) {
  TestIndex index;
  ASSERT_TRUE(index->Apply("one", RandomHistory(4, 40)).ok());
  const Entries restored = RandomHistory(6, 45);
  ServedJournal journal("one", restored, 100);
  journal.service.ShortenForFirst(20);
  JournalFollower follower(*index, Extractor(journal.server->address()), Quick());
  follower.Start();
  ASSERT_TRUE(index->WaitForRevision(45, absl::Now() + kPatience));
  EXPECT_THAT(journal.service.requests(), ElementsAre("one@40", "@0"));
  TestIndex one_go;
  ASSERT_TRUE(one_go->Apply("one", restored).ok());
  EXPECT_EQ(index.Rows(), one_go.Rows());
}

TEST(JournalFollowerTest, WaitsForAnExtractorThatIsNotThereYet) {
  const Entries history = RandomHistory(5, 10);
  TestIndex index;
  std::string address;
  {
    ServedJournal gone("one", {}, 1);
    address = gone.server->address();
  }
  JournalFollower follower(*index, Extractor(address), Quick());
  follower.Start();
  EXPECT_FALSE(follower.following());
  ServedJournal journal("one", history, 100, address);
  EXPECT_TRUE(index->WaitForRevision(10, absl::Now() + kPatience));
}

TEST(JournalFollowerTest, AJournalIsKnownByItsIdBeforeItHasEntries) {
  const Entries history = RandomHistory(7, 5);
  TestIndex index;
  ServedJournal journal("young", history, 100);
  journal.service.ShortenForFirst(0);
  JournalFollower follower(*index, Extractor(journal.server->address()), Quick());
  follower.Start();
  ASSERT_TRUE(index->WaitForRevision(5, absl::Now() + kPatience));
  EXPECT_THAT(journal.service.requests(), ElementsAre("@0", "young@0"));
}

}  // namespace
}  // namespace annals::query
