// Timelines over gRPC beside the emptiest call of the same server, which has answered as many others before.
//
//   query_grpc_speed ADDRESS ENTITIES EDGES QUERIES
#include <atomic>
#include <thread>

#include "absl/strings/numbers.h"
#include "annals/v1/query_service.grpc.pb.h"
#include "google/protobuf/arena.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/impl/client_unary_call.h"
#include "grpcpp/security/credentials.h"
#include "tests/bench/query/graph_data.h"
#include "tests/bench/query/measures.h"
#include "tests/bench/query/store.h"

namespace annals::query::bench {
namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 6;
constexpr double kRoundSeconds = 2;
constexpr size_t kArenaBytes = 256 << 10;

class Client {
 public:
  Client(const std::string& address, GraphSize size, size_t ids)
      : channel_(grpc::CreateChannel(address, grpc::InsecureChannelCredentials())),
        stub_(v1::QueryService::NewStub(channel_)) {
    const GraphData graph(size);
    for (uint32_t entity : graph.DrawEnds(ids)) ids_.push_back(graph.IdOf(entity));
  }

  void Echo() const {
    grpc::ClientContext context;
    v1::GetStatusResponse response;
    Require(stub_->GetStatus(&context, {}, &response).ok(), "GetStatus");
  }

  int Timeline(int i) const {
    grpc::ClientContext context;
    // Its messages are many and small: clients that count put them on an arena that they keep.
    static thread_local std::vector<char> memory(kArenaBytes);
    google::protobuf::ArenaOptions kept;
    kept.initial_block = memory.data();
    kept.initial_block_size = memory.size();
    google::protobuf::Arena arena(kept);
    auto& response = *google::protobuf::Arena::CreateMessage<v1::GetTimelineResponse>(&arena);
    Require(stub_->GetTimeline(&context, RequestOf(i), &response).ok(), "GetTimeline");
    return response.events_size();
  }

  // The answer as it comes, for a client that passes it on.
  void TimelineBytes(int i) const {
    grpc::ClientContext context;
    grpc::ByteBuffer request;
    grpc::ByteBuffer response;
    bool owned = false;
    grpc::SerializationTraits<v1::GetTimelineRequest>::Serialize(RequestOf(i), &request, &owned);
    const grpc::internal::RpcMethod method("/annals.v1.QueryService/GetTimeline",
                                           grpc::internal::RpcMethod::NORMAL_RPC, channel_);
    Require(grpc::internal::BlockingUnaryCall(channel_.get(), method, &context, request, &response).ok(),
            "GetTimeline");
  }

 private:
  v1::GetTimelineRequest RequestOf(int i) const {
    v1::GetTimelineRequest request;
    request.set_entity(ids_[i % ids_.size()]);
    request.set_order(v1::TIMELINE_ORDER_NEWEST_FIRST);
    return request;
  }

  const std::shared_ptr<grpc::Channel> channel_;
  std::vector<std::string> ids_;
  const std::unique_ptr<v1::QueryService::Stub> stub_;
};

void OneAtATime(const Client& client, int queries) {
  std::vector<double> echo;
  std::vector<double> timeline;
  std::vector<double> bytes;
  double rows = 0;
  for (int i = 0; i < queries; ++i) client.Timeline(queries + i);
  for (int i = 0; i < queries; ++i) {
    echo.push_back(TimeOf([&] { client.Echo(); }));
    timeline.push_back(TimeOf([&] { rows += client.Timeline(i); }));
    bytes.push_back(TimeOf([&] { client.TimelineBytes(2 * queries + i); }));
  }
  PrintTimes("grpc, one at a time", "echo", echo, 0);
  PrintTimes("grpc, one at a time", "timeline of 50", timeline, rows / queries);
  PrintTimes("grpc, one at a time", "its bytes", bytes, rows / queries);
}

// Calls a second by kThreads clients.
double Throughput(const std::function<void(int)>& call) {
  std::atomic<int> calls = 0;
  std::vector<std::thread> threads;
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(kRoundSeconds);
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      while (std::chrono::steady_clock::now() < end) call(calls++);
    });
  }
  for (std::thread& thread : threads) thread.join();
  return calls / kRoundSeconds;
}

void InParallel(const Client& client) {
  double echo = 0;
  double timeline = 0;
  for (int round = 0; round < kRounds; ++round) {
    echo += Throughput([&](int) { client.Echo(); }) / kRounds;
    timeline += Throughput([&](int i) { client.Timeline(i); }) / kRounds;
  }
  PrintValue("grpc, throughput", "echo", echo, "calls a second");
  PrintValue("grpc, throughput", "timeline of 50", timeline, "calls a second");
}

}  // namespace
}  // namespace annals::query::bench

int main(int argc, char** argv) {
  annals::query::bench::GraphSize size;
  int queries = 0;
  if (argc != 5 || !absl::SimpleAtoi(argv[2], &size.entities) || !absl::SimpleAtoi(argv[3], &size.edges) ||
      !absl::SimpleAtoi(argv[4], &queries)) {
    return 2;
  }
  const annals::query::bench::Client client(argv[1], size, static_cast<size_t>(queries) * 3);
  annals::query::bench::OneAtATime(client, queries);
  annals::query::bench::InParallel(client);
  return 0;
}
