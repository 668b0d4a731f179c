#include "common/server/request_log.h"

#include <atomic>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "common/limits.h"
#include "common/program/structured_log.h"
#include "common/server/trace_context.h"

namespace annals {
namespace {

using grpc::experimental::InterceptionHookPoints;
using grpc::experimental::InterceptorBatchMethods;

constexpr char kRequestIdKey[] = "x-request-id";
constexpr char kTraceparentKey[] = "traceparent";

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
      TakeNames(*methods);
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_STATUS)) Finish(*methods);
    methods->Proceed();
  }

 private:
  // What the caller calls this call: ids that are not well formed are ignored.
  void TakeNames(InterceptorBatchMethods& methods) {
    const auto* metadata = methods.GetRecvInitialMetadata();
    if (metadata == nullptr) return;
    for (const auto& [key, value] : *metadata) {
      const absl::string_view text(value.data(), value.size());
      if (key == kRequestIdKey && IsRequestId(text)) request_id_ = std::string(text);
      if (key == kTraceparentKey && IsTraceparent(text)) traceparent_ = std::string(text);
    }
  }

  void Finish(InterceptorBatchMethods& methods) {
    if (request_id_.empty()) request_id_ = NewRequestId();
    if (auto* metadata = methods.GetSendTrailingMetadata()) metadata->emplace(kRequestIdKey, request_id_);
    const grpc::StatusCode code = methods.GetSendStatus().error_code();
    const auto elapsed = std::chrono::steady_clock::now() - started_;
    std::vector<LogField> fields = {
        {"method", std::string(method_)},
        {"code", int64_t{code}},
        {"micros", int64_t{std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count()}},
        {"request_id", request_id_}};
    if (!traceparent_.empty()) fields.emplace_back("traceparent", traceparent_);
    Log(LevelOf(code), "request", fields);
  }

  const char* const method_;
  const std::chrono::steady_clock::time_point started_;
  std::string request_id_;
  std::string traceparent_;
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
