// What is wrong with the bytes of a request that protobuf refused.
//
// The generated parser refuses a proto3 string that is not UTF-8, and gRPC would answer INTERNAL without
// saying where, or end a stream as if the client had closed it. Here the same bytes are read once more to
// name the field.
#ifndef ANNALS_COMMON_SERVER_REQUEST_BYTES_H_
#define ANNALS_COMMON_SERVER_REQUEST_BYTES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"
#include "grpcpp/support/byte_buffer.h"

namespace annals {

// Why `bytes` do not parse as a `type`: INVALID_ARGUMENT with INVALID_TEXT and the path of the first string
// that is not UTF-8
// ("article.text"), else with INVALID_FIELD. Never OK.
absl::Status DiagnoseRequest(absl::string_view bytes, const google::protobuf::Descriptor& type);

// Fills `message`, for handlers that take raw bytes. As DiagnoseRequest on failure.
absl::Status ParseRequest(const grpc::ByteBuffer& bytes, google::protobuf::Message& message);

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_REQUEST_BYTES_H_
