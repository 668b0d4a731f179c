// Credentials of servers and clients from PEM files that may be replaced while the process runs.
#ifndef ANNALS_COMMON_SERVER_TLS_H_
#define ANNALS_COMMON_SERVER_TLS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "grpcpp/security/credentials.h"
#include "grpcpp/security/server_credentials.h"

namespace annals {

struct TlsFiles {
  std::string certificate;  // the chain, leaf first
  std::string key;
  // Whom the other side's certificate must come from. Of a server: empty asks clients for none, given demands
  // one. Of a client: needed.
  std::string authorities;
  // New connections see new files after at most so long.
  unsigned refresh_seconds = 10;
};

// INVALID_ARGUMENT: a file cannot be read, is no PEM of its kind, or key and certificate do not belong
// together.
absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeServerCredentials(const TlsFiles& files);

// `certificate` and `key` may be empty: the client shows none. Errors as above.
absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> MakeClientCredentials(const TlsFiles& files);

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_TLS_H_
