// annals-extractor killed with -9 at random moments under submissions and teaching: every acknowledged
// revision is there afterwards, none twice, revisions are dense, and what was taught is known.
//
// ANNALS_CRASH_ROUNDS (5): how often it is killed. ANNALS_CRASH_SEED: to repeat a run.
#include <gtest/gtest.h>

#include <cstdlib>
#include <future>
#include <map>
#include <mutex>
#include <random>
#include <semaphore>
#include <set>
#include <thread>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "annals/v1/extractor_service.grpc.pb.h"
#include "annals/v1/journal.grpc.pb.h"
#include "grpcpp/create_channel.h"
#include "tests/support/process.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

// A stream is this far ahead of its answers; what has none when the server dies is sent again one by one.
constexpr int kUnanswered = 100;

int FromEnvironment(const char* name, int otherwise) {
  int value = 0;
  const char* text = std::getenv(name);
  return text != nullptr && absl::SimpleAtoi(text, &value) ? value : otherwise;
}

v1::Article Article(const std::string& id) {
  v1::Article article;
  article.set_id(id);
  article.set_published_at("2025-08-27");
  article.set_text(absl::StrCat(
      "编号", id, "：星河科技周三宣布完成一亿元A轮融资，由远山资本领投。公司表示，陈立将出任首席技术官。"));
  return article;
}

// What was acknowledged, and what was sent without an answer. Thread-safe.
class Ledger {
 public:
  std::string NewId(const std::string& client) {
    const std::lock_guard lock(mutex_);
    const std::string id = absl::StrCat(client, "-", ++last_number_);
    unanswered_.insert(id);
    return id;
  }

  void Acknowledge(const std::string& id, uint64_t revision) {
    const std::lock_guard lock(mutex_);
    EXPECT_TRUE(acknowledged_.emplace(id, revision).second) << id << " was acknowledged twice";
    unanswered_.erase(id);
    if (acknowledged_.size() == awaited_) reached_.set_value();
  }

  // Ready when so many more are acknowledged. A future, because a waiter on the mutex would starve.
  std::future<void> WhenAcknowledged(size_t more) {
    const std::lock_guard lock(mutex_);
    awaited_ = acknowledged_.size() + more;
    reached_ = std::promise<void>();
    return reached_.get_future();
  }

  std::map<std::string, uint64_t> acknowledged() const {
    const std::lock_guard lock(mutex_);
    return acknowledged_;
  }

  std::set<std::string> unanswered() const {
    const std::lock_guard lock(mutex_);
    return unanswered_;
  }

 private:
  mutable std::mutex mutex_;
  size_t awaited_ = 0;
  std::promise<void> reached_;
  int last_number_ = 0;
  std::map<std::string, uint64_t> acknowledged_;
  std::set<std::string> unanswered_;
};

class ExtractorCrashTest : public testing::Test {
 protected:
  void Start() {
    auto process = Process::StartServer({BinaryPath("annals-extractor"), "--listen=127.0.0.1:0",
                                         "--data_dir=" + directory_.path(), "--log_level=warning"});
    ASSERT_THAT(process, IsOk());
    process_ = *std::move(process);
    channel_ = grpc::CreateChannel(process_->address(), grpc::InsecureChannelCredentials());
    extractor_ = v1::ExtractorService::NewStub(channel_);
  }

  // Sends until the server is gone.
  void Stream() {
    grpc::ClientContext context;
    auto stream = extractor_->SubmitArticles(&context);
    std::counting_semaphore<> window(kUnanswered);
    std::thread answers([&] {
      v1::SubmitArticlesResponse response;
      while (stream->Read(&response)) {
        EXPECT_FALSE(response.has_error()) << response.error().message();
        ledger_.Acknowledge(response.article_id(), response.revision());
        window.release();
      }
      window.release();  // the server is gone: the writer shall see it
    });
    v1::SubmitArticlesRequest request;
    do {
      window.acquire();
      *request.mutable_article() = Article(ledger_.NewId("stream"));
    } while (stream->Write(request));
    answers.join();
    stream->Finish();
  }

  // One at a time, until the server is gone.
  void SubmitSingly() {
    while (Submit(ledger_.NewId("single"))) continue;
  }

  bool Submit(const std::string& id) {
    grpc::ClientContext context;
    v1::SubmitArticleRequest request;
    v1::SubmitArticleResponse response;
    *request.mutable_article() = Article(id);
    if (!extractor_->SubmitArticle(&context, request, &response).ok()) return false;
    ledger_.Acknowledge(id, response.revision());
    return true;
  }

  // Teaches one name after the other, until the server is gone.
  void Teach() {
    while (true) {
      grpc::ClientContext context;
      v1::PutEntityRequest request;
      v1::PutEntityResponse response;
      request.mutable_entity()->set_type(v1::ENTITY_TYPE_ORGANIZATION);
      request.mutable_entity()->set_name(absl::StrCat("远山分号", taught_.size() + untaught_));
      ++untaught_;  // whatever becomes of it, the next is another
      if (!extractor_->PutEntity(&context, request, &response).ok()) return;
      --untaught_;
      taught_.emplace(response.entity().id(), response.revision());
    }
  }

  std::set<std::string> Taught() {
    std::set<std::string> ids;
    v1::ListEntitiesRequest request;
    v1::ListEntitiesResponse response;
    do {
      grpc::ClientContext context;
      EXPECT_TRUE(extractor_->ListEntities(&context, request, &response).ok());
      for (const v1::Entity& entity : response.entities()) ids.insert(entity.id());
      request.set_page_token(response.next_page_token());
    } while (!response.next_page_token().empty());
    return ids;
  }

  std::vector<v1::JournalEntry> Journal() {
    grpc::ClientContext context;
    auto stream = v1::JournalService::NewStub(channel_)->Follow(&context, {});
    std::vector<v1::JournalEntry> entries;
    v1::FollowResponse response;
    while (stream->Read(&response)) {
      entries.insert(entries.end(), response.entries().begin(), response.entries().end());
      if (entries.size() == response.last_revision()) break;
    }
    context.TryCancel();
    stream->Finish();
    return entries;
  }

  void ExpectNothingLost() {
    const std::vector<v1::JournalEntry> entries = Journal();
    std::map<std::string, uint64_t> revisions;
    for (size_t i = 0; i < entries.size(); ++i) {
      EXPECT_EQ(entries[i].revision(), i + 1);
      const std::string& id = entries[i].has_entity_put() ? entries[i].entity_put().entity().id()
                                                          : entries[i].article_extracted().article().id();
      EXPECT_TRUE(revisions.emplace(id, entries[i].revision()).second) << id << " is there twice";
    }
    for (const auto& [id, revision] : ledger_.acknowledged()) {
      EXPECT_EQ(revisions[id], revision) << id << " was acknowledged";
    }
    const std::set<std::string> known = Taught();
    for (const auto& [id, revision] : taught_) {
      EXPECT_EQ(revisions[id], revision) << id << " was acknowledged";
      EXPECT_TRUE(known.contains(id)) << id << " was acknowledged";
    }
  }

  const TemporaryDirectory directory_;
  Ledger ledger_;
  std::map<std::string, uint64_t> taught_;  // id to revision, acknowledged; of the thread that teaches
  size_t untaught_ = 0;
  std::unique_ptr<Process> process_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::ExtractorService::Stub> extractor_;
};

TEST_F(ExtractorCrashTest, NothingAcknowledgedIsLost) {
  const auto seed = static_cast<unsigned>(
      FromEnvironment("ANNALS_CRASH_SEED", static_cast<int>(std::random_device{}() >> 1)));
  SCOPED_TRACE(absl::StrCat("ANNALS_CRASH_SEED=", seed));
  std::mt19937 random(seed);
  const int rounds = FromEnvironment("ANNALS_CRASH_ROUNDS", 5);
  for (int round = 0; round < rounds; ++round) {
    Start();
    ExpectNothingLost();
    // What had no answer is sent again: stored or not, it has to be there once.
    for (const std::string& id : ledger_.unanswered()) ASSERT_TRUE(Submit(id));
    const std::future<void> moment =
        ledger_.WhenAcknowledged(std::uniform_int_distribution<size_t>(1, 400)(random));
    std::thread stream([&] { Stream(); });
    std::thread singly([&] { SubmitSingly(); });
    std::thread teacher([&] { Teach(); });
    moment.wait();
    process_->Kill();
    stream.join();
    singly.join();
    teacher.join();
  }
  Start();
  ExpectNothingLost();
  std::cout << rounds << " kills, " << ledger_.acknowledged().size() << " articles and " << taught_.size()
            << " names acknowledged, seed " << seed << "\n";
}

}  // namespace
}  // namespace annals
