// Extractors and replicas of the index as processes around a NATS cluster: killed and started again by a
// test.
#ifndef ANNALS_TESTS_SUPPORT_REPLICATED_SERVICES_H_
#define ANNALS_TESTS_SUPPORT_REPLICATED_SERVICES_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "grpcpp/channel.h"
#include "tests/support/nats_cluster.h"
#include "tests/support/process.h"
#include "tests/support/temporary_directory.h"

namespace annals {

// Services are numbered from 0, each kind by itself. channel() is for any thread, the rest for the one that
// starts and kills, with which they all end.
class ReplicatedServices {
 public:
  struct Options {
    int extractors = 3;
    int queries = 2;
    NatsCluster::Options nats;
    std::vector<std::string> extractor_flags;
  };
  enum class Kind { kExtractor, kQuery };

  // UNAVAILABLE: something does not start, with what it says.
  static absl::StatusOr<std::unique_ptr<ReplicatedServices>> Start(const Options& options);

  NatsCluster& nats() { return *nats_; }
  int count(Kind kind) const { return static_cast<int>(Of(kind).size()); }

  // To where it listens now, or last did. Messages may be of any size; each call makes a channel of its own.
  std::shared_ptr<grpc::Channel> channel(Kind kind, int number) const;

  // Kill -9; its directory stays.
  void Kill(Kind kind, int number);
  // On its directory; on an empty one for one more than there are.
  absl::Status Restart(Kind kind, int number);
  // What it has logged since it was last started.
  std::string Log(Kind kind, int number) const { return Of(kind)[number].process->Log(); }

 private:
  struct Service {
    std::unique_ptr<Process> process;
    std::string address;
  };

  explicit ReplicatedServices(Options options) : options_(std::move(options)) {}

  std::vector<Service>& Of(Kind kind) { return kind == Kind::kExtractor ? extractors_ : queries_; }
  const std::vector<Service>& Of(Kind kind) const {
    return kind == Kind::kExtractor ? extractors_ : queries_;
  }

  const Options options_;
  TemporaryDirectory directory_;
  std::unique_ptr<NatsCluster> nats_;
  mutable absl::Mutex mutex_;  // addresses, and how many there are
  std::vector<Service> extractors_;
  std::vector<Service> queries_;
};

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_REPLICATED_SERVICES_H_
