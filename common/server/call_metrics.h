// Counts and times the calls of a server, by the names and buckets of gRPC's OpenTelemetry proposal (gRFC
// A66) in Prometheus' spelling: grpc_server_call_started_total{grpc_method} and
// grpc_server_call_duration_seconds{grpc_method,grpc_status}.
#ifndef ANNALS_COMMON_SERVER_CALL_METRICS_H_
#define ANNALS_COMMON_SERVER_CALL_METRICS_H_

#include <memory>

#include "grpcpp/support/server_interceptor.h"
#include "prometheus/registry.h"

namespace annals {

// `registry` outlives the interceptors. Only methods that a service has are counted: a client cannot make
// labels up.
std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface> MakeCallMetrics(
    prometheus::Registry& registry);

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_CALL_METRICS_H_
