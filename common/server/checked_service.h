// A generated gRPC service behind a gate: calls that may not begin are refused, and requests that do not
// parse are answered with INVALID_ARGUMENT and the field at fault.
#ifndef ANNALS_COMMON_SERVER_CHECKED_SERVICE_H_
#define ANNALS_COMMON_SERVER_CHECKED_SERVICE_H_

#include <list>
#include <string>

#include "absl/strings/string_view.h"
#include "common/server/call_gate.h"
#include "google/protobuf/descriptor.h"
#include "grpcpp/impl/service_type.h"

namespace annals {

// Stands before a service and hands every call on to its handlers. Streams of requests are read by their
// handlers: those that care take raw bytes and ParseRequest.
//
// gRPC offers no public place to look at a request before it is parsed; the handler interface used here is
// the one that generated code uses (grpc::internal, gRPC 1.51).
class CheckedService final : public grpc::Service {
 public:
  // `full_name`: "annals.v1.QueryService", compiled into the binary. `service`: of the synchronous API. Both
  // it and the gate are not owned and outlive this.
  CheckedService(absl::string_view full_name, grpc::Service& service, const CallGate& gate);

 private:
  void AddChecked(const google::protobuf::MethodDescriptor& method, grpc::internal::MethodHandler& handler);

  const CallGate& gate_;
  std::list<std::string> paths_;  // "/annals.v1.QueryService/GetEvent"; gRPC keeps pointers into them
};

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_CHECKED_SERVICE_H_
