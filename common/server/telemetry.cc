#include "common/server/telemetry.h"

#include <utility>

#include "absl/flags/flag.h"
#include "common/metrics/health_probe.h"
#include "common/metrics/process_metrics.h"
#include "common/status_macros.h"

ABSL_FLAG(std::string, admin_listen, "",
          "HOST:PORT of the HTTP port for operators: /metrics, /healthz, /readyz; empty: none");

ABSL_FLAG(bool, healthcheck, false,
          "instead of serving, ask the server at --admin_listen whether it lives: exit status 0 or 1");

namespace annals {

std::optional<absl::Status> ProbeInstead() {
  if (!absl::GetFlag(FLAGS_healthcheck)) return std::nullopt;
  return ProbeHealth(absl::GetFlag(FLAGS_admin_listen));
}

Telemetry::Telemetry() { AddProcessMetrics(*source_); }

void Telemetry::AddStore(std::function<std::vector<StoreFigure>()> read) {
  source_->AddGauge("annals_store", "What RocksDB says of itself: bytes, counts, 0 or 1.",
                    MetricSource::Read([read = std::move(read)] {
                      std::vector<MetricSample> samples;
                      for (const StoreFigure& figure : read())
                        samples.push_back({{{"figure", figure.name}}, figure.value});
                      return samples;
                    }));
}

absl::Status Telemetry::Serve(std::function<bool()> ready) {
  const std::string listen = absl::GetFlag(FLAGS_admin_listen);
  if (listen.empty()) return absl::OkStatus();
  ANNALS_ASSIGN_OR_RETURN(server_, AdminServer::Create({listen, {source_, registry_}, std::move(ready)}));
  return absl::OkStatus();
}

}  // namespace annals
