#include "common/jetstream/jetstream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nats/nats.h>

#include <fstream>
#include <future>

#include "common/jetstream/ordered_reader.h"
#include "common/jetstream/work_queue.h"
#include "tests/support/nats_cluster.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temporary_directory.h"

namespace annals {
namespace {

constexpr absl::Duration kSoon = absl::Seconds(20);

// One server for all tests of this file: a stream has one replica, its behaviour is the same.
class JetStreamTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto started = NatsCluster::Start({.nodes = 1});
    ASSERT_THAT(started, IsOk());
    cluster_ = started->release();
  }
  static void TearDownTestSuite() { delete cluster_; }

  void SetUp() override {
    auto connected = JetStream::Connect({.servers = cluster_->urls()});
    ASSERT_THAT(connected, IsOk());
    connection_ = *std::move(connected);
    stream_ = testing::UnitTest::GetInstance()->current_test_info()->name();
    ASSERT_THAT(connection_->EnsureStream(Config()), IsOk());
  }

  JetStream::StreamConfig Config() const {
    return {.name = stream_,
            .subjects = stream_ + ".>",
            .description = "made for a test",
            .replicas = 1,
            .deduplicate = absl::Minutes(1)};
  }
  std::string Subject(const std::string& last) const { return stream_ + "." + last; }
  absl::StatusOr<JetStream::Receipt> Publish(const std::string& last, const std::string& id,
                                             std::optional<uint64_t> after = std::nullopt) {
    return connection_->Publish({Subject(last), id, "data of " + id, after});
  }

  static NatsCluster* cluster_;
  std::unique_ptr<JetStream> connection_;
  std::string stream_;
};

NatsCluster* JetStreamTest::cluster_ = nullptr;

TEST_F(JetStreamTest, ARepeatedIdIsNotStoredAgain) {
  EXPECT_EQ(Publish("a", "1")->sequence, 1u);
  EXPECT_EQ(Publish("a", "1")->sequence, 1u);
  EXPECT_EQ(Publish("a", "2")->sequence, 2u);
}

// What servers say of a repetition while the first is on its way; when their leader dies, neither is kept.
void AnswerWithoutSequence(natsConnection* connection, natsSubscription* /*subscription*/, natsMsg* message,
                           void* /*closure*/) {
  natsConnection_PublishString(connection, natsMsg_GetReply(message),
                               R"({"stream": "S", "seq": 0, "duplicate": true})");
  natsMsg_Destroy(message);
}

TEST_F(JetStreamTest, AnAcknowledgementWithoutASequenceIsNone) {
  natsConnection* server = nullptr;
  natsSubscription* subscription = nullptr;
  ASSERT_EQ(natsConnection_ConnectTo(&server, cluster_->urls().c_str()), NATS_OK);
  ASSERT_EQ(natsConnection_Subscribe(&subscription, server, "kept.by.none", AnswerWithoutSequence, nullptr),
            NATS_OK);
  ASSERT_EQ(natsConnection_Flush(server), NATS_OK);
  const JetStream::Outgoing message = {"kept.by.none", "1", "data", std::nullopt};
  EXPECT_TRUE(absl::IsUnavailable(connection_->Publish(message).status()));
  std::promise<absl::Status> later;
  connection_->PublishLater(message, [&](const auto& receipt) { later.set_value(receipt.status()); });
  EXPECT_TRUE(absl::IsUnavailable(later.get_future().get()));
  natsSubscription_Destroy(subscription);
  natsConnection_Destroy(server);
}

TEST_F(JetStreamTest, PublishesOnlyAfterTheExpectedMessageOfTheSubject) {
  ASSERT_THAT(Publish("a", "1", 0), IsOk());
  ASSERT_THAT(Publish("b", "2", 0), IsOk());
  EXPECT_TRUE(absl::IsAborted(Publish("a", "3", 0).status())) << "it has one";
  EXPECT_TRUE(absl::IsAborted(Publish("a", "4", 2).status())) << "that is of another subject";
  EXPECT_EQ(Publish("a", "5", 1)->sequence, 3u);
}

TEST_F(JetStreamTest, FindsMessagesByPlaceAndBySubject) {
  ASSERT_THAT(Publish("a", "1"), IsOk());
  ASSERT_THAT(Publish("b", "2"), IsOk());
  ASSERT_THAT(Publish("a", "3"), IsOk());
  const auto last = connection_->LastOf(stream_, Subject("a"));
  ASSERT_THAT(last, IsOk());
  EXPECT_EQ((*last)->sequence, 3u);
  EXPECT_EQ((*last)->message_id, "3");
  EXPECT_EQ((*last)->data, "data of 3");
  EXPECT_EQ((*connection_->Get(stream_, 2))->message_id, "2");
  EXPECT_EQ(*connection_->LastOf(stream_, Subject("c")), std::nullopt);
  EXPECT_EQ(*connection_->Get(stream_, 4), std::nullopt);
  ASSERT_THAT(connection_->Delete(stream_, 2), IsOk());
  EXPECT_EQ(*connection_->Get(stream_, 2), std::nullopt);
}

TEST_F(JetStreamTest, AStreamThatIsThereStaysAsItIs) {
  ASSERT_THAT(Publish("a", "1"), IsOk());
  JetStream::StreamConfig other = Config();
  other.description = "made later";
  ASSERT_THAT(connection_->EnsureStream(other), IsOk());
  const auto state = connection_->State(stream_);
  ASSERT_THAT(state, IsOk());
  EXPECT_EQ(state->description, "made for a test");
  EXPECT_EQ(state->last_sequence, 1u);
  EXPECT_TRUE(absl::IsNotFound(connection_->State("NONE").status()));
}

TEST_F(JetStreamTest, AFullStreamTakesNothingMore) {
  JetStream::StreamConfig small = Config();
  small.name = "SMALL";
  small.subjects = "small.>";
  small.max_bytes = 300;
  ASSERT_THAT(connection_->EnsureStream(small), IsOk());
  ASSERT_THAT(connection_->Publish({"small.a", "1", std::string(150, 'x'), std::nullopt}), IsOk());
  EXPECT_TRUE(absl::IsResourceExhausted(
      connection_->Publish({"small.a", "2", std::string(150, 'x'), std::nullopt}).status()));
  EXPECT_EQ(connection_->State("SMALL")->messages, 1u);
}

TEST_F(JetStreamTest, PublishesLater) {
  std::promise<absl::StatusOr<JetStream::Receipt>> done;
  connection_->PublishLater({Subject("a"), "1", "x", std::nullopt},
                            [&](absl::StatusOr<JetStream::Receipt> receipt) { done.set_value(receipt); });
  const auto receipt = done.get_future().get();
  ASSERT_THAT(receipt, IsOk());
  EXPECT_EQ(receipt->sequence, 1u);
}

TEST_F(JetStreamTest, HearsWhatIsSent) {
  std::promise<std::string> heard;
  const auto listening =
      connection_->Listen("test.answers", [&](std::string data) { heard.set_value(data); });
  ASSERT_THAT(listening, IsOk());
  ASSERT_THAT(connection_->Send("test.answers", "hello"), IsOk());
  EXPECT_EQ(heard.get_future().get(), "hello");
}

TEST_F(JetStreamTest, WhatIsTakenAndNotDoneComesAgain) {
  ASSERT_THAT(Publish("a", "1"), IsOk());
  const WorkQueue::Options options{stream_, "takers", absl::Milliseconds(500)};
  const auto queue = WorkQueue::Open(*connection_, options);
  ASSERT_THAT(queue, IsOk());
  {
    const auto taken = (*queue)->Take(kSoon);
    ASSERT_THAT(taken, IsOk());
    EXPECT_EQ((*taken)->message().message_id, "1");
    EXPECT_EQ((*taken)->deliveries(), 1u);
    EXPECT_EQ(*WorkQueue::Waiting(*connection_, options), 1u);
  }
  const auto again = (*queue)->Take(kSoon);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ((*again)->deliveries(), 2u);
  ASSERT_THAT((*again)->Done(), IsOk());
  EXPECT_EQ(*WorkQueue::Waiting(*connection_, options), 0u);
  EXPECT_EQ(*(*queue)->Take(absl::Seconds(1)), nullptr);
}

TEST_F(JetStreamTest, WhatIsGivenBackGoesToAnother) {
  ASSERT_THAT(Publish("a", "1"), IsOk());
  const WorkQueue::Options options{stream_, "takers", absl::Minutes(1)};
  const auto one = WorkQueue::Open(*connection_, options);
  const auto other = WorkQueue::Open(*connection_, options);
  ASSERT_THAT(one, IsOk());
  ASSERT_THAT(other, IsOk());
  const auto taken = (*one)->Take(kSoon);
  ASSERT_THAT(taken, IsOk());
  (*taken)->GiveBack();
  const auto again = (*other)->Take(kSoon);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ((*again)->deliveries(), 2u);
  EXPECT_THAT((*again)->Done(), IsOk());
}

TEST_F(JetStreamTest, ReadsInOrderFromAPlace) {
  for (const char* id : {"1", "2", "3"}) ASSERT_THAT(Publish("a", id), IsOk());
  const auto reader = OrderedReader::Open(
      *connection_, {.stream = stream_, .subject = Subject(">"), .after = 1, .every_one = true});
  ASSERT_THAT(reader, IsOk());
  const auto second = (*reader)->Read(kSoon);
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ((*second)->message.sequence, 2u);
  EXPECT_EQ((*second)->pending, 1u);
  EXPECT_EQ((*(*reader)->Read(kSoon))->message.sequence, 3u);
  EXPECT_EQ(*(*reader)->Read(absl::Milliseconds(10)), std::nullopt);
  ASSERT_THAT(Publish("b", "4"), IsOk());
  EXPECT_EQ((*(*reader)->Read(kSoon))->message.message_id, "4");
}

TEST_F(JetStreamTest, AGapIsDataLossForWhoReadsEveryMessage) {
  for (const char* id : {"1", "2", "3"}) ASSERT_THAT(Publish("a", id), IsOk());
  ASSERT_THAT(connection_->Delete(stream_, 2), IsOk());
  const auto reader =
      OrderedReader::Open(*connection_, {.stream = stream_, .subject = Subject(">"), .every_one = true});
  ASSERT_THAT(reader, IsOk());
  ASSERT_THAT((*reader)->Read(kSoon), IsOk());
  EXPECT_THAT((*reader)->Read(kSoon), FailsWith(absl::StatusCode::kDataLoss, "STORAGE"));
}

TEST_F(JetStreamTest, WhoReadsTooSlowlyHasToBeginAgainAndMissesNothing) {
  constexpr uint64_t kMessages = 1000;
  OrderedReader::Options options{.stream = stream_, .subject = Subject(">"), .every_one = true};
  options.waiting = 100;
  const auto slow = OrderedReader::Open(*connection_, options);
  ASSERT_THAT(slow, IsOk());
  options.waiting = kMessages;
  const auto quick = OrderedReader::Open(*connection_, options);
  ASSERT_THAT(quick, IsOk());
  for (uint64_t i = 1; i <= kMessages; ++i) ASSERT_THAT(Publish("a", std::to_string(i)), IsOk());
  // What one has got, the other has as well.
  for (uint64_t i = 1; i <= kMessages; ++i) ASSERT_EQ((*(*quick)->Read(kSoon))->message.sequence, i);
  uint64_t read = 0;
  absl::StatusOr<std::optional<OrderedReader::Next>> next = (*slow)->Read(kSoon);
  for (; next.ok() && *next; next = (*slow)->Read(kSoon)) ASSERT_EQ((*next)->message.sequence, ++read);
  EXPECT_GE(read, 100u);
  EXPECT_LT(read, kMessages);
  EXPECT_THAT(next, FailsWith(absl::StatusCode::kUnavailable, "JOURNAL_UNAVAILABLE"));
}

// A server that ends takes its readers along; the library opens another one behind our back.
TEST_F(JetStreamTest, AReaderThatWasReplacedIsGivenUp) {
  ASSERT_THAT(Publish("a", "1"), IsOk());
  const auto reader =
      OrderedReader::Open(*connection_, {.stream = stream_, .subject = Subject(">"), .every_one = true});
  ASSERT_THAT(reader, IsOk());
  ASSERT_THAT((*reader)->Read(kSoon), IsOk());
  cluster_->Kill(0);
  ASSERT_THAT(cluster_->Restart(0), IsOk());
  ASSERT_THAT(cluster_->WaitUntilReady(), IsOk());
  while (!Publish("a", "2").ok()) {
  }
  absl::StatusOr<std::optional<OrderedReader::Next>> next = std::nullopt;
  while (next.ok() && !*next) next = (*reader)->Read(kSoon);
  EXPECT_THAT(next, FailsWith(absl::StatusCode::kUnavailable, "JOURNAL_UNAVAILABLE"));
}

TEST(JetStreamConnectTest, SaysWhatIsWrong) {
  const TemporaryDirectory directory;
  std::ofstream(directory.File("empty"));
  struct Case {
    const char* what;
    JetStream::Options options;
    absl::StatusCode code;
  };
  const Case cases[] = {
      {"nobody there", {.servers = "nats://127.0.0.1:1"}, absl::StatusCode::kUnavailable},
      {"no address", {.servers = "nats://"}, absl::StatusCode::kUnavailable},
      {"no authorities",
       {.servers = "tls://127.0.0.1:1", .ca_file = "/nowhere"},
       absl::StatusCode::kInvalidArgument},
      {"no certificate",
       {.servers = "tls://127.0.0.1:1", .cert_file = "/nowhere", .key_file = "/nowhere"},
       absl::StatusCode::kInvalidArgument},
      {"no token",
       {.servers = "nats://127.0.0.1:1", .token_file = directory.File("empty")},
       absl::StatusCode::kInvalidArgument},
  };
  for (const Case& c : cases) EXPECT_EQ(JetStream::Connect(c.options).status().code(), c.code) << c.what;
}

}  // namespace
}  // namespace annals
