// The way to a server of ours: plain or TLS, with a token, kept alive.
#ifndef ANNALS_COMMON_SERVER_CLIENT_CHANNEL_H_
#define ANNALS_COMMON_SERVER_CLIENT_CHANNEL_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "common/server/tls.h"
#include "grpcpp/channel.h"
#include "grpcpp/support/channel_arguments.h"

namespace annals {

struct ClientOptions {
  // Authorities given: TLS; else plain text.
  TlsFiles tls;
  // File that holds the bearer token to send, and nothing else; empty: none is sent. Read anew for each call,
  // so that it may be replaced.
  std::string token_file;
};

// From --ca_file, --cert_file, --key_file and --token_file, which every command that links this has.
ClientOptions ClientOptionsFromFlags();

// Does not wait for the connection. `arguments` are added to what every channel of ours has: keepalive and
// room for the largest answer. INVALID_ARGUMENT: a file is wrong.
absl::StatusOr<std::shared_ptr<grpc::Channel>> MakeClientChannel(const std::string& address,
                                                                 const ClientOptions& options,
                                                                 grpc::ChannelArguments arguments = {});

}  // namespace annals

#endif  // ANNALS_COMMON_SERVER_CLIENT_CHANNEL_H_
