// What a server shows its operators: figures and readiness, on the port of --admin_listen.
#ifndef ANNALS_COMMON_SERVER_TELEMETRY_H_
#define ANNALS_COMMON_SERVER_TELEMETRY_H_

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "common/metrics/admin_server.h"
#include "common/metrics/metric_source.h"
#include "common/metrics/store_figure.h"
#include "prometheus/registry.h"

namespace annals {

// Create it before what it watches is created, so that it ends after; but call Stop before that ends.
class Telemetry {
 public:
  // With the figures of the process.
  Telemetry();

  // For figures that are counted as things happen. Thread-safe.
  prometheus::Registry& registry() { return *registry_; }
  // For figures that are read when asked for; before Serve.
  MetricSource& source() { return *source_; }
  // annals_store{figure} for each figure of the store; before Serve.
  void AddStore(std::function<std::vector<StoreFigure>()> read);

  // Begins to answer where --admin_listen says, if it does. `ready` is asked by other threads. Errors:
  // AdminServer.
  absl::Status Serve(std::function<bool()> ready);
  void Stop() { server_.reset(); }

 private:
  const std::shared_ptr<prometheus::Registry> registry_ = std::make_shared<prometheus::Registry>();
  const std::shared_ptr<MetricSource> source_ = std::make_shared<MetricSource>();
  std::unique_ptr<AdminServer> server_;
};

// With --healthcheck: what the probe of the running server says. Nothing: serve.
std::optional<absl::Status> ProbeInstead();

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_TELEMETRY_H_
