// annals-query killed with -9 while it applies, again and again: its index equals one that was built in one
// go.
//
// ANNALS_CRASH_ROUNDS sets how often (5).
#include <gtest/gtest.h>
#include <signal.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <stop_token>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "common/log/journal_log.h"
#include "common/server/server.h"
#include "extractor/service/journal_service.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "query/index/index.h"
#include "tests/query/support/history.h"
#include "tests/query/support/test_index.h"
#include "tests/support/process.h"

namespace annals::query {
namespace {

// Entries that a round may apply before it is killed.
constexpr int kEntriesPerRound = 300;

int Rounds() {
  const char* rounds = std::getenv("ANNALS_CRASH_ROUNDS");
  int number = 0;
  return rounds != nullptr && absl::SimpleAtoi(rounds, &number) ? number : 5;
}

// A journal in memory that hands out batches of 1 to 20 entries: many moments to be killed at.
class MemoryJournal final : public JournalLog {
 public:
  explicit MemoryJournal(std::vector<v1::JournalEntry> entries) : entries_(std::move(entries)) {}

  const std::string& journal_id() const override { return id_; }
  uint64_t last_revision() const override { return entries_.size(); }

  absl::StatusOr<std::vector<v1::JournalEntry>> Read(uint64_t after_revision, Budget) const override {
    absl::MutexLock lock(&mutex_);
    const size_t end = std::min<size_t>(entries_.size(), after_revision + 1 + random_() % 20);
    return std::vector<v1::JournalEntry>(entries_.begin() + after_revision, entries_.begin() + end);
  }

  // Nothing is ever added: a follower at the end waits for the time it gives.
  bool WaitBeyond(uint64_t revision, absl::Duration timeout, std::stop_token) const override {
    absl::MutexLock lock(&mutex_);
    const auto never = [] { return false; };
    mutex_.AwaitWithTimeout(absl::Condition(&never), timeout);
    return last_revision() > revision;
  }

 private:
  const std::string id_ = std::string(kTestJournal);
  const std::vector<v1::JournalEntry> entries_;
  mutable absl::Mutex mutex_;
  mutable std::mt19937 random_ ABSL_GUARDED_BY(mutex_){11};
};

absl::StatusOr<std::unique_ptr<Process>> StartQuery(const std::string& directory,
                                                    const std::string& extractor) {
  return Process::StartServer({BinaryPath("annals-query"), "--listen=127.0.0.1:0",
                               absl::StrCat("--data_dir=", directory),
                               absl::StrCat("--extractor=", extractor)});
}

// Returns when the server has applied the revision.
void AwaitRevision(const std::string& address, uint64_t revision) {
  const auto stub =
      v1::QueryService::NewStub(grpc::CreateChannel(address, grpc::InsecureChannelCredentials()));
  grpc::Status status;
  for (int attempt = 0; attempt < 60; ++attempt) {
    grpc::ClientContext context;
    v1::GetEventRequest request;
    v1::GetEventResponse response;
    request.set_event_id("any");
    request.set_min_revision(revision);
    status = stub->GetEvent(&context, request, &response);
    if (status.error_code() == grpc::StatusCode::NOT_FOUND) return;
  }
  FAIL() << status.error_message();
}

TEST(QueryCrashTest, AKilledIndexEqualsOneBuiltInOneGo) {
  const int rounds = Rounds();
  const int entries = (rounds + 1) * kEntriesPerRound;
  const std::vector<v1::JournalEntry> history = RandomHistory(99, entries, entries / 20);
  const MemoryJournal journal(history);
  std::stop_source stop;
  JournalServiceImpl service(journal, {.stop = stop.get_token()});
  auto server = Server::Create({.services = {{"annals.v1.JournalService", &service}}, .stop = stop});
  ASSERT_TRUE(server.ok()) << server.status();

  std::string pattern = (std::filesystem::temp_directory_path() / "annals-crash.XXXXXX").string();
  const std::string directory = mkdtemp(pattern.data());
  std::mt19937 random(12);
  for (int round = 0; round < rounds; ++round) {
    SCOPED_TRACE(round);
    auto query = StartQuery(directory, (*server)->address());
    ASSERT_TRUE(query.ok()) << query.status();
    // The journal goes on beyond it: it is killed while it applies.
    AwaitRevision((*query)->address(), round * kEntriesPerRound + random() % kEntriesPerRound);
    (*query)->Kill();
  }
  auto query = StartQuery(directory, (*server)->address());
  ASSERT_TRUE(query.ok()) << query.status();
  AwaitRevision((*query)->address(), entries);
  (*query)->Signal(SIGTERM);
  EXPECT_EQ((*query)->Wait(), 0) << (*query)->Log();

  TestIndex one_go;
  one_go.Apply(history);
  auto killed = Index::Open(directory);
  ASSERT_TRUE(killed.ok()) << killed.status();
  EXPECT_EQ((*killed)->applied_revision(), static_cast<uint64_t>(entries));
  EXPECT_EQ(*(*killed)->Digest(), *one_go->Digest());
  killed->reset();
  std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace annals::query
