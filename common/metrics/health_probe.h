// Asks the operators' port of a server on this machine whether it lives: what a container's health check
// runs.
#ifndef ANNALS_COMMON_METRICS_HEALTH_PROBE_H_
#define ANNALS_COMMON_METRICS_HEALTH_PROBE_H_

#include <string>

#include "absl/status/status.h"

namespace annals {

// `listen` as the server was given it: HOST:PORT; a host that stands for all addresses is asked on loopback.
// Waits at most two seconds. INVALID_ARGUMENT: no HOST:PORT. UNAVAILABLE: no answer, or another one than 200.
absl::Status ProbeHealth(const std::string& listen);

}  // namespace annals

#endif  // ANNALS_COMMON_METRICS_HEALTH_PROBE_H_
