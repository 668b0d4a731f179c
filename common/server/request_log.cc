#include "common/server/request_log.h"

#include <atomic>
#include <chrono>
#include <random>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "common/limits.h"
#include "common/program/structured_log.h"

namespace annals {
namespace {

using grpc::experimental::InterceptionHookPoints;
using grpc::experimental::InterceptorBatchMethods;

constexpr char kRequestIdKey[] = "x-request-id";

// Unique among the processes of a deployment: random start, then counted.
std::string NewRequestId() {
  static const uint64_t process = (uint64_t{std::random_device{}()} << 32) | std::random_device{}();
  static std::atomic<uint64_t> next{1};
  return absl::StrFormat("%016x-%x", process, next.fetch_add(1, std::memory_order_relaxed));
}

bool IsRequestId(absl::string_view id) {
  if (id.empty() || id.size() > limits::kRequestIdBytes) return false;
  for (const char c : id) {
    if (!absl::ascii_isalnum(c) && !absl::StrContains("-_.:/", absl::string_view(&c, 1))) return false;
  }
  return true;
}

LogLevel LevelOf(grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::OK:
      return LogLevel::kDebug;
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::UNKNOWN:
    case grpc::StatusCode::DATA_LOSS:
      return LogLevel::kError;
    default:
      return LogLevel::kInfo;
  }
}

class RequestLog final : public grpc::experimental::Interceptor {
 public:
  explicit RequestLog(const char* method) : method_(method), started_(std::chrono::steady_clock::now()) {}

  void Intercept(InterceptorBatchMethods* methods) override {
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_INITIAL_METADATA))
      TakeRequestId(*methods);
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_STATUS)) Finish(*methods);
    methods->Proceed();
  }

 private:
  void TakeRequestId(InterceptorBatchMethods& methods) {
    const auto* metadata = methods.GetRecvInitialMetadata();
    if (metadata == nullptr) return;
    const auto found = metadata->find(kRequestIdKey);
    if (found == metadata->end()) return;
    const absl::string_view id(found->second.data(), found->second.size());
    if (IsRequestId(id)) request_id_ = std::string(id);
  }

  void Finish(InterceptorBatchMethods& methods) {
    if (request_id_.empty()) request_id_ = NewRequestId();
    if (auto* metadata = methods.GetSendTrailingMetadata()) metadata->emplace(kRequestIdKey, request_id_);
    const grpc::StatusCode code = methods.GetSendStatus().error_code();
    const auto elapsed = std::chrono::steady_clock::now() - started_;
    Log(LevelOf(code), "request",
        {{"method", std::string(method_)},
         {"code", int64_t{code}},
         {"micros", int64_t{std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count()}},
         {"request_id", request_id_}});
  }

  const char* const method_;
  const std::chrono::steady_clock::time_point started_;
  std::string request_id_;
};

class RequestLogFactory final : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  grpc::experimental::Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo* call) override {
    return new RequestLog(call->method());
  }
};

}  // namespace

std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface> MakeRequestLog() {
  return std::make_unique<RequestLogFactory>();
}

}  // namespace annals
