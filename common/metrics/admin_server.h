// The HTTP port for operators: /metrics for Prometheus, /healthz (the process lives) and /readyz (it should
// be sent work) for orchestrators that do not speak gRPC. Plain text, and nothing that users sent.
#ifndef ANNALS_COMMON_METRICS_ADMIN_SERVER_H_
#define ANNALS_COMMON_METRICS_ADMIN_SERVER_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "prometheus/collectable.h"

namespace annals {

class AdminServer {
 public:
  struct Options {
    std::string listen;  // HOST:PORT; port 0 picks a free one
    // What /metrics shows, asked on each scrape from threads of this server.
    std::vector<std::shared_ptr<const prometheus::Collectable>> metrics;
    // 200 or 503 at /readyz.
    std::function<bool()> ready;
  };

  // Answers when this returns, and has logged "admin listening" with its port. INVALID_ARGUMENT: `listen` is
  // no HOST:PORT. UNAVAILABLE: cannot listen there.
  static absl::StatusOr<std::unique_ptr<AdminServer>> Create(Options options);

  // Stops.
  virtual ~AdminServer() = default;

  virtual int port() const = 0;
};

}  // namespace annals

#endif  // ANNALS_COMMON_METRICS_ADMIN_SERVER_H_
