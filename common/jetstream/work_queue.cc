#include "common/jetstream/work_queue.h"

#include <utility>

#include "common/jetstream/nats_handles.h"
#include "common/status_macros.h"

namespace annals {
namespace {

// More than all takers of a large deployment hold at once.
constexpr int64_t kMostTaken = 16384;

class NatsTaken final : public WorkQueue::Taken {
 public:
  NatsTaken(NatsMessage nats, const jsMsgMetaData& about)
      : nats_(std::move(nats)),
        message_(ToMessage(*nats_, about.Sequence.Stream)),
        deliveries_(static_cast<uint32_t>(about.NumDelivered)) {}

  const JetStream::Message& message() const override { return message_; }
  uint32_t deliveries() const override { return deliveries_; }

  absl::Status Done() override {
    jsErrCode code{};
    return FromNats(natsMsg_AckSync(nats_.get(), nullptr, &code), code, "acknowledging");
  }
  void GiveBack() override { natsMsg_Nak(nats_.get(), nullptr); }
  void InProgress() override { natsMsg_InProgress(nats_.get(), nullptr); }

 private:
  const NatsMessage nats_;
  const JetStream::Message message_;
  const uint32_t deliveries_;
};

absl::StatusOr<ConsumerInfo> Ask(jsCtx* context, const WorkQueue::Options& options) {
  jsConsumerInfo* read = nullptr;
  jsErrCode code{};
  const natsStatus status =
      js_GetConsumerInfo(&read, context, options.stream.c_str(), options.consumer.c_str(), nullptr, &code);
  ConsumerInfo info(read);
  if (status == NATS_NOT_FOUND || code == JSConsumerNotFoundErr) return absl::NotFoundError(options.consumer);
  ANNALS_RETURN_IF_ERROR(FromNats(status, code, "asking for the queue"));
  return info;
}

absl::Status EnsureConsumer(jsCtx* context, const WorkQueue::Options& options) {
  const absl::Status there = Ask(context, options).status();
  if (!absl::IsNotFound(there)) return there;
  jsConsumerConfig consumer;
  jsConsumerConfig_Init(&consumer);
  consumer.Durable = options.consumer.c_str();
  consumer.DeliverPolicy = js_DeliverAll;
  consumer.AckPolicy = js_AckExplicit;
  consumer.AckWait = absl::ToInt64Nanoseconds(options.acknowledge_in);
  consumer.MaxDeliver = -1;
  consumer.MaxAckPending = kMostTaken;
  jsErrCode code{};
  const natsStatus status =
      js_AddConsumer(nullptr, context, options.stream.c_str(), &consumer, nullptr, &code);
  return FromNats(status, code, "making the queue");
}

}  // namespace

struct WorkQueue::Consumer {
  NatsSubscription subscription;
};

WorkQueue::WorkQueue(std::unique_ptr<Consumer> consumer) : consumer_(std::move(consumer)) {}
WorkQueue::~WorkQueue() = default;

absl::StatusOr<std::unique_ptr<WorkQueue>> WorkQueue::Open(JetStream& connection, const Options& options) {
  jsCtx* const context = connection.connection_->context.get();
  ANNALS_RETURN_IF_ERROR(EnsureConsumer(context, options));
  jsSubOptions subscribe;
  jsSubOptions_Init(&subscribe);
  subscribe.Stream = options.stream.c_str();
  subscribe.Consumer = options.consumer.c_str();
  natsSubscription* subscription = nullptr;
  jsErrCode code{};
  const natsStatus status =
      js_PullSubscribe(&subscription, context, nullptr, options.consumer.c_str(), nullptr, &subscribe, &code);
  ANNALS_RETURN_IF_ERROR(FromNats(status, code, "joining the queue"));
  auto consumer = std::make_unique<Consumer>();
  consumer->subscription.reset(subscription);
  return std::unique_ptr<WorkQueue>(new WorkQueue(std::move(consumer)));
}

absl::StatusOr<std::unique_ptr<WorkQueue::Taken>> WorkQueue::Take(absl::Duration timeout) {
  natsMsgList list = {nullptr, 0};
  jsErrCode code{};
  const natsStatus status = natsSubscription_Fetch(&list, consumer_->subscription.get(), 1,
                                                   absl::ToInt64Milliseconds(timeout), &code);
  if (status == NATS_TIMEOUT) return nullptr;
  ANNALS_RETURN_IF_ERROR(FromNats(status, code, "taking from the queue"));
  NatsMessage message(std::exchange(list.Msgs[0], nullptr));
  natsMsgList_Destroy(&list);
  jsMsgMetaData* read = nullptr;
  ANNALS_RETURN_IF_ERROR(FromNats(natsMsg_GetMetaData(&read, message.get()), {}, "reading a message"));
  const MessageMetaData about(read);
  return std::make_unique<NatsTaken>(std::move(message), *about);
}

absl::StatusOr<uint64_t> WorkQueue::Waiting(JetStream& connection, const Options& options) {
  ANNALS_ASSIGN_OR_RETURN(const ConsumerInfo info, Ask(connection.connection_->context.get(), options));
  return info->NumPending + static_cast<uint64_t>(info->NumAckPending);
}

}  // namespace annals
