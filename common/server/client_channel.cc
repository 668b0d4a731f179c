#include "common/server/client_channel.h"

#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/base/internal/sysinfo.h"
#include "absl/flags/flag.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "common/limits.h"
#include "common/status_macros.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/support/client_interceptor.h"

ABSL_FLAG(std::string, ca_file, "",
          "as a client: PEM file of the authorities whose servers to trust; given, TLS is used");
ABSL_FLAG(std::string, cert_file, "", "as a client: PEM file of the certificate chain to show");
ABSL_FLAG(std::string, key_file, "", "as a client: PEM file of its private key");
ABSL_FLAG(std::string, token_file, "", "as a client: file that holds the bearer token to send");

namespace annals {
namespace {

using grpc::experimental::InterceptionHookPoints;

std::string ReadToken(const std::string& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return std::string(absl::StripAsciiWhitespace(text));
}

// gRPC's own call credentials refuse to work without TLS, which loopback does not need.
class TokenSender final : public grpc::experimental::Interceptor {
 public:
  explicit TokenSender(const std::string& path) : path_(path) {}

  void Intercept(grpc::experimental::InterceptorBatchMethods* methods) override {
    if (methods->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_INITIAL_METADATA)) {
      methods->GetSendInitialMetadata()->emplace("authorization", absl::StrCat("Bearer ", ReadToken(path_)));
    }
    methods->Proceed();
  }

 private:
  const std::string& path_;
};

class TokenSenderFactory final : public grpc::experimental::ClientInterceptorFactoryInterface {
 public:
  explicit TokenSenderFactory(std::string path) : path_(std::move(path)) {}

  grpc::experimental::Interceptor* CreateClientInterceptor(grpc::experimental::ClientRpcInfo*) override {
    return new TokenSender(path_);
  }

 private:
  const std::string path_;
};

// gRPC 1.51 looks at errno after it has taken a lock, and the first busy lock of a process asks for the
// number of processors and their frequency in files that may not be there: a connection under way then counts
// as failed, with their "No such file or directory". Both answers are kept, so they are asked for before.
void AskForProcessorsOnce() {
  absl::base_internal::NumCPUs();
  absl::base_internal::NominalCPUFrequency();
}

void SetLimits(grpc::ChannelArguments& arguments) {
  arguments.SetMaxReceiveMessageSize(limits::kClientReceivedMessageBytes);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS,
                   static_cast<int>(absl::ToInt64Milliseconds(limits::kKeepalive)));
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS,
                   static_cast<int>(absl::ToInt64Milliseconds(limits::kKeepaliveTimeout)));
}

}  // namespace

ClientOptions ClientOptionsFromFlags() {
  ClientOptions options;
  options.tls.authorities = absl::GetFlag(FLAGS_ca_file);
  options.tls.certificate = absl::GetFlag(FLAGS_cert_file);
  options.tls.key = absl::GetFlag(FLAGS_key_file);
  options.token_file = absl::GetFlag(FLAGS_token_file);
  return options;
}

absl::StatusOr<std::shared_ptr<grpc::Channel>> MakeClientChannel(const std::string& address,
                                                                 const ClientOptions& options,
                                                                 grpc::ChannelArguments arguments) {
  AskForProcessorsOnce();
  SetLimits(arguments);
  std::shared_ptr<grpc::ChannelCredentials> credentials = grpc::InsecureChannelCredentials();
  if (!options.tls.authorities.empty()) {
    ANNALS_ASSIGN_OR_RETURN(credentials, MakeClientCredentials(options.tls));
  } else if (!options.tls.certificate.empty()) {
    return absl::InvalidArgumentError("a client certificate without --ca_file would go unused");
  }
  std::vector<std::unique_ptr<grpc::experimental::ClientInterceptorFactoryInterface>> interceptors;
  if (!options.token_file.empty()) {
    if (ReadToken(options.token_file).empty())
      return absl::InvalidArgumentError(absl::StrCat("no token in ", options.token_file));
    interceptors.push_back(std::make_unique<TokenSenderFactory>(options.token_file));
  }
  return grpc::experimental::CreateCustomChannelWithInterceptors(address, credentials, arguments,
                                                                 std::move(interceptors));
}

}  // namespace annals
