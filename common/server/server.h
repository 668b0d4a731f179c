// The runtime of a gRPC server: one port, health, reflection, request log, bounded work, graceful stop.
#ifndef ANNALS_COMMON_SERVER_SERVER_H_
#define ANNALS_COMMON_SERVER_SERVER_H_

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/limits.h"
#include "common/server/call_gate.h"
#include "grpcpp/impl/service_type.h"
#include "grpcpp/security/server_credentials.h"
#include "prometheus/registry.h"

namespace annals {

class Server {
 public:
  // A service of the synchronous API, by its full name: "annals.v1.QueryService". Not owned; outlives the
  // server.
  struct Service {
    std::string name;
    grpc::Service* service;
  };

  struct Options {
    std::string listen = "127.0.0.1:0";                    // HOST:PORT; port 0 picks a free one
    std::shared_ptr<grpc::ServerCredentials> credentials;  // null: plain text
    // Asked before every call of `services`; null: all calls may begin. Health and reflection stay open.
    std::shared_ptr<const CallGate> gate;
    std::vector<Service> services;
    // Gets the figures of calls (call_metrics.h); not owned, outlives the server; null: nobody counts.
    prometheus::Registry* call_metrics = nullptr;
    // Requested when the server stops: streams without an end wait on its token and then return
    // Stopping().
    std::stop_source stop;
    // How long a server that was told to stop still answers new calls, while health says NOT_SERVING: so that
    // clients and balancers that ask hear of it and go elsewhere. gRPC cancels calls that come later.
    absl::Duration lame_duck = absl::ZeroDuration();
    // How long calls under way may go on after that. Longer: fewer broken calls. Shorter: quicker restarts.
    absl::Duration drain = limits::kDrain;
    // Threads for calls under way; a call that finds none is answered RESOURCE_EXHAUSTED by gRPC.
    int max_threads = limits::kServerThreads;
    // Buffers of calls under way, in all: gRPC's resource quota.
    size_t buffer_bytes = limits::kServerBuffers.most;
  };

  // The server answers when this returns, and has logged "listening" with address and port. INVALID_ARGUMENT:
  // a service without descriptor. UNAVAILABLE: cannot listen there.
  static absl::StatusOr<std::unique_ptr<Server>> Create(Options options);

  // Stops, if nobody has.
  virtual ~Server() = default;

  virtual int port() const = 0;
  // The listen address with the real port.
  virtual const std::string& address() const = 0;

  // What health tells of one service; all serve from the start. Thread-safe.
  virtual void SetServing(const std::string& service, bool serving) = 0;

  // False from the moment it is told to stop. Thread-safe.
  virtual bool serving() const = 0;

  // Blocks until SIGTERM or SIGINT, then stops; after the lame duck's time, which SIGINT (somebody at a
  // terminal) and a second signal cut short. BlockStopSignals() first.
  virtual void RunUntilSignal() = 0;

  // Health says NOT_SERVING, `stop` is requested, new calls are refused, those under way get until `drain`
  // and are then cancelled. Returns when no handler runs. Thread-safe; later calls do nothing.
  virtual void Stop() = 0;
};

// Keeps SIGTERM and SIGINT for RunUntilSignal; the first thing a main does, before any thread starts. Also
// leads what gRPC and protobuf log into our log.
void BlockStopSignals();

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_SERVER_H_
