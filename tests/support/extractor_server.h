// The extractor service in this process, over TCP on a free port, with a journal of its own and the real
// extractor.
#ifndef ANNALS_TESTS_SUPPORT_EXTRACTOR_SERVER_H_
#define ANNALS_TESTS_SUPPORT_EXTRACTOR_SERVER_H_

#include <gtest/gtest.h>

#include <memory>
#include <stop_token>
#include <string>

#include "annals/v1/extractor_service.grpc.pb.h"
#include "annals/v1/journal.grpc.pb.h"
#include "common/server/grpc_status.h"
#include "common/server/server.h"
#include "extractor/extractor.h"
#include "extractor/journal/journal.h"
#include "extractor/service/extraction_pool.h"
#include "extractor/service/extractor_service.h"
#include "extractor/service/journal_service.h"
#include "extractor/service/local_intake.h"
#include "extractor/taught/taught_entities.h"
#include "grpcpp/create_channel.h"
#include "tests/support/temporary_directory.h"

namespace annals {

// Fails the test where it cannot start. Stops in its destructor.
class ExtractorServer {
 public:
  struct Options {
    const Extractor* extractor = nullptr;  // null: the real one
    absl::Duration heartbeat = limits::kFollowHeartbeat;
    int followers = limits::kFollowers;
  };
  using Stub = v1::ExtractorService::Stub;

  ExtractorServer() : ExtractorServer(Options{}) {}
  explicit ExtractorServer(const Options& options) { Start(options); }

  // Stops, and starts again with the same journal.
  void Restart(const Options& options) {
    server_->Stop();
    server_.reset();
    extractor_service_.reset();
    journal_service_.reset();
    taught_.reset();
    journal_.reset();
    stop_ = std::stop_source();
    Start(options);
  }

  // A unary call of the extractor service.
  template <typename Response, typename Request>
  absl::StatusOr<Response> Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                                const Request& request) {
    grpc::ClientContext context;
    Response response;
    const absl::Status status = FromGrpcStatus((extractor().*method)(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }

  Journal& journal() { return *journal_; }
  // Requested: what the server does first when it stops.
  std::stop_source& stop() { return stop_; }
  Server& server() { return *server_; }
  std::shared_ptr<grpc::Channel> channel() { return channel_; }
  v1::ExtractorService::Stub& extractor() { return *extractor_stub_; }
  v1::JournalService::Stub& follower() { return *journal_stub_; }

 private:
  void Start(const Options& options) {
    auto journal = Journal::Open({.directory = directory_.path()});
    ASSERT_TRUE(journal.ok()) << journal.status();
    journal_ = *std::move(journal);
    const Extractor& extractor = options.extractor != nullptr ? *options.extractor : RealExtractor();
    auto taught = TaughtEntities::Load(extractor, *journal_);
    ASSERT_TRUE(taught.ok()) << taught.status();
    taught_ = *std::move(taught);
    pool_ = std::make_unique<ExtractionPool>([this] { return taught_->Current(); },
                                             limits::kExtractionThreads, limits::kWaitingExtractions);
    intake_ = std::make_unique<LocalIntake>(*pool_, *journal_);
    extractor_service_ =
        std::make_unique<ExtractorServiceImpl>(*taught_, *journal_, *pool_, *intake_, stop_.get_token());
    journal_service_ = std::make_unique<JournalServiceImpl>(
        *journal_, JournalServiceImpl::Options{stop_.get_token(), options.heartbeat, options.followers});
    Server::Options server_options{.stop = stop_};
    server_options.services = {{"annals.v1.ExtractorService", extractor_service_.get()},
                               {"annals.v1.JournalService", journal_service_.get()}};
    auto server = Server::Create(server_options);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    Connect();
  }

  void Connect() {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(limits::kClientReceivedMessageBytes);
    channel_ = grpc::CreateCustomChannel(server_->address(), grpc::InsecureChannelCredentials(), arguments);
    extractor_stub_ = v1::ExtractorService::NewStub(channel_);
    journal_stub_ = v1::JournalService::NewStub(channel_);
  }

  // One for the process: it reads the whole lexicon.
  static const Extractor& RealExtractor() {
    static const auto extractor = Extractor::Create({});
    EXPECT_TRUE(extractor.ok()) << extractor.status();
    return **extractor;
  }

  const TemporaryDirectory directory_;
  std::stop_source stop_;
  std::unique_ptr<Journal> journal_;
  std::unique_ptr<TaughtEntities> taught_;
  std::unique_ptr<ExtractionPool> pool_;
  std::unique_ptr<LocalIntake> intake_;
  std::unique_ptr<ExtractorServiceImpl> extractor_service_;
  std::unique_ptr<JournalServiceImpl> journal_service_;
  std::unique_ptr<Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::ExtractorService::Stub> extractor_stub_;
  std::unique_ptr<v1::JournalService::Stub> journal_stub_;
};

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_EXTRACTOR_SERVER_H_
