// Whether a call may begin: by its token and by how often its client calls.
#ifndef ANNALS_COMMON_SERVER_CALL_GATE_H_
#define ANNALS_COMMON_SERVER_CALL_GATE_H_

#include <memory>

#include "absl/status/status.h"
#include "annals/v1/access.pb.h"
#include "common/access/access_tokens.h"
#include "common/access/rate_limiter.h"
#include "google/protobuf/descriptor.h"
#include "grpcpp/server_context.h"

namespace annals {

// Thread-safe.
class CallGate {
 public:
  // Without tokens everyone may do everything; without a limiter as often as they like.
  CallGate(std::unique_ptr<AccessTokens> tokens, std::unique_ptr<RateLimiter> limiter)
      : tokens_(std::move(tokens)), limiter_(std::move(limiter)) {}

  // UNAUTHENTICATED, PERMISSION_DENIED, RESOURCE_EXHAUSTED (RATE_LIMITED): see ErrorReason. A client is its
  // token, else its address.
  absl::Status Admit(const grpc::ServerContextBase& context, v1::Access needed) const;

 private:
  const std::unique_ptr<AccessTokens> tokens_;
  const std::unique_ptr<RateLimiter> limiter_;
};

// What the proto file asks of callers of the method.
v1::Access AccessNeeded(const google::protobuf::MethodDescriptor& method);

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_CALL_GATE_H_
