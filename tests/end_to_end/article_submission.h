// A client that streams articles to extractors and does not rest before each is kept, whatever happens to
// them.
#ifndef ANNALS_TESTS_END_TO_END_ARTICLE_SUBMISSION_H_
#define ANNALS_TESTS_END_TO_END_ARTICLE_SUBMISSION_H_

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "annals/v1/extractor_service.grpc.pb.h"
#include "grpcpp/channel.h"

namespace annals {

// One thread calls Run; the others see figures.
class ArticleSubmission {
 public:
  struct Options {
    std::deque<v1::Article> articles;
    // To the extractor that is to be asked next, another one each time: the one before has failed.
    std::function<std::shared_ptr<grpc::Channel>(int attempt)> connect;
    // Told of each article that was kept; what it returns is sent then.
    std::function<std::optional<v1::Article>(const v1::Article&, const v1::SubmitArticlesResponse&)> kept;
  };
  explicit ArticleSubmission(Options options) : options_(std::move(options)) {}

  // Returns when every article was kept.
  void Run();

  // How often an extractor failed under it, and what single articles were refused with: reason to number.
  int broken_streams() const;
  std::map<std::string, int> refusals() const;

 private:
  using Stream = grpc::ClientReaderWriter<v1::SubmitArticlesRequest, v1::SubmitArticlesResponse>;

  void StreamOnce(const std::shared_ptr<grpc::Channel>& channel);
  void ReadAnswers(Stream& stream);
  std::optional<v1::Article> TakeNext();
  void TakeAnswer(const v1::SubmitArticlesResponse& response);
  bool MayGoOn() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  bool IsDone() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    return options_.articles.empty() && unanswered_.empty();
  }

  mutable absl::Mutex mutex_;
  Options options_ ABSL_GUARDED_BY(mutex_);  // articles: still to be sent
  std::deque<v1::Article> unanswered_ ABSL_GUARDED_BY(mutex_);
  bool leave_ ABSL_GUARDED_BY(mutex_) = false;  // this stream, for another one
  int broken_streams_ ABSL_GUARDED_BY(mutex_) = 0;
  std::map<std::string, int> refusals_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace annals

#endif  // ANNALS_TESTS_END_TO_END_ARTICLE_SUBMISSION_H_
