#include "tests/support/nats_cluster.h"

#include <gtest/gtest.h>
#include <nats/nats.h>

#include "common/limits.h"
#include "tests/support/status_matchers.h"

namespace annals {
namespace {

// A client that speaks to JetStream, as little of it as these tests need.
class Client {
 public:
  explicit Client(const std::string& urls) {
    EXPECT_EQ(natsConnection_ConnectTo(&connection_, urls.c_str()), NATS_OK);
    jsOptions options;
    jsOptions_Init(&options);
    options.Wait = 15'000;  // milliseconds: the nodes share the processors with other tests
    EXPECT_EQ(natsConnection_JetStream(&context_, connection_, &options), NATS_OK);
  }
  ~Client() {
    jsCtx_Destroy(context_);
    natsConnection_Destroy(connection_);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // Asked again where nobody answers: nodes that have just found each other may vote once more meanwhile, and
  // making the same stream twice is making it once.
  natsStatus MakeStream(int replicas) {
    constexpr int kMostTries = 3;
    natsStatus status = TryMakeStream(replicas);
    for (int tries = 1; status == NATS_TIMEOUT && tries < kMostTries; ++tries)
      status = TryMakeStream(replicas);
    return status;
  }

  uint64_t Publish(const std::string& data) {
    jsPubAck* receipt = nullptr;
    const natsStatus status =
        js_Publish(&receipt, context_, "s.a", data.data(), static_cast<int>(data.size()), nullptr, nullptr);
    EXPECT_EQ(status, NATS_OK) << natsStatus_GetText(status);
    const uint64_t sequence = status == NATS_OK ? receipt->Sequence : 0;
    jsPubAck_Destroy(receipt);
    return sequence;
  }

 private:
  natsStatus TryMakeStream(int replicas) {
    jsStreamConfig config;
    jsStreamConfig_Init(&config);
    const char* subjects[] = {"s.>"};
    config.Name = "S";
    config.Subjects = subjects;
    config.SubjectsLen = 1;
    config.Replicas = replicas;
    return js_AddStream(nullptr, context_, &config, nullptr, nullptr);
  }

  natsConnection* connection_ = nullptr;
  jsCtx* context_ = nullptr;
};

TEST(NatsClusterTest, OneNodeKeepsWhatItHadOverAKill) {
  auto cluster = NatsCluster::Start({.nodes = 1});
  ASSERT_THAT(cluster, IsOk());
  {
    Client client((*cluster)->urls());
    EXPECT_EQ((*cluster)->LeaderOf("S"), -1);
    ASSERT_EQ(client.MakeStream(1), NATS_OK);
    EXPECT_EQ((*cluster)->LeaderOf("S"), 0);
    EXPECT_EQ(client.Publish("first"), 1);
  }
  (*cluster)->Kill(0);
  ASSERT_THAT((*cluster)->Restart(0), IsOk());
  ASSERT_THAT((*cluster)->WaitUntilReady(), IsOk());
  EXPECT_EQ(Client((*cluster)->urls()).Publish("second"), 2);
}

TEST(NatsClusterTest, WhatIsLargestFits) {
  auto cluster = NatsCluster::Start({.nodes = 1});
  ASSERT_THAT(cluster, IsOk());
  Client client((*cluster)->urls());
  ASSERT_EQ(client.MakeStream(1), NATS_OK);
  EXPECT_EQ(client.Publish(std::string(limits::kEntryBytes, 'x')), 1);
}

TEST(NatsClusterTest, ThreeNodesGoOnWithoutTheLeader) {
  auto cluster = NatsCluster::Start();
  ASSERT_THAT(cluster, IsOk());
  Client client((*cluster)->urls());
  ASSERT_EQ(client.MakeStream(3), NATS_OK);
  EXPECT_EQ(client.Publish("first"), 1);
  const int killed = (*cluster)->LeaderOf("S");
  ASSERT_GE(killed, 0);
  (*cluster)->Kill(killed);
  ASSERT_THAT((*cluster)->WaitUntilReady(), IsOk());
  EXPECT_NE((*cluster)->LeaderOf("S"), killed);
  EXPECT_EQ(Client((*cluster)->urls()).Publish("second"), 2);

  ASSERT_THAT((*cluster)->Restart(killed), IsOk());
  ASSERT_THAT((*cluster)->Settle(), IsOk());
  const int cut_off = (*cluster)->LeaderOf("S");
  ASSERT_GE(cut_off, 0);
  (*cluster)->CutOff(cut_off);
  ASSERT_THAT((*cluster)->WaitUntilReady(), IsOk());
  (*cluster)->Rejoin(cut_off);
  ASSERT_THAT((*cluster)->Settle(), IsOk());
  EXPECT_EQ(Client((*cluster)->urls()).Publish("third"), 3);
}

TEST(NatsClusterTest, AloneANodeHasNoLeader) {
  auto cluster = NatsCluster::Start();
  ASSERT_THAT(cluster, IsOk());
  (*cluster)->Kill(0);
  (*cluster)->Kill(1);
  absl::Status ready;
  while (ready.ok()) ready = (*cluster)->WaitUntilReady(absl::ZeroDuration());
  EXPECT_THAT(ready, FailsWith(absl::StatusCode::kDeadlineExceeded, ""));
}

}  // namespace
}  // namespace annals
