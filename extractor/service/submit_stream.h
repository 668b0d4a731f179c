// One SubmitArticles stream: read, hand over to the intake, keep in groups, answer in order.
#ifndef ANNALS_EXTRACTOR_SERVICE_SUBMIT_STREAM_H_
#define ANNALS_EXTRACTOR_SERVICE_SUBMIT_STREAM_H_

#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "annals/v1/extractor_service.pb.h"
#include "extractor/journal/intake.h"
#include "extractor/journal/journal.h"
#include "extractor/service/extraction_pool.h"
#include "grpcpp/server_context.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/sync_stream.h"

namespace annals {

// Lives for one call. The calling thread reads; a second one commits and answers.
class SubmitStream {
 public:
  // Raw requests, so that one that does not parse is answered and does not look like the end of the stream.
  using Stream = grpc::ServerReaderWriter<v1::SubmitArticlesResponse, grpc::ByteBuffer>;

  // All outlive the stream.
  SubmitStream(const ExtractionPool& pool, Intake& intake, const Journal& journal, std::stop_token stop,
               grpc::ServerContext& context, Stream& stream)
      : pool_(pool),
        lane_(intake.OpenLane()),
        journal_(journal),
        stop_(std::move(stop)),
        context_(context),
        stream_(stream) {}

  // Until the client closes its side and has all its answers, or goes away. UNAVAILABLE (STOPPING): the
  // server stops; what had come in was answered.
  absl::Status Serve();

 private:
  // One request on its way. Its answer is known (error or receipt) or will come from the intake.
  struct Item {
    std::string article_id;
    size_t bytes = 0;
    absl::Status error;
    std::optional<Journal::Receipt> unchanged;
    std::unique_ptr<Intake::Pending> pending;

    bool Ready() const { return pending == nullptr || pending->Ready(); }
  };
  using Items = std::vector<std::unique_ptr<Item>>;

  std::unique_ptr<Item> Accept(const grpc::ByteBuffer& bytes);
  absl::Status Begin(Item& item, const v1::Article& article);
  bool InFlight(const std::string& article_id);

  void Push(std::unique_ptr<Item> item);  // blocks while too much is in flight
  Items TakeReady();                      // in order; empty: nothing more will come
  void Finish(const Items& items);        // gives their room back
  void Close();

  void AnswerAll();
  void Answer(Items& items);
  void EndCall();

  const ExtractionPool& pool_;
  const std::unique_ptr<Intake::Lane> lane_;
  const Journal& journal_;
  const std::stop_token stop_;
  grpc::ServerContext& context_;
  Stream& stream_;

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::unique_ptr<Item>> items_;
  std::map<std::string, int> ids_;  // of the articles in flight
  size_t count_ = 0;                // in flight: pushed and not finished
  size_t bytes_ = 0;
  bool closed_ = false;
  bool broken_ = false;  // answers no longer reach the client
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_SERVICE_SUBMIT_STREAM_H_
