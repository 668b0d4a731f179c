// Clients that open more streams than there may be, and clients that do not read what they asked for.
#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "query/service/watch_stream.h"
#include "tests/query/support/query_server.h"
#include "tests/support/status_matchers.h"

namespace annals::query {
namespace {

constexpr int kConnections = 20;
constexpr int kStreamsAConnection = 500;

// What became of many streams. Thread-safe.
class Tally {
 public:
  void CountOpen() {
    absl::MutexLock lock(&mutex_);
    ++open_;
  }
  void CountEnded(grpc::StatusCode code) {
    absl::MutexLock lock(&mutex_);
    ++ended_[code];
    ++all_ended_;
  }
  // Until each of `streams` has had its first message or its end.
  void WaitUntilAnswered(int streams) const {
    const auto answered = [&] {
      mutex_.AssertReaderHeld();
      return open_ + all_ended_ >= streams;
    };
    absl::MutexLock lock(&mutex_, absl::Condition(&answered));
  }
  void WaitUntilEnded(int streams) const {
    const auto ended = [&] {
      mutex_.AssertReaderHeld();
      return all_ended_ >= streams;
    };
    absl::MutexLock lock(&mutex_, absl::Condition(&ended));
  }
  int open() const {
    absl::MutexLock lock(&mutex_);
    return open_;
  }
  int ended(grpc::StatusCode code) const {
    absl::MutexLock lock(&mutex_);
    const auto found = ended_.find(code);
    return found == ended_.end() ? 0 : found->second;
  }

 private:
  mutable absl::Mutex mutex_;
  int open_ ABSL_GUARDED_BY(mutex_) = 0;
  int all_ended_ ABSL_GUARDED_BY(mutex_) = 0;
  std::map<grpc::StatusCode, int> ended_ ABSL_GUARDED_BY(mutex_);
};

// Takes one message and then leaves the stream open.
class Watcher final : public grpc::ClientReadReactor<v1::WatchEventsResponse> {
 public:
  Watcher(v1::QueryService::Stub& stub, Tally& tally) : tally_(tally) {
    stub.async()->WatchEvents(&context_, &request_, this);
    StartRead(&response_);
    StartCall();
  }
  void Cancel() { context_.TryCancel(); }

  void OnReadDone(bool ok) override {
    if (ok) tally_.CountOpen();
  }
  void OnDone(const grpc::Status& status) override { tally_.CountEnded(status.error_code()); }

 private:
  Tally& tally_;
  grpc::ClientContext context_;
  const v1::WatchEventsRequest request_;
  v1::WatchEventsResponse response_;
};

// Lets go of its stream when it ends.
template <typename Response>
struct Reader {
  ~Reader() { context.TryCancel(); }
  grpc::ClientContext context;
  std::unique_ptr<grpc::ClientReader<Response>> stream;
};

class OpenStreamsTest : public testing::Test {
 protected:
  std::unique_ptr<v1::QueryService::Stub> Connect() const {
    grpc::ChannelArguments own_connection;
    own_connection.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    return v1::QueryService::NewStub(
        grpc::CreateCustomChannel(server_.address(), grpc::InsecureChannelCredentials(), own_connection));
  }

  std::unique_ptr<Reader<v1::WatchEventsResponse>> Watch(uint64_t after_revision) {
    auto reader = std::make_unique<Reader<v1::WatchEventsResponse>>();
    v1::WatchEventsRequest request;
    request.set_after_revision(after_revision);
    reader->stream = server_.stub().WatchEvents(&reader->context, request);
    return reader;
  }

  std::unique_ptr<Reader<v1::ExportGraphResponse>> Export() {
    auto reader = std::make_unique<Reader<v1::ExportGraphResponse>>();
    v1::ExportGraphRequest request;
    request.set_format(v1::EXPORT_FORMAT_GRAPHML);
    reader->stream = server_.stub().ExportGraph(&reader->context, request);
    return reader;
  }

  absl::Status Ask() {
    v1::GetStatusResponse response;
    return server_.Call(&v1::QueryService::Stub::GetStatus, v1::GetStatusRequest(), response);
  }

  TestIndex index_;
  QueryServer server_{index_};
};

TEST_F(OpenStreamsTest, OfTenThousandSomeAreServedAndTheOthersRefused) {
  constexpr int kAll = kConnections * kStreamsAConnection;
  Tally tally;
  std::vector<std::unique_ptr<v1::QueryService::Stub>> stubs;
  std::vector<std::unique_ptr<Watcher>> watchers;
  for (int i = 0; i < kConnections; ++i) stubs.push_back(Connect());
  for (int i = 0; i < kAll; ++i)
    watchers.push_back(std::make_unique<Watcher>(*stubs[i % kConnections], tally));
  tally.WaitUntilAnswered(kAll);
  EXPECT_EQ(tally.open(), limits::kWatchers);
  EXPECT_EQ(tally.ended(grpc::StatusCode::RESOURCE_EXHAUSTED), kAll - limits::kWatchers);
  EXPECT_THAT(Ask(), IsOk());
  v1::WatchEventsResponse response;
  const auto one_more = Watch(0);
  EXPECT_FALSE(one_more->stream->Read(&response));
  EXPECT_THAT(FromGrpcStatus(one_more->stream->Finish()),
              FailsWith(absl::StatusCode::kResourceExhausted, "OVERLOADED"));
  for (auto& watcher : watchers) watcher->Cancel();
  tally.WaitUntilEnded(kAll);
  EXPECT_EQ(tally.ended(grpc::StatusCode::CANCELLED), limits::kWatchers);
  while (!Watch(0)->stream->Read(&response)) {
  }
}

TEST_F(OpenStreamsTest, AWatcherWhoReadsNothingKeepsNobodyBack) {
  index_.Apply(RandomHistory(1, 1));
  const auto slow = Watch(1);
  v1::WatchEventsResponse response;
  ASSERT_TRUE(slow->stream->Read(&response));
  constexpr uint64_t kEntries = 3000;
  index_.Apply(RandomHistory(1, kEntries));
  const auto quick = Watch(1);
  while (response.revision() < kEntries && quick->stream->Read(&response)) {
  }
  EXPECT_EQ(response.revision(), kEntries);
  EXPECT_THAT(Ask(), IsOk());
  response.Clear();
  while (response.revision() < kEntries && slow->stream->Read(&response)) {
  }
  EXPECT_EQ(response.revision(), kEntries);
}

TEST_F(OpenStreamsTest, ExportsThatNobodyReadsAreBounded) {
  // Far more than a connection takes in before somebody reads.
  constexpr int kEntities = 20000;
  std::string entities;
  for (int i = 0; i < kEntities; ++i) {
    absl::StrAppend(&entities, "entities { id: 'o:N", i, "' type: ENTITY_TYPE_ORGANIZATION name: 'company ",
                    i, "' }");
  }
  TestJournal journal;
  journal.Extract("a1", "2025-01-02", entities);
  index_.Apply(journal.entries());
  std::vector<std::unique_ptr<Reader<v1::ExportGraphResponse>>> exports;
  v1::ExportGraphResponse piece;
  for (int i = 0; i < limits::kGraphExports; ++i) {
    exports.push_back(Export());
    ASSERT_TRUE(exports.back()->stream->Read(&piece));
  }
  const auto refused = Export();
  EXPECT_FALSE(refused->stream->Read(&piece));
  EXPECT_THAT(FromGrpcStatus(refused->stream->Finish()),
              FailsWith(absl::StatusCode::kResourceExhausted, "OVERLOADED"));
  EXPECT_THAT(Ask(), IsOk());
  exports.clear();
  while (!Export()->stream->Read(&piece)) {
  }
}

}  // namespace
}  // namespace annals::query
