#include "tests/end_to_end/article_submission.h"

#include <gtest/gtest.h>

#include <thread>
#include <utility>

namespace annals {
namespace {

// Sent and not answered at once: as many as a server holds.
constexpr size_t kUnanswered = 64;
// Before another one is asked: what failed is given a moment.
constexpr absl::Duration kPause = absl::Milliseconds(50);

}  // namespace

void ArticleSubmission::Run() {
  for (int attempt = 0;; ++attempt) {
    StreamOnce(options_.connect(attempt));
    const absl::MutexLock lock(&mutex_);
    // What has no answer may be kept or not; it is sent again, before what comes behind it.
    options_.articles.insert(options_.articles.begin(), unanswered_.begin(), unanswered_.end());
    unanswered_.clear();
    if (IsDone()) return;
    ++broken_streams_;
    leave_ = false;
    mutex_.AwaitWithTimeout(absl::Condition(&leave_), kPause);
  }
}

void ArticleSubmission::StreamOnce(const std::shared_ptr<grpc::Channel>& channel) {
  grpc::ClientContext context;
  const auto stub = v1::ExtractorService::NewStub(channel);
  const auto stream = stub->SubmitArticles(&context);
  std::thread reader([&] { ReadAnswers(*stream); });
  v1::SubmitArticlesRequest request;
  while (std::optional<v1::Article> next = TakeNext()) {
    *request.mutable_article() = *std::move(next);
    if (!stream->Write(request)) break;
  }
  stream->WritesDone();
  reader.join();
  stream->Finish();
}

void ArticleSubmission::ReadAnswers(Stream& stream) {
  v1::SubmitArticlesResponse response;
  while (stream.Read(&response)) TakeAnswer(response);
  const absl::MutexLock lock(&mutex_);
  leave_ = true;
}

bool ArticleSubmission::MayGoOn() const {
  return leave_ || IsDone() || (!options_.articles.empty() && unanswered_.size() < kUnanswered);
}

std::optional<v1::Article> ArticleSubmission::TakeNext() {
  const absl::MutexLock lock(&mutex_);
  mutex_.Await(absl::Condition(this, &ArticleSubmission::MayGoOn));
  if (leave_ || IsDone()) return std::nullopt;
  unanswered_.push_back(std::move(options_.articles.front()));
  options_.articles.pop_front();
  return unanswered_.back();
}

void ArticleSubmission::TakeAnswer(const v1::SubmitArticlesResponse& response) {
  const absl::MutexLock lock(&mutex_);
  ASSERT_FALSE(unanswered_.empty()) << response.ShortDebugString();
  v1::Article article = std::move(unanswered_.front());
  unanswered_.pop_front();
  EXPECT_EQ(response.article_id(), article.id()) << "answers come in the order of the requests";
  if (response.has_error()) {
    ++refusals_[response.error().reason()];
    options_.articles.push_back(std::move(article));
    leave_ = true;
  } else if (auto next = options_.kept(article, response)) {
    options_.articles.push_back(*std::move(next));
  }
}

int ArticleSubmission::broken_streams() const {
  const absl::MutexLock lock(&mutex_);
  return broken_streams_;
}

std::map<std::string, int> ArticleSubmission::refusals() const {
  const absl::MutexLock lock(&mutex_);
  return refusals_;
}

}  // namespace annals
