// What security costs: the smallest call of the query service over plain text, TLS, and mutual TLS with a
// bearer token and a rate limit, on connections that stand and on new ones.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <fstream>
#include <utility>

#include "annals/v1/query_service.grpc.pb.h"
#include "common/program/structured_log.h"
#include "common/server/client_channel.h"
#include "common/server/server.h"
#include "query/index/index.h"
#include "query/service/query_service.h"
#include "tests/support/certificates.h"
#include "tests/support/temporary_directory.h"

namespace annals::query {
namespace {

enum Security { kPlain, kTls, kMutualTlsAndToken };
constexpr const char* kNames[] = {"plain text", "TLS", "mutual TLS and token"};
constexpr int kClients = 8;

template <typename T>
T OrDie(absl::StatusOr<T> value) {
  if (!value.ok()) Log(LogLevel::kError, "bench", {{"error", value.status().ToString()}});
  return *std::move(value);
}

// A server of that kind, and what its clients need. One for the process.
class SecuredServer {
 public:
  explicit SecuredServer(Security security) {
    authority_.WriteCertificate(File("ca.pem"));
    for (const char* name : {"server", "client"}) {
      authority_.Issue(name, File(std::string(name) + ".pem"), File(std::string(name) + ".key"));
    }
    std::ofstream(File("tokens")) << "read a-token-of-the-bench\n";
    std::ofstream(File("token")) << "a-token-of-the-bench";
    Server::Options options{.services = {{"annals.v1.QueryService", &service_}}};
    const bool mutual = security == kMutualTlsAndToken;
    if (security != kPlain) {
      options.credentials = OrDie(
          MakeServerCredentials({File("server.pem"), File("server.key"), mutual ? File("ca.pem") : ""}));
      client_.tls.authorities = File("ca.pem");
    }
    if (mutual) {
      options.gate = std::make_shared<CallGate>(OrDie(AccessTokens::Load(File("tokens"))),
                                                std::make_unique<RateLimiter>(1e6));
      client_ = {.tls = {File("client.pem"), File("client.key"), File("ca.pem")},
                 .token_file = File("token")};
    }
    server_ = OrDie(Server::Create(std::move(options)));
  }

  std::unique_ptr<v1::QueryService::Stub> Connect() const {
    grpc::ChannelArguments own_connection;
    own_connection.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    return v1::QueryService::NewStub(OrDie(MakeClientChannel(server_->address(), client_, own_connection)));
  }

 private:
  std::string File(const std::string& name) const { return directory_.File(name); }

  const TemporaryDirectory directory_;
  const Authority authority_{"annals bench authority"};
  const std::unique_ptr<Index> index_ = OrDie(Index::Open(directory_.File("index")));
  QueryService service_{*index_, [] { return FollowState{}; }, "a secret of the bench"};
  ClientOptions client_;
  std::unique_ptr<Server> server_;
};

const SecuredServer& ServerOf(Security security) {
  static const SecuredServer servers[] = {SecuredServer(kPlain), SecuredServer(kTls),
                                          SecuredServer(kMutualTlsAndToken)};
  return servers[security];
}

// What the call ended with; empty: it was answered.
std::string Ask(v1::QueryService::Stub& stub) {
  grpc::ClientContext context;
  v1::GetStatusResponse response;
  return stub.GetStatus(&context, {}, &response).error_message();
}

Security SecurityOf(benchmark::State& state) {
  const auto security = static_cast<Security>(state.range(0));
  state.SetLabel(kNames[security]);
  return security;
}

double ProcessorMicros() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e6 + used.ru_utime.tv_usec + used.ru_stime.tv_usec;
}

// Calls a second of kClients clients, each on a connection of its own that stands, and what a call takes of
// the processors on both ends: that does not depend on who else uses the machine.
void BM_Calls(benchmark::State& state) {
  const auto stub = ServerOf(SecurityOf(state)).Connect();
  if (const std::string error = Ask(*stub); !error.empty()) state.SkipWithError(error.c_str());
  const double before = ProcessorMicros();
  for (auto _ : state) {
    if (const std::string error = Ask(*stub); !error.empty()) state.SkipWithError(error.c_str());
  }
  state.SetItemsProcessed(state.iterations());
  if (state.thread_index() == 0) {
    state.counters["processor_us"] =
        benchmark::Counter(ProcessorMicros() - before, benchmark::Counter::kAvgIterations);
  }
}
BENCHMARK(BM_Calls)->DenseRange(kPlain, kMutualTlsAndToken)->Threads(kClients)->UseRealTime();

// A connection, its handshake and one call.
void BM_NewConnection(benchmark::State& state) {
  const SecuredServer& server = ServerOf(SecurityOf(state));
  for (auto _ : state) {
    if (const std::string error = Ask(*server.Connect()); !error.empty()) state.SkipWithError(error.c_str());
  }
}
BENCHMARK(BM_NewConnection)->DenseRange(kPlain, kMutualTlsAndToken)->UseRealTime();

}  // namespace
}  // namespace annals::query

BENCHMARK_MAIN();
