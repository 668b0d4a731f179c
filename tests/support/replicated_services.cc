#include "tests/support/replicated_services.h"

#include "absl/strings/str_cat.h"
#include "common/status_macros.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"

namespace annals {

absl::StatusOr<std::unique_ptr<ReplicatedServices>> ReplicatedServices::Start(const Options& options) {
  std::unique_ptr<ReplicatedServices> services(new ReplicatedServices(options));
  ANNALS_ASSIGN_OR_RETURN(services->nats_, NatsCluster::Start(options.nats));
  for (int number = 0; number < options.extractors; ++number)
    ANNALS_RETURN_IF_ERROR(services->Restart(Kind::kExtractor, number));
  for (int number = 0; number < options.queries; ++number)
    ANNALS_RETURN_IF_ERROR(services->Restart(Kind::kQuery, number));
  return services;
}

std::shared_ptr<grpc::Channel> ReplicatedServices::channel(Kind kind, int number) const {
  const absl::MutexLock lock(&mutex_);
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(-1);
  // A port of one that was killed may be another's now: nothing is to be remembered of it.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel(Of(kind)[number].address, grpc::InsecureChannelCredentials(), arguments);
}

void ReplicatedServices::Kill(Kind kind, int number) { Of(kind)[number].process->Kill(); }

absl::Status ReplicatedServices::Restart(Kind kind, int number) {
  const bool is_extractor = kind == Kind::kExtractor;
  std::vector<std::string> command = {
      BinaryPath(is_extractor ? "annals-extractor" : "annals-query"), "--listen=127.0.0.1:0",
      "--log_level=warning",
      absl::StrCat("--data_dir=",
                   directory_.File(absl::StrCat(is_extractor ? "extractor-" : "query-", number))),
      absl::StrCat("--journal=", nats_->urls())};
  if (is_extractor) {
    command.push_back(absl::StrCat("--journal_replicas=", nats_->size()));
    command.insert(command.end(), options_.extractor_flags.begin(), options_.extractor_flags.end());
  }
  ANNALS_ASSIGN_OR_RETURN(auto process, Process::StartServer(command));
  const absl::MutexLock lock(&mutex_);
  if (number == count(kind)) Of(kind).emplace_back();
  Of(kind)[number].address = process->address();
  Of(kind)[number].process = std::move(process);
  return absl::OkStatus();
}

}  // namespace annals
