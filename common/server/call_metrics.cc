#include "common/server/call_metrics.h"

#include <array>
#include <chrono>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "prometheus/counter.h"
#include "prometheus/histogram.h"

namespace annals {
namespace {

using grpc::experimental::InterceptionHookPoints;
using grpc::experimental::InterceptorBatchMethods;

const prometheus::Histogram::BucketBoundaries& LatencyBuckets() {
  static const prometheus::Histogram::BucketBoundaries buckets = {
      0.00001, 0.00005, 0.0001, 0.0003, 0.0006, 0.0008, 0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.008, 0.01,
      0.013,   0.016,   0.02,   0.025,  0.03,   0.04,   0.05,  0.065, 0.08,  0.1,   0.13,  0.16,  0.2,   0.25,
      0.3,     0.4,     0.5,    0.65,   0.8,    1,      2,     5,     10,    20,    50,    100};
  return buckets;
}

// Thread-safe.
class CallFigures {
 public:
  explicit CallFigures(prometheus::Registry& registry)
      : started_(prometheus::BuildCounter()
                     .Name("grpc_server_call_started_total")
                     .Help("Calls begun.")
                     .Register(registry)),
        durations_(prometheus::BuildHistogram()
                       .Name("grpc_server_call_duration_seconds")
                       .Help("From the arrival of a call to its status.")
                       .Register(registry)) {}

  void Started(const std::string& method) { started_.Add({{"grpc_method", method}}).Increment(); }

  // Looked up once a method and status: the families lock and build labels on every Add.
  prometheus::Histogram& Durations(const std::string& method, grpc::StatusCode code) {
    absl::MutexLock lock(&mutex_);
    prometheus::Histogram*& found = histograms_[{method, code}];
    if (found == nullptr) {
      found =
          &durations_.Add({{"grpc_method", method},
                           {"grpc_status", absl::StatusCodeToString(static_cast<absl::StatusCode>(code))}},
                          LatencyBuckets());
    }
    return *found;
  }

 private:
  prometheus::Family<prometheus::Counter>& started_;
  prometheus::Family<prometheus::Histogram>& durations_;
  absl::Mutex mutex_;
  absl::flat_hash_map<std::pair<std::string, int>, prometheus::Histogram*> histograms_
      ABSL_GUARDED_BY(mutex_);
};

class CallMetrics final : public grpc::experimental::Interceptor {
 public:
  CallMetrics(CallFigures& figures, std::string method)
      : figures_(figures), method_(std::move(method)), started_(std::chrono::steady_clock::now()) {
    figures_.Started(method_);
  }

  void Intercept(InterceptorBatchMethods* methods) override {
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_STATUS)) {
      const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - started_;
      figures_.Durations(method_, methods->GetSendStatus().error_code()).Observe(elapsed.count());
    }
    methods->Proceed();
  }

 private:
  CallFigures& figures_;
  const std::string method_;
  const std::chrono::steady_clock::time_point started_;
};

class CallMetricsFactory final : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  explicit CallMetricsFactory(prometheus::Registry& registry) : figures_(registry) {}

  grpc::experimental::Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo* call) override {
    // "/package.Service/Method" becomes "package.Service/Method". Only registered methods come here.
    return new CallMetrics(figures_, call->method() + 1);
  }

 private:
  CallFigures figures_;
};

}  // namespace

std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface> MakeCallMetrics(
    prometheus::Registry& registry) {
  return std::make_unique<CallMetricsFactory>(registry);
}

}  // namespace annals
