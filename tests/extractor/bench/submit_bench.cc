// Measures submissions a second over TCP on this machine, client included: unary with 1, 8 and 32 clients,
// and one and two streams; with an extractor that reads nothing (the cost of service and journal) and with
// the real one. Articles have about 700 bytes. Then a stream of the same articles again, and what a follower
// reads.
//
// Usage: submit_bench [articles].
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/program/structured_log.h"
#include "tests/support/extractor_server.h"
#include "tests/support/gated_extractor.h"

namespace annals {
namespace {

v1::Article Article(const std::string& id) {
  v1::Article article;
  article.set_id(id);
  article.set_published_at("2025-08-27");
  article.set_source("样例日报");
  article.set_text(
      absl::StrCat("星河科技周三宣布完成两亿元B轮融资，由远山资本领投，青禾基金跟投。公司创始人兼首席执行官陈"
                   "立表示，资金将用于模型研发。"
                   "此前一个月，原云帆科技技术副总裁周明加入星河科技，出任首席技术官，向陈立汇报。知情人士称"
                   "，云帆科技的研究部门已有三人离职。"
                   "去年12月，星河科技发布“天枢”大模型，今年3月将其开源。编号",
                   id, "。"));
  return article;
}

double SecondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void Print(const char* what, int count, double seconds) {
  std::printf("%-42s %8.0f/s\n", what, count / seconds);
  std::fflush(stdout);
}

// `clients` at once, each with its share of the articles.
void Share(int clients, int articles, const std::function<void(int first, int last)>& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < clients; ++i) {
    threads.emplace_back(work, articles * i / clients, articles * (i + 1) / clients);
  }
  for (std::thread& thread : threads) thread.join();
}

void SubmitSingly(ExtractorServer& server, const std::string& prefix, int first, int last) {
  for (int i = first; i < last; ++i) {
    grpc::ClientContext context;
    v1::SubmitArticleRequest request;
    v1::SubmitArticleResponse response;
    *request.mutable_article() = Article(absl::StrCat(prefix, i));
    EXPECT_TRUE(server.extractor().SubmitArticle(&context, request, &response).ok());
  }
}

void SubmitStreamed(ExtractorServer& server, const std::string& prefix, int first, int last) {
  grpc::ClientContext context;
  auto stream = server.extractor().SubmitArticles(&context);
  std::thread sender([&] {
    v1::SubmitArticlesRequest request;
    for (int i = first; i < last; ++i) {
      *request.mutable_article() = Article(absl::StrCat(prefix, i));
      stream->Write(request);
    }
    stream->WritesDone();
  });
  v1::SubmitArticlesResponse response;
  while (stream->Read(&response)) continue;
  sender.join();
  EXPECT_TRUE(stream->Finish().ok());
}

void FollowAll(ExtractorServer& server) {
  grpc::ClientContext context;
  auto stream = server.follower().Follow(&context, {});
  v1::FollowResponse response;
  uint64_t seen = 0;
  while (seen < server.journal().last_revision() && stream->Read(&response)) seen += response.entries_size();
  context.TryCancel();
}

// Latency of single articles, alone and beside a stream of the largest and worst.
void MeasureLatency(ExtractorServer& server, const char* what, const std::string& prefix) {
  std::vector<double> millis;
  for (int i = 0; i < 500; ++i) {
    millis.push_back(1000 * SecondsOf([&] { SubmitSingly(server, prefix, i, i + 1); }));
  }
  std::sort(millis.begin(), millis.end());
  std::printf("%-42s p50 %.1f ms, p99 %.1f ms\n", what, millis[250], millis[495]);
}

void MeasureBeside(ExtractorServer& server) {
  MeasureLatency(server, "  one at a time, alone", "alone-");
  grpc::ClientContext context;
  auto stream = server.extractor().SubmitArticles(&context);
  v1::SubmitArticlesRequest request;
  std::string worst;
  while (worst.size() < limits::kArticleTextBytes - 6) worst += "“说";
  for (int i = 0; i < 2; ++i) {
    *request.mutable_article() = Article(absl::StrCat("worst-", i));
    request.mutable_article()->set_text(worst);
    stream->Write(request);
  }
  MeasureLatency(server, "  one at a time, beside 4 MiB of nested quotes", "beside-");
  context.TryCancel();
}

void Measure(const char* name, const Extractor* extractor, int articles) {
  ExtractorServer server(ExtractorServer::Options{.extractor = extractor});
  std::printf("%s\n", name);
  SubmitSingly(server, "warm-", 0, 100);
  for (const int clients : {1, 8, 32}) {
    const std::string prefix = absl::StrCat("unary-", clients, "-");
    Print(absl::StrCat("  unary, ", clients, " clients").c_str(), articles, SecondsOf([&] {
            Share(clients, articles, [&](int first, int last) { SubmitSingly(server, prefix, first, last); });
          }));
  }
  for (const int clients : {1, 2}) {
    const std::string prefix = absl::StrCat("stream-", clients, "-");
    Print(absl::StrCat("  streamed, ", clients, " streams").c_str(), articles, SecondsOf([&] {
            Share(clients, articles,
                  [&](int first, int last) { SubmitStreamed(server, prefix, first, last); });
          }));
  }
  Print("  streamed again, unchanged", articles,
        SecondsOf([&] { SubmitStreamed(server, "stream-1-", 0, articles); }));
  if (extractor == nullptr) MeasureBeside(server);
  const auto entries = static_cast<int>(server.journal().last_revision());
  Print("  entries followed", entries, SecondsOf([&] { FollowAll(server); }));
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  int articles = 5000;
  if (argc > 1 && !absl::SimpleAtoi(argv[1], &articles)) return 2;
  annals::SetLogLevel(annals::LogLevel::kWarning);
  const annals::GatedExtractor nothing;
  annals::Measure("an extractor that reads nothing", &nothing, articles);
  annals::Measure("the real extractor", nullptr, articles);
  return testing::Test::HasFailure() ? 1 : 0;
}
