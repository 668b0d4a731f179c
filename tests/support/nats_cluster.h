// A cluster of real nats-server processes on loopback, configured with deploy/nats/nats.conf: killed, cut off
// and started again by a test.
#ifndef ANNALS_TESTS_SUPPORT_NATS_CLUSTER_H_
#define ANNALS_TESTS_SUPPORT_NATS_CLUSTER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "tests/support/process.h"
#include "tests/support/temporary_directory.h"

namespace annals {

// Its nodes are numbered from 0. They end with the thread that started them at the latest (see Process). Not
// thread-safe.
class NatsCluster {
 public:
  struct Options {
    int nodes = 3;                  // 1: without a cluster; its streams can have one replica only
    std::string max_store = "8GB";  // of each node
  };
  // Returns when JetStream answers at every node. UNAVAILABLE, with what the node says: it does not, or there
  // is no nats-server (deploy/install-nats.sh brings it).
  static absl::StatusOr<std::unique_ptr<NatsCluster>> Start(const Options& options);
  static absl::StatusOr<std::unique_ptr<NatsCluster>> Start() { return Start(Options()); }

  int size() const { return static_cast<int>(nodes_.size()); }
  // Of all nodes: "nats://127.0.0.1:P,nats://127.0.0.1:Q"; the same after a restart.
  std::string urls() const;
  std::string url(int node) const;

  // Kill -9; what it has stored stays.
  void Kill(int node);
  // Asks it to end, and waits for it.
  void Stop(int node);
  // Starts one that was killed or stopped, with what it had stored; does not wait for it.
  absl::Status Restart(int node);
  // Stops it as if the network to it were gone: its connections stay open and nobody answers. Restart or Kill
  // is for one that runs: Rejoin first.
  void CutOff(int node);
  void Rejoin(int node);
  // The store of a node that has ended is emptied: it comes back as a new one.
  void Wipe(int node);

  // Until JetStream answers at every node that runs and is not cut off, and it, every stream and every
  // durable consumer has a leader among them and nobody behind. What was up stays "ready" for some seconds
  // after it has lost its quorum. DEADLINE_EXCEEDED, with what they say.
  absl::Status WaitUntilReady(absl::Duration timeout = absl::Seconds(60)) const;
  // The same after nodes were restarted. Now and then a node of nats-server 2.10 stays behind in the group of
  // all nodes, for minutes, while its streams are up to date: it is started once more, as an operator would.
  absl::Status Settle();

  // Whether its nodes keep the same after one of them was killed or cut off: those of nats-server 2.9 may
  // not.
  bool SurvivesKilledNodes() const;

  // The node that leads the stream, of those that are up; -1: there is no such stream, or no leader.
  int LeaderOf(const std::string& stream) const;

 private:
  struct Node {
    int client_port = 0;
    int monitor_port = 0;
    int cluster_port = 0;
    std::unique_ptr<Process> process;  // nothing: it has ended
    bool cut_off = false;
  };

  explicit NatsCluster(Options options) : options_(std::move(options)) {}

  absl::Status PrepareConfiguration();
  std::vector<std::string> Environment(int node) const;
  std::string StoreOf(int node) const { return directory_.File("n" + std::to_string(node)); }
  bool IsUp(int node) const { return nodes_[node].process != nullptr && !nodes_[node].cut_off; }
  int NodeNamed(const std::string& name) const;  // -1: none that is up
  // Why a node says that it or another one is not ready, and which; an empty text: all are.
  struct Complaint {
    std::string text;
    int about = -1;
  };
  Complaint ComplaintOf(int node) const;
  Complaint FirstComplaint() const;

  const Options options_;
  TemporaryDirectory directory_;
  std::vector<Node> nodes_;
};

}  // namespace annals

#endif  // ANNALS_TESTS_SUPPORT_NATS_CLUSTER_H_
