#include "common/jetstream/ordered_reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"
#include "common/jetstream/nats_handles.h"
#include "common/limits.h"
#include "common/status_macros.h"

namespace annals {

namespace {

// Twice the largest entry. The servers hold back what is not read, but let more go every few seconds.
constexpr int kWaitingBytes = 2 * static_cast<int>(limits::kEntryBytes);

absl::Status FellBehind() { return JournalUnavailable("more waited for the reader than it may keep"); }

}  // namespace

struct OrderedReader::Consumer {
  NatsSubscription subscription;
  std::string name;  // which the servers gave it
  uint64_t last;
  bool every_one;
  bool dropped = false;  // something that came
};

OrderedReader::OrderedReader(std::unique_ptr<Consumer> consumer) : consumer_(std::move(consumer)) {}

// The servers forget the reader by themselves, some seconds later: to tell them would be to wait for them.
OrderedReader::~OrderedReader() = default;

absl::StatusOr<std::unique_ptr<OrderedReader>> OrderedReader::Open(JetStream& connection,
                                                                   const Options& options) {
  jsSubOptions subscribe;
  jsSubOptions_Init(&subscribe);
  subscribe.Stream = options.stream.c_str();
  subscribe.Ordered = true;
  subscribe.Config.DeliverPolicy = js_DeliverByStartSequence;
  subscribe.Config.OptStartSeq = options.after + 1;
  natsSubscription* subscription = nullptr;
  jsErrCode code{};
  const natsStatus status = js_SubscribeSync(&subscription, connection.connection_->context.get(),
                                             options.subject.c_str(), nullptr, &subscribe, &code);
  ANNALS_RETURN_IF_ERROR(FromNats(status, code, "reading the stream"));
  NatsSubscription owned(subscription);
  ANNALS_RETURN_IF_ERROR(FromNats(
      natsSubscription_SetPendingLimits(subscription, options.waiting, kWaitingBytes), {}, "the reader"));
  jsConsumerInfo* read = nullptr;
  ANNALS_RETURN_IF_ERROR(FromNats(natsSubscription_GetConsumerInfo(&read, subscription, nullptr, &code), code,
                                  "asking for the reader"));
  const ConsumerInfo info(read);
  return std::unique_ptr<OrderedReader>(new OrderedReader(
      std::make_unique<Consumer>(Consumer{std::move(owned), info->Name, options.after, options.every_one})));
}

absl::StatusOr<std::optional<OrderedReader::Next>> OrderedReader::Read(absl::Duration timeout) {
  natsMsg* read = nullptr;
  if (consumer_->dropped) timeout = absl::ZeroDuration();  // what is to be had is there
  const natsStatus status = natsSubscription_NextMsg(
      &read, consumer_->subscription.get(), std::max<int64_t>(1, absl::ToInt64Milliseconds(timeout)));
  if (status == NATS_TIMEOUT && !consumer_->dropped) return std::nullopt;
  if (status == NATS_TIMEOUT) return FellBehind();
  // Said once; what came before is still there to be read.
  if (status == NATS_SLOW_CONSUMER && consumer_->every_one) {
    consumer_->dropped = true;
    return Read(timeout);
  }
  const NatsMessage message(read);
  ANNALS_RETURN_IF_ERROR(FromNats(status, {}, "reading the stream"));
  jsMsgMetaData* meta = nullptr;
  ANNALS_RETURN_IF_ERROR(FromNats(natsMsg_GetMetaData(&meta, read), {}, "reading a message"));
  const MessageMetaData about(meta);
  // The library replaces a reader that was lost. Whether the stream is still the same is not its concern.
  if (about->Consumer != consumer_->name) return JournalUnavailable("the servers have lost the reader");
  const uint64_t sequence = about->Sequence.Stream;
  if (consumer_->dropped && sequence != consumer_->last + 1) return FellBehind();
  if (sequence <= consumer_->last || (consumer_->every_one && sequence != consumer_->last + 1)) {
    return CorruptStorage(absl::StrCat("the stream goes on with ", sequence, " after ", consumer_->last));
  }
  consumer_->last = sequence;
  return Next{ToMessage(*message, sequence), about->NumPending};
}

}  // namespace annals
