#include "common/server/server_flags.h"

#include <utility>

#include "absl/flags/flag.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/program/sizing.h"
#include "common/server/tls.h"
#include "common/status_macros.h"

ABSL_FLAG(std::string, tls_cert, "",
          "PEM file of the server's certificate chain; given, TLS is served. Replace it at will");
ABSL_FLAG(std::string, tls_key, "", "PEM file of its private key");
ABSL_FLAG(std::string, tls_client_ca, "",
          "PEM file of authorities: clients must show a certificate of theirs");
ABSL_FLAG(
    std::string, tokens_file, "",
    "file of bearer tokens, a line each: read|write|admin TOKEN; given, calls need one. Replace it at will");
ABSL_FLAG(double, rate_per_client, 0,
          "calls a second that one client (token, else address) may begin; 0: no limit");
ABSL_FLAG(absl::Duration, lame_duck, annals::limits::kLameDuck,
          "how long a server that is told to stop says so before it refuses new calls");
ABSL_FLAG(bool, insecure, false, "serve plain text beyond loopback");

namespace annals {
namespace {

absl::StatusOr<std::shared_ptr<const CallGate>> MakeGate() {
  std::unique_ptr<AccessTokens> tokens;
  std::unique_ptr<RateLimiter> limiter;
  if (const std::string path = absl::GetFlag(FLAGS_tokens_file); !path.empty()) {
    ANNALS_ASSIGN_OR_RETURN(tokens, AccessTokens::Load(path));
  }
  const double rate = absl::GetFlag(FLAGS_rate_per_client);
  if (!(rate >= 0 && rate <= 1e6)) return absl::InvalidArgumentError("--rate_per_client: from 0 to 1000000");
  if (rate > 0) limiter = std::make_unique<RateLimiter>(rate);
  return std::make_shared<const CallGate>(std::move(tokens), std::move(limiter));
}

}  // namespace

absl::StatusOr<Server::Options> ServerOptionsFromFlags(const std::string& listen) {
  Server::Options options{.listen = listen,
                          .buffer_bytes = BytesOf(limits::kServerBuffers, ReadMachineShare())};
  options.lame_duck = absl::GetFlag(FLAGS_lame_duck);
  if (options.lame_duck < absl::ZeroDuration() || options.lame_duck > absl::Minutes(1))
    return absl::InvalidArgumentError("--lame_duck: from 0s to 1m");
  TlsFiles tls{.certificate = absl::GetFlag(FLAGS_tls_cert), .key = absl::GetFlag(FLAGS_tls_key)};
  tls.authorities = absl::GetFlag(FLAGS_tls_client_ca);
  if (!tls.certificate.empty() || !tls.key.empty() || !tls.authorities.empty()) {
    ANNALS_ASSIGN_OR_RETURN(options.credentials, MakeServerCredentials(tls));
  } else if (!IsLoopback(listen) && !absl::GetFlag(FLAGS_insecure)) {
    return absl::InvalidArgumentError(
        absl::StrCat("plain text on ", listen, ": give --tls_cert and --tls_key, or say --insecure"));
  }
  ANNALS_ASSIGN_OR_RETURN(options.gate, MakeGate());
  return options;
}

bool IsLoopback(absl::string_view listen) {
  const absl::string_view host = listen.substr(0, listen.rfind(':'));
  const bool loopback_net =
      absl::StartsWith(host, "127.") && host.find_first_not_of("0123456789.") == host.npos;
  return loopback_net || host == "[::1]" || host == "localhost" || absl::StartsWith(listen, "unix:");
}

}  // namespace annals
