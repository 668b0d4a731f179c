#include "tests/support/nats_cluster.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <httplib.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "common/status_macros.h"

namespace annals {
namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

constexpr char kStateQuery[] = "/jsz?streams=true&consumers=true&config=true";
// What deploy/install-nats.sh brings, or else Debian's.
constexpr char kBrought[] = ANNALS_NATS_SERVER;
constexpr char kDebians[] = "/usr/sbin/nats-server";
constexpr absl::Duration kPatience = absl::Seconds(30);

// Below the ports that the kernel gives to whoever connects: nobody takes the port of a node that is down,
// and a client that tries it again and again cannot come to talk to itself.
constexpr int kFirstPort = 10'000;
constexpr int kLastPort = 32'000;

bool IsFree(int port) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool is_free = bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  close(listener);
  return is_free;
}

// Never the same one twice: nobody listens at it yet when the next is looked for.
int FreePort() {
  static std::set<int> given;
  std::random_device random;
  std::uniform_int_distribution<int> ports(kFirstPort, kLastPort);
  int port = ports(random);
  while (given.contains(port) || !IsFree(port)) port = ports(random);
  given.insert(port);
  return port;
}

std::string Server() { return access(kBrought, X_OK) == 0 ? kBrought : kDebians; }

std::string Loopback(int port) { return absl::StrCat("127.0.0.1:", port); }

// The answer's status, 0 for none, and what it says.
std::pair<int, Struct> Ask(int port, const std::string& path) {
  httplib::Client client("127.0.0.1", port);
  client.set_connection_timeout(1);
  client.set_read_timeout(2);
  const httplib::Result answer = client.Get(path.c_str());
  Struct said;
  if (!answer) return {0, said};
  if (!google::protobuf::util::JsonStringToMessage(answer->body, &said).ok()) said.Clear();
  return {answer->status, said};
}

// A field of an object, of another type's default where it is not there.
const Value& Field(const Struct& object, const std::string& name) {
  const auto found = object.fields().find(name);
  return found == object.fields().end() ? Value::default_instance() : found->second;
}

// Who leads a stream or a durable consumer, and who of its followers has not caught up.
struct Group {
  std::string leader;  // "": nobody
  std::vector<std::string> behind;
};

Group GroupOf(const Struct& part, const std::string& field = "cluster") {
  const Struct& cluster = Field(part, field).struct_value();
  Group group{Field(cluster, "leader").string_value(), {}};
  for (const Value& replica : Field(cluster, "replicas").list_value().values()) {
    if (!Field(replica.struct_value(), "current").bool_value())
      group.behind.push_back(Field(replica.struct_value(), "name").string_value());
  }
  return group;
}

// Of each stream and each durable consumer in the answer to kStateQuery. Readers that come and go are left
// out: servers speak of some that are long gone.
std::map<std::string, Group> GroupsIn(const Struct& state) {
  std::map<std::string, Group> groups;
  for (const Value& account : Field(state, "account_details").list_value().values()) {
    for (const Value& stream : Field(account.struct_value(), "stream_detail").list_value().values()) {
      const std::string name = Field(stream.struct_value(), "name").string_value();
      groups[name] = GroupOf(stream.struct_value());
      for (const Value& consumer : Field(stream.struct_value(), "consumer_detail").list_value().values()) {
        const Struct& config = Field(consumer.struct_value(), "config").struct_value();
        const std::string durable = Field(config, "durable_name").string_value();
        if (!durable.empty()) groups[absl::StrCat(name, "/", durable)] = GroupOf(consumer.struct_value());
      }
    }
  }
  return groups;
}

}  // namespace

absl::StatusOr<std::unique_ptr<NatsCluster>> NatsCluster::Start(const Options& options) {
  if (access(Server().c_str(), X_OK) != 0)
    return absl::UnavailableError("no nats-server: deploy/install-nats.sh brings it");
  std::unique_ptr<NatsCluster> cluster(new NatsCluster(options));
  ANNALS_RETURN_IF_ERROR(cluster->PrepareConfiguration());
  cluster->nodes_.resize(options.nodes);
  for (Node& node : cluster->nodes_) {
    node.client_port = FreePort();
    node.monitor_port = FreePort();
    node.cluster_port = FreePort();
  }
  for (int node = 0; node < cluster->size(); ++node) ANNALS_RETURN_IF_ERROR(cluster->Restart(node));
  ANNALS_RETURN_IF_ERROR(cluster->WaitUntilReady());
  return cluster;
}

// One node alone has no section "cluster", which is the last.
absl::Status NatsCluster::PrepareConfiguration() {
  std::stringstream text;
  text << std::ifstream(ANNALS_NATS_CONFIGURATION).rdbuf();
  const size_t cluster = text.str().find("\ncluster {");
  if (cluster == std::string::npos)
    return absl::UnavailableError("no configuration " ANNALS_NATS_CONFIGURATION);
  std::ofstream(directory_.File("nats.conf"))
      << text.str().substr(0, options_.nodes == 1 ? cluster : std::string::npos);
  return absl::OkStatus();
}

std::vector<std::string> NatsCluster::Environment(int node) const {
  const auto route = [](std::string* out, const Node& other) {
    absl::StrAppend(out, "nats://", Loopback(other.cluster_port));
  };
  return {absl::StrCat("NATS_NAME=n", node),
          absl::StrCat("NATS_LISTEN=", Loopback(nodes_[node].client_port)),
          absl::StrCat("NATS_MONITOR=", Loopback(nodes_[node].monitor_port)),
          absl::StrCat("NATS_CLUSTER=", Loopback(nodes_[node].cluster_port)),
          absl::StrCat("NATS_ROUTES=[", absl::StrJoin(nodes_, ", ", route), "]"),
          absl::StrCat("NATS_STORE=", StoreOf(node)),
          absl::StrCat("NATS_MAX_STORE=", options_.max_store)};
}

std::string NatsCluster::url(int node) const {
  return absl::StrCat("nats://", Loopback(nodes_[node].client_port));
}

std::string NatsCluster::urls() const {
  std::vector<std::string> urls;
  for (int node = 0; node < size(); ++node) urls.push_back(url(node));
  return absl::StrJoin(urls, ",");
}

void NatsCluster::Kill(int node) { nodes_[node].process.reset(); }

void NatsCluster::Stop(int node) {
  nodes_[node].process->Signal(SIGTERM);
  nodes_[node].process->Wait();
  nodes_[node].process.reset();
}

absl::Status NatsCluster::Restart(int node) {
  ANNALS_ASSIGN_OR_RETURN(nodes_[node].process,
                          Process::Start({Server(), "-c", directory_.File("nats.conf")}, Environment(node)));
  return absl::OkStatus();
}

void NatsCluster::CutOff(int node) {
  nodes_[node].process->Signal(SIGSTOP);
  nodes_[node].cut_off = true;
}

void NatsCluster::Rejoin(int node) {
  nodes_[node].process->Signal(SIGCONT);
  nodes_[node].cut_off = false;
}

void NatsCluster::Wipe(int node) { std::filesystem::remove_all(StoreOf(node)); }

int NatsCluster::NodeNamed(const std::string& name) const {
  for (int node = 0; node < size(); ++node)
    if (name == absl::StrCat("n", node) && IsUp(node)) return node;
  return -1;
}

NatsCluster::Complaint NatsCluster::ComplaintOf(int node) const {
  const std::string name = absl::StrCat("n", node);
  const auto [status, health] = Ask(nodes_[node].monitor_port, "/healthz?js-server-only=true");
  if (status != 200) {
    return {absl::StrCat(name, ": ", status == 0 ? "no answer" : health.ShortDebugString(), "\n",
                         nodes_[node].process->Log()),
            node};
  }
  if (size() == 1) return {};
  const Struct state = Ask(nodes_[node].monitor_port, kStateQuery).second;
  std::map<std::string, Group> groups = GroupsIn(state);
  groups["all"] = GroupOf(state, "meta_cluster");
  for (const auto& [group, members] : groups) {
    if (NodeNamed(members.leader) < 0)
      return {absl::StrCat(name, ": the leader of ", group, " is \"", members.leader, "\""), node};
    if (members.leader != name) continue;  // only the leader knows
    for (const std::string& behind : members.behind)
      if (NodeNamed(behind) >= 0)
        return {absl::StrCat(name, ": ", behind, " is behind in ", group), NodeNamed(behind)};
  }
  return {};
}

NatsCluster::Complaint NatsCluster::FirstComplaint() const {
  Complaint complaint;
  for (int node = 0; node < size() && complaint.text.empty(); ++node)
    if (IsUp(node)) complaint = ComplaintOf(node);
  return complaint;
}

absl::Status NatsCluster::WaitUntilReady(absl::Duration timeout) const {
  const absl::Time deadline = absl::Now() + timeout;
  Complaint complaint = FirstComplaint();
  while (!complaint.text.empty()) {
    if (absl::Now() > deadline) return absl::DeadlineExceededError(complaint.text);
    absl::SleepFor(absl::Milliseconds(20));  // between one question and the next
    complaint = FirstComplaint();
  }
  return absl::OkStatus();
}

absl::Status NatsCluster::Settle() {
  absl::Status ready = WaitUntilReady(kPatience);
  for (int attempt = 0; !ready.ok() && attempt < size(); ++attempt) {
    const int late = FirstComplaint().about;
    if (late < 0) return WaitUntilReady(kPatience);
    std::cout << "node " << late << " stays behind: started again" << std::endl;
    Stop(late);
    ANNALS_RETURN_IF_ERROR(Restart(late));
    ready = WaitUntilReady(kPatience);
  }
  return ready;
}

bool NatsCluster::SurvivesKilledNodes() const {
  const Struct said = Ask(nodes_[0].monitor_port, "/varz").second;
  const std::vector<std::string> version = absl::StrSplit(Field(said, "version").string_value(), '.');
  int major = 0;
  int minor = 0;
  return version.size() > 1 && absl::SimpleAtoi(version[0], &major) && absl::SimpleAtoi(version[1], &minor) &&
         std::pair(major, minor) >= std::pair(2, 10);
}

int NatsCluster::LeaderOf(const std::string& stream) const {
  for (int node = 0; node < size(); ++node) {
    if (!IsUp(node)) continue;
    const auto groups = GroupsIn(Ask(nodes_[node].monitor_port, kStateQuery).second);
    const auto found = groups.find(stream);
    if (found == groups.end()) continue;
    const int leader = size() == 1 ? 0 : NodeNamed(found->second.leader);
    if (leader >= 0) return leader;
  }
  return -1;
}

}  // namespace annals
