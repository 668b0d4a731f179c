// One log line for every call that ends: method, code, microseconds, request id, traceparent. Never what was
// asked or answered.
#ifndef ANNALS_COMMON_SERVER_REQUEST_LOG_H_
#define ANNALS_COMMON_SERVER_REQUEST_LOG_H_

#include <memory>

#include "grpcpp/support/server_interceptor.h"

namespace annals {

// The id is the client's x-request-id (at most limits::kRequestIdBytes of letters, digits and -_.:/) or one
// made here; the response's trailing metadata carries it back. A traceparent is logged as it came, where
// there is one that is well formed. Calls answered OK are logged at debug, INTERNAL, UNKNOWN and DATA_LOSS as
// errors, all others at info.
std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface> MakeRequestLog();

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_REQUEST_LOG_H_
