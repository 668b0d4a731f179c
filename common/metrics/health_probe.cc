#include "common/metrics/health_probe.h"

#include <httplib.h>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace annals {
namespace {

constexpr int kPatienceSeconds = 2;

}  // namespace

absl::Status ProbeHealth(const std::string& listen) {
  const size_t colon = listen.rfind(':');
  int port = 0;
  if (colon == listen.npos || !absl::SimpleAtoi(listen.substr(colon + 1), &port) || port <= 0) {
    return absl::InvalidArgumentError(
        absl::StrCat("a probe needs the HOST:PORT of the operators' port, not \"", listen, "\""));
  }
  std::string host = listen.substr(0, colon);
  if (host == "0.0.0.0" || host == "[::]" || host.empty()) host = "127.0.0.1";
  httplib::Client client(host, port);
  client.set_connection_timeout(kPatienceSeconds, 0);
  client.set_read_timeout(kPatienceSeconds, 0);
  const httplib::Result answer = client.Get("/healthz");
  if (!answer) return absl::UnavailableError(absl::StrCat("no answer at ", host, ":", port));
  if (answer->status != 200) return absl::UnavailableError(absl::StrCat("/healthz answers ", answer->status));
  return absl::OkStatus();
}

}  // namespace annals
