#include "common/server/server.h"

#include <atomic>
#include <csignal>
#include <mutex>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "common/errors/errors.h"
#include "common/program/command_line.h"
#include "common/program/structured_log.h"
#include "common/server/call_metrics.h"
#include "common/server/checked_service.h"
#include "common/server/library_logs.h"
#include "common/server/reflection_v1.h"
#include "common/server/request_log.h"
#include "common/status_macros.h"
#include "grpc/health/v1/health.pb.h"
#include "grpcpp/ext/proto_server_reflection_plugin.h"
#include "grpcpp/health_check_service_interface.h"
#include "grpcpp/resource_quota.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"

namespace annals {
namespace {

constexpr char kReflectionV1[] = "grpc.reflection.v1.ServerReflection";
constexpr char kReflectionV1Alpha[] = "grpc.reflection.v1alpha.ServerReflection";

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// gRPC's built-in services are switched on for the whole process, before the first builder. Debian builds
// Abseil with its search for deadlocks, which notes the order of all locks: a sixth of a read's work.
void PrepareProcess() {
  static const bool once = [] {
    absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    return true;
  }();
  static_cast<void>(once);
}

std::vector<std::string> ListedServices(const std::vector<Server::Service>& services) {
  std::vector<std::string> names;
  for (const Server::Service& service : services) names.push_back(service.name);
  // Naming the descriptor also keeps the linker from dropping it.
  names.emplace_back(grpc::health::v1::HealthCheckRequest::descriptor()->file()->service(0)->full_name());
  names.emplace_back(kReflectionV1);
  names.emplace_back(kReflectionV1Alpha);
  return names;
}

absl::Status CheckDescriptors(const std::vector<Server::Service>& services) {
  for (const Server::Service& service : services) {
    if (google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(service.name) == nullptr) {
      return absl::InvalidArgumentError(absl::StrCat("no service ", service.name, " is compiled in"));
    }
  }
  return absl::OkStatus();
}

void SetLimits(grpc::ServerBuilder& builder, const Server::Options& options) {
  grpc::ResourceQuota quota("annals");
  quota.Resize(options.buffer_bytes);
  quota.SetMaxThreads(options.max_threads);
  builder.SetResourceQuota(quota);
  builder.SetMaxReceiveMessageSize(limits::kReceivedMessageBytes);
  builder.SetSyncServerOption(grpc::ServerBuilder::SyncServerOption::NUM_CQS, 1);
  builder.SetSyncServerOption(grpc::ServerBuilder::SyncServerOption::MIN_POLLERS, 1);
  builder.SetSyncServerOption(grpc::ServerBuilder::SyncServerOption::MAX_POLLERS, 4);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, limits::kConcurrentStreamsPerConnection);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS,
                             static_cast<int>(limits::kKeepalive / absl::Milliseconds(1)));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS,
                             static_cast<int>(limits::kKeepaliveTimeout / absl::Milliseconds(1)));
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                             static_cast<int>(limits::kClientPingInterval / absl::Milliseconds(1)));
  // Two servers on one port would share its connections unnoticed.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
}

class GrpcServer final : public Server {
 public:
  explicit GrpcServer(Options options)
      : options_(std::move(options)), reflection_(ListedServices(options_.services)) {
    if (options_.gate == nullptr) options_.gate = std::make_shared<CallGate>(nullptr, nullptr);
    for (const Service& service : options_.services) {
      checked_.push_back(std::make_unique<CheckedService>(service.name, *service.service, *options_.gate));
    }
  }

  ~GrpcServer() override { Stop(); }

  absl::Status Start() {
    grpc::ServerBuilder builder;
    SetLimits(builder, options_);
    builder.AddListeningPort(options_.listen,
                             options_.credentials ? options_.credentials : grpc::InsecureServerCredentials(),
                             &port_);
    for (const auto& service : checked_) builder.RegisterService(service.get());
    builder.RegisterService(&reflection_);
    std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> interceptors;
    interceptors.push_back(MakeRequestLog());
    if (options_.call_metrics != nullptr) interceptors.push_back(MakeCallMetrics(*options_.call_metrics));
    builder.experimental().SetInterceptorCreators(std::move(interceptors));
    server_ = builder.BuildAndStart();
    if (server_ == nullptr || port_ == 0)
      return absl::UnavailableError(absl::StrCat("cannot listen on ", options_.listen));
    address_ = absl::StrCat(options_.listen.substr(0, options_.listen.rfind(':')), ":", port_);
    SetAllServing(true);
    Announce("listening",
             {{"address", address_}, {"port", int64_t{port_}}, {"version", std::string(Version())}});
    return absl::OkStatus();
  }

  int port() const override { return port_; }
  const std::string& address() const override { return address_; }

  void SetServing(const std::string& service, bool serving) override {
    server_->GetHealthCheckService()->SetServingStatus(service, serving);
  }

  bool serving() const override { return serving_ && !options_.stop.stop_requested(); }

  void RunUntilSignal() override {
    const sigset_t signals = StopSignals();
    int signal = 0;
    sigwait(&signals, &signal);
    Log(LogLevel::kInfo, "stopping", {{"signal", int64_t{signal}}});
    if (signal == SIGTERM) StepAside(signals);
    Stop();
    Log(LogLevel::kInfo, "stopped");
  }

  void Stop() override {
    std::call_once(stopped_, [this] {
      options_.stop.request_stop();
      if (server_ == nullptr) return;
      server_->GetHealthCheckService()->Shutdown();
      server_->Shutdown(absl::ToChronoTime(absl::Now() + options_.drain));
      server_->Wait();
    });
  }

 private:
  void StepAside(const sigset_t& signals) {
    serving_ = false;
    SetAllServing(false);
    const timespec lame_duck = absl::ToTimespec(options_.lame_duck);
    sigtimedwait(&signals, nullptr, &lame_duck);
  }

  void SetAllServing(bool serving) {
    SetServing("", serving);
    for (const Service& service : options_.services) SetServing(service.name, serving);
  }

  Options options_;
  ReflectionV1 reflection_;
  std::vector<std::unique_ptr<CheckedService>> checked_;
  std::unique_ptr<grpc::Server> server_;
  std::string address_;
  int port_ = 0;
  std::atomic<bool> serving_ = true;
  std::once_flag stopped_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Create(Options options) {
  ANNALS_RETURN_IF_ERROR(CheckDescriptors(options.services));
  PrepareProcess();
  auto server = std::make_unique<GrpcServer>(std::move(options));
  ANNALS_RETURN_IF_ERROR(server->Start());
  return server;
}

void BlockStopSignals() {
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  RedirectLibraryLogs();
}

}  // namespace annals
