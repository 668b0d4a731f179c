// The one place where errors of ours become gRPC's, and back.
#ifndef ANNALS_COMMON_SERVER_GRPC_STATUS_H_
#define ANNALS_COMMON_SERVER_GRPC_STATUS_H_

#include "absl/status/status.h"
#include "grpcpp/support/status.h"

namespace annals {

// Code and message as they are; every payload becomes a detail of google.rpc.Status, ErrorInfo first. Details
// that would not fit into the trailer (limits::kStatusDetailBytes) are left out. An error without a reason
// that is not the client's doing (UNKNOWN, INTERNAL, DATA_LOSS) gets STORAGE.
grpc::Status ToGrpcStatus(const absl::Status& status);

// For clients: the payloads are back in place.
absl::Status FromGrpcStatus(const grpc::Status& status);

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_GRPC_STATUS_H_
