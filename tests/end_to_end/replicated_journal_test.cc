// A journal on three NATS nodes, three extractors, two replicas of the index: articles stream in while nodes,
// extractors and replicas are killed with -9 and nodes are cut off. Nothing that was acknowledged is missing,
// nothing is doubled, the last version of an article is the last acknowledged one, and the replicas, and one
// that begins only afterwards, answer byte for byte alike. With nats-server 2.9, whose nodes may hold other
// messages at the same sequence once one was killed, nodes are left alone.
//
// ANNALS_CHAOS_ARTICLES (20000): how many. ANNALS_CHAOS_SEED: to repeat a run.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <thread>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "annals/v1/journal.grpc.pb.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "tests/end_to_end/article_submission.h"
#include "tests/support/replicated_services.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

using Kind = ReplicatedServices::Kind;

constexpr int kSubmitters = 4;
constexpr int kCompanies = 400;  // that Company knows
// Each ninth article has a second version: so many of ten sent are first ones.
constexpr int kSecondVersionEach = 9;
// Nothing acknowledged for so long: it stands still.
constexpr absl::Duration kStandstill = absl::Seconds(90);

int FromEnvironment(const char* name, int otherwise) {
  int value = 0;
  const char* text = std::getenv(name);
  return text != nullptr && absl::SimpleAtoi(text, &value) ? value : otherwise;
}

std::string Company(int number) {
  constexpr const char* kWords[] = {"云", "岭", "岚", "峰", "川", "原", "泉", "溪", "松", "柏",
                                    "荷", "枫", "青", "蓝", "墨", "银", "灵", "睿", "晨", "曦"};
  return absl::StrCat(kWords[number % 20], kWords[number / 20 % 20], "科技");
}

// Each has a name of its own: one person in every company would be taken for many.
std::string Person(int number) {
  constexpr const char* kSurnames[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};
  constexpr const char* kGiven[] = {"子", "涵", "宇", "轩", "浩", "然", "欣", "怡", "梓", "若", "思", "远",
                                    "博", "文", "嘉", "明", "志", "强", "建", "国", "晓", "东", "丽", "华",
                                    "雅", "婷", "佳", "俊", "杰", "天", "佑", "雨", "泽", "诺", "可", "馨",
                                    "语", "嫣", "景", "行", "知", "微", "望", "舒", "清", "扬", "书", "航"};
  constexpr int kMany = std::size(kGiven);
  return absl::StrCat(kSurnames[number % 10], kGiven[number / 10 % kMany],
                      kGiven[number / 10 / kMany % kMany]);
}

v1::Article Article(int number, int version) {
  v1::Article article;
  article.set_id(absl::StrCat("a", number));
  article.set_title(absl::StrCat("第", version, "版"));
  article.set_published_at("2025-07-01");
  article.set_text(absl::StrCat("6月", number % 28 + version, "日，", Person(number), "加入", Company(number),
                                "，出任首席", version == 1 ? "执行官" : "财务官", "。"));
  return article;
}

// The first lines that differ, with the one before; "" where none do.
std::string FirstDifference(const std::string& one, const std::string& other) {
  const std::vector<std::string> lines = absl::StrSplit(one, '\n');
  const std::vector<std::string> others = absl::StrSplit(other, '\n');
  for (size_t i = 0; i < std::min(lines.size(), others.size()); ++i) {
    if (lines[i] != others[i])
      return absl::StrCat("line ", i, " behind ", i > 0 ? lines[i - 1] : "", "\n", lines[i], "\n", others[i]);
  }
  return lines.size() == others.size() ? "" : "one is longer";
}

struct Version {
  std::string title;
  uint64_t revision;
};

// What was acknowledged: article id to its versions, oldest first. Thread-safe.
class Ledger {
 public:
  void Acknowledge(const v1::Article& article, uint64_t revision) {
    const absl::MutexLock lock(&mutex_);
    acknowledged_[article.id()].push_back({article.title(), revision});
    ++count_;
  }
  // Whether so many were acknowledged; waits as long as it goes on.
  bool Await(int count) const {
    const absl::MutexLock lock(&mutex_);
    for (int before = -1; count_ < count;) {
      if (before == count_) return false;
      before = count_;
      const auto moved = [&] { return count_ > before; };
      mutex_.AwaitWithTimeout(absl::Condition(&moved), kStandstill);
    }
    return true;
  }
  int count() const {
    const absl::MutexLock lock(&mutex_);
    return count_;
  }
  std::map<std::string, std::vector<Version>> acknowledged() const {
    const absl::MutexLock lock(&mutex_);
    return acknowledged_;
  }

 private:
  mutable absl::Mutex mutex_;
  int count_ ABSL_GUARDED_BY(mutex_) = 0;
  std::map<std::string, std::vector<Version>> acknowledged_ ABSL_GUARDED_BY(mutex_);
};

class ReplicatedJournalTest : public testing::Test {
 protected:
  void SetUp() override {
    auto services = ReplicatedServices::Start({});
    ASSERT_THAT(services, IsOk());
    services_ = *std::move(services);
  }

  // First versions of the articles with number % kSubmitters == submitter; second ones follow their firsts.
  ArticleSubmission::Options Submission(int submitter, int firsts) {
    ArticleSubmission::Options options;
    for (int number = submitter; number < firsts; number += kSubmitters)
      options.articles.push_back(Article(number, 1));
    options.connect = [this, submitter](int attempt) {
      return services_->channel(Kind::kExtractor, (submitter + attempt) % services_->count(Kind::kExtractor));
    };
    options.kept = [this](const v1::Article& article, const v1::SubmitArticlesResponse& response) {
      ledger_.Acknowledge(article, response.revision());
      int number = 0;
      const bool is_first = article.title() == Article(0, 1).title();
      EXPECT_TRUE(absl::SimpleAtoi(absl::StripPrefix(article.id(), "a"), &number));
      return is_first && number % kSecondVersionEach == 0 ? std::optional(Article(number, 2)) : std::nullopt;
    };
    return options;
  }

  // One fault each time, healed before the next: of three nodes two are always up.
  void LoseNode(bool kill) {
    const int node = std::max(0, services_->nats().LeaderOf("ANNALS_ENTRIES"));
    kill ? services_->nats().Kill(node) : services_->nats().CutOff(node);
    EXPECT_TRUE(ledger_.Await(std::min(articles_, ledger_.count() + articles_ / 40)))
        << "without node " << node;
    if (kill) {
      ASSERT_THAT(services_->nats().Restart(node), IsOk());
    } else {
      services_->nats().Rejoin(node);
    }
    EXPECT_THAT(services_->nats().Settle(), IsOk());
  }

  void LoseService(Kind kind, int number) {
    services_->Kill(kind, number);
    EXPECT_TRUE(ledger_.Await(std::min(articles_, ledger_.count() + articles_ / 80)));
    ASSERT_THAT(services_->Restart(kind, number), IsOk());
  }

  void MakeTrouble(std::mt19937& random) {
    const bool nodes = services_->nats().SurvivesKilledNodes();
    if (!nodes) std::cout << "a nats-server older than 2.10: nodes are left alone" << std::endl;
    const std::vector<std::function<void()>> troubles = {
        [&] { LoseService(Kind::kExtractor, static_cast<int>(random() % 3)); },
        [&] {
          nodes ? LoseNode(/*kill=*/true) : LoseService(Kind::kExtractor, static_cast<int>(random() % 3));
        },
        [&] { LoseService(Kind::kQuery, static_cast<int>(random() % 2)); },
        [&] { nodes ? LoseNode(/*kill=*/false) : LoseService(Kind::kQuery, static_cast<int>(random() % 2)); },
    };
    const int rounds = 3;
    const int steps = rounds * static_cast<int>(troubles.size());
    for (int step = 0; step < steps && !HasFailure(); ++step) {
      ASSERT_TRUE(ledger_.Await(articles_ * (step + 1) / (steps + 2)))
          << "it stands still before step " << step;
      troubles[step % troubles.size()]();
    }
  }

  std::vector<v1::JournalEntry> Journal() {
    grpc::ClientContext context;
    auto stub = v1::JournalService::NewStub(services_->channel(Kind::kExtractor, 0));
    auto stream = stub->Follow(&context, {});
    std::vector<v1::JournalEntry> entries;
    v1::FollowResponse response;
    while (stream->Read(&response)) {
      entries.insert(entries.end(), response.entries().begin(), response.entries().end());
      if (!entries.empty() && entries.back().revision() == response.last_revision()) break;
    }
    context.TryCancel();
    stream->Finish();
    return entries;
  }

  // Every version once, in the order in which they were acknowledged, where it was said to be.
  void ExpectNothingLostOrDoubled(const std::vector<v1::JournalEntry>& entries) {
    EXPECT_EQ(entries.size(), static_cast<size_t>(articles_));
    std::map<std::string, std::vector<Version>> stored;
    for (size_t i = 0; i < entries.size(); ++i) {
      ASSERT_EQ(entries[i].revision(), i + 1);
      const v1::Article& article = entries[i].article_extracted().article();
      stored[article.id()].push_back({article.title(), entries[i].revision()});
    }
    for (const auto& [id, versions] : ledger_.acknowledged()) {
      ASSERT_EQ(stored[id].size(), versions.size()) << id;
      for (size_t i = 0; i < versions.size(); ++i) {
        EXPECT_EQ(stored[id][i].title, versions[i].title) << id;
        EXPECT_EQ(stored[id][i].revision, versions[i].revision) << id << " " << versions[i].title;
      }
    }
  }

  std::string Export(int query, uint64_t revision) {
    grpc::ClientContext context;
    v1::ExportGraphRequest request;
    request.set_format(v1::EXPORT_FORMAT_JSON_LINES);
    request.set_min_revision(revision);
    auto stub = v1::QueryService::NewStub(services_->channel(Kind::kQuery, query));
    auto stream = stub->ExportGraph(&context, request);
    std::string graph;
    v1::ExportGraphResponse response;
    while (stream->Read(&response)) graph += response.chunk();
    const grpc::Status status = stream->Finish();
    EXPECT_TRUE(status.ok()) << status.error_message();
    return graph;
  }

  // The timelines of some companies, as text.
  std::string Timelines(int query) {
    auto stub = v1::QueryService::NewStub(services_->channel(Kind::kQuery, query));
    std::string timelines;
    for (int company = 0; company < kCompanies; company += 7) {
      grpc::ClientContext context;
      v1::GetTimelineRequest request;
      v1::GetTimelineResponse response;
      request.set_entity(Company(company));
      request.set_page_size(500);
      EXPECT_TRUE(stub->GetTimeline(&context, request, &response).ok()) << Company(company);
      EXPECT_GT(response.events_size(), 0) << Company(company);
      timelines += response.DebugString();
    }
    return timelines;
  }

  // What it holds, without how it follows.
  std::string Figures(int query) {
    auto stub = v1::QueryService::NewStub(services_->channel(Kind::kQuery, query));
    grpc::ClientContext context;
    v1::GetStatusResponse status;
    EXPECT_TRUE(stub->GetStatus(&context, {}, &status).ok());
    status.clear_journal_revision();
    status.clear_lag();
    status.clear_following();
    return status.ShortDebugString();
  }

  // Until it has applied the revision: min_revision itself waits for some seconds only.
  void AwaitRevision(int query, uint64_t revision) {
    const absl::Time deadline = absl::Now() + kStandstill;
    grpc::Status status;
    while (absl::Now() < deadline) {
      auto stub = v1::QueryService::NewStub(services_->channel(Kind::kQuery, query));
      grpc::ClientContext context;
      v1::GetEventRequest request;
      v1::GetEventResponse response;
      request.set_event_id("none");
      request.set_min_revision(revision);
      status = stub->GetEvent(&context, request, &response);
      if (status.error_code() == grpc::StatusCode::NOT_FOUND) return;
    }
    FAIL() << "replica " << query << ": " << status.error_message() << "\n"
           << services_->Log(Kind::kQuery, query);
  }

  void ExpectReplicasAlike(uint64_t revision) {
    for (int query = 0; query < services_->count(Kind::kQuery); ++query) AwaitRevision(query, revision);
    const std::string graph = Export(0, revision);
    const std::string timelines = Timelines(0);
    EXPECT_GT(graph.size(), 10'000u);
    for (int query = 1; query < services_->count(Kind::kQuery); ++query) {
      EXPECT_EQ(FirstDifference(graph, Export(query, revision)), "") << "replica " << query;
      EXPECT_EQ(FirstDifference(timelines, Timelines(query)), "") << "replica " << query;
      EXPECT_EQ(Figures(0), Figures(query)) << "replica " << query;
    }
  }

  int articles_ = 0;
  std::unique_ptr<ReplicatedServices> services_;
  Ledger ledger_;
};

TEST_F(ReplicatedJournalTest, NothingIsLostOrDoubledWhateverDies) {
  const auto seed = static_cast<unsigned>(
      FromEnvironment("ANNALS_CHAOS_SEED", static_cast<int>(std::random_device{}() >> 1)));
  SCOPED_TRACE(absl::StrCat("ANNALS_CHAOS_SEED=", seed));
  std::mt19937 random(seed);
  const int firsts =
      FromEnvironment("ANNALS_CHAOS_ARTICLES", 20'000) * kSecondVersionEach / (kSecondVersionEach + 1);
  articles_ = firsts + (firsts + kSecondVersionEach - 1) / kSecondVersionEach;
  std::deque<ArticleSubmission> submissions;
  std::vector<std::thread> submitters;
  const absl::Time begun = absl::Now();
  for (int submitter = 0; submitter < kSubmitters; ++submitter) {
    ArticleSubmission& submission = submissions.emplace_back(Submission(submitter, firsts));
    submitters.emplace_back([&submission] { submission.Run(); });
  }
  MakeTrouble(random);
  const bool all = ledger_.Await(articles_);
  EXPECT_TRUE(all) << ledger_.count() << " of " << articles_ << "\n" << services_->Log(Kind::kExtractor, 0);
  if (!all) std::abort();  // the submitters would never end
  for (std::thread& submitter : submitters) submitter.join();
  const absl::Duration taken = absl::Now() - begun;

  // Nothing that an extractor still holds changes anything when it comes back.
  for (int extractor = 0; extractor < services_->count(Kind::kExtractor); ++extractor) {
    services_->Kill(Kind::kExtractor, extractor);
    ASSERT_THAT(services_->Restart(Kind::kExtractor, extractor), IsOk());
  }
  ExpectNothingLostOrDoubled(Journal());
  ASSERT_THAT(services_->Restart(Kind::kQuery, services_->count(Kind::kQuery)), IsOk());
  ExpectReplicasAlike(articles_);
  int broken = 0;
  std::map<std::string, int> refusals;
  for (const ArticleSubmission& submission : submissions) {
    broken += submission.broken_streams();
    for (const auto& [reason, times] : submission.refusals()) refusals[reason] += times;
  }
  std::cout << articles_ << " articles in " << absl::FormatDuration(taken) << ", " << broken
            << " streams broken";
  for (const auto& [reason, times] : refusals) std::cout << ", " << times << " " << reason;
  std::cout << ", seed " << seed << "\n";
}

}  // namespace
}  // namespace annals
