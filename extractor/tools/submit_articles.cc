#include "extractor/tools/submit_articles.h"

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "absl/strings/str_cat.h"
#include "annals/v1/extractor_service.grpc.pb.h"
#include "common/server/client_channel.h"
#include "common/status_macros.h"
#include "extractor/tools/json_articles.h"

namespace annals {
namespace {

constexpr auto kConnectTimeout = std::chrono::seconds(5);

using Stream = grpc::ClientReaderWriter<v1::SubmitArticlesRequest, v1::SubmitArticlesResponse>;

// What the sending thread tells the receiving one.
struct Sent {
  std::atomic<uint64_t> bytes = 0;
  std::atomic<uint64_t> broken = 0;
};

// A line a failure, from both threads.
class FailureLog {
 public:
  explicit FailureLog(std::ostream& out) : out_(out) {}
  void Write(const std::string& where, absl::string_view message) {
    std::lock_guard lock(mutex_);
    out_ << where << ": " << message << std::endl;
  }

 private:
  std::mutex mutex_;
  std::ostream& out_;
};

void SendAll(ArticleInput& input, Stream& stream, Sent& sent, FailureLog& log) {
  while (auto piece = input.Next()) {
    sent.bytes = input.bytes_read();
    auto article = ParseArticle(piece->json);
    if (!article.ok()) {
      ++sent.broken;
      log.Write(piece->where, article.status().message());
      continue;
    }
    v1::SubmitArticlesRequest request;
    *request.mutable_article() = std::move(*article);
    if (!stream.Write(request)) return;  // the stream is broken; Finish says why
  }
  stream.WritesDone();
}

void Count(const v1::SubmitArticlesResponse& response, SubmitFigures& figures, FailureLog& log) {
  switch (response.outcome()) {
    case v1::SUBMIT_OUTCOME_CREATED:
      ++figures.created;
      break;
    case v1::SUBMIT_OUTCOME_REPLACED:
      ++figures.replaced;
      break;
    case v1::SUBMIT_OUTCOME_UNCHANGED:
      ++figures.unchanged;
      break;
    default:
      ++figures.failures;
      log.Write(absl::StrCat("article \"", response.article_id(), "\""),
                absl::StrCat(response.error().reason(), ": ", response.error().message()));
      return;
  }
  figures.events += response.event_count();
  figures.last_revision = std::max<uint64_t>(figures.last_revision, response.revision());
}

absl::Status ToStatus(const grpc::Status& status, absl::string_view address) {
  if (status.ok()) return absl::OkStatus();
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()),
                      absl::StrCat(address, ": ", status.error_message()));
}

}  // namespace

absl::StatusOr<SubmitFigures> SubmitArticles(
    const std::string& address, ArticleInput& input, std::ostream& errors,
    const std::function<void(uint64_t bytes, const SubmitFigures&)>& progress) {
  ANNALS_ASSIGN_OR_RETURN(const auto channel, MakeClientChannel(address, ClientOptionsFromFlags()));
  if (!channel->WaitForConnected(std::chrono::system_clock::now() + kConnectTimeout)) {
    return absl::UnavailableError(absl::StrCat("no service answers at ", address));
  }
  const auto stub = v1::ExtractorService::NewStub(channel);
  grpc::ClientContext context;
  const auto stream = stub->SubmitArticles(&context);

  FailureLog log(errors);
  Sent sent;
  std::thread sender([&] { SendAll(input, *stream, sent, log); });
  SubmitFigures figures;
  v1::SubmitArticlesResponse response;
  while (stream->Read(&response)) {
    Count(response, figures, log);
    progress(sent.bytes, figures);
  }
  sender.join();  // its writes fail from now on
  const absl::Status status = ToStatus(stream->Finish(), address);
  figures.failures += sent.broken;
  if (!status.ok())
    return absl::Status(status.code(), absl::StrCat(status.message(), " (", FormatFigures(figures), ")"));
  return figures;
}

std::string FormatFigures(const SubmitFigures& figures) {
  return absl::StrCat(figures.created, " created, ", figures.replaced, " replaced, ", figures.unchanged,
                      " unchanged, ", figures.failures, " failed; ", figures.events, " events; revision ",
                      figures.last_revision);
}

}  // namespace annals
