// The flags that every server of ours has: whom it lets in, and how.
#ifndef ANNALS_COMMON_SERVER_SERVER_FLAGS_H_
#define ANNALS_COMMON_SERVER_SERVER_FLAGS_H_

#include <string>

#include "absl/status/statusor.h"
#include "common/server/server.h"

namespace annals {

// From --tls_cert, --tls_key, --tls_client_ca, --tokens_file, --rate_per_client, --lame_duck and --insecure.
// INVALID_ARGUMENT: a file that is wrong, a value out of range, or an address beyond loopback without TLS and
// without --insecure.
absl::StatusOr<Server::Options> ServerOptionsFromFlags(const std::string& listen);

// Whether "HOST:PORT" is reached from this machine only: 127.0.0.0/8, [::1], localhost, unix:.
bool IsLoopback(absl::string_view listen);

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_SERVER_FLAGS_H_
