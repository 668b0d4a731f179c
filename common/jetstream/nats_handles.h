// NATS' C objects as owned values, and its results as our statuses. Only this folder sees NATS.
#ifndef ANNALS_COMMON_JETSTREAM_NATS_HANDLES_H_
#define ANNALS_COMMON_JETSTREAM_NATS_HANDLES_H_

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "common/jetstream/jetstream.h"
#include "nats/nats.h"

namespace annals {

// Of JetStream::Message::message_id.
inline constexpr char kMessageIdHeader[] = "Annals-Msg-Id";

template <auto kDestroy>
struct NatsDeleter {
  template <typename T>
  void operator()(T* object) const {
    kDestroy(object);
  }
};

using NatsConnection = std::unique_ptr<natsConnection, NatsDeleter<&natsConnection_Destroy>>;
using NatsOptions = std::unique_ptr<natsOptions, NatsDeleter<&natsOptions_Destroy>>;
using NatsMessage = std::unique_ptr<natsMsg, NatsDeleter<&natsMsg_Destroy>>;
using NatsSubscription = std::unique_ptr<natsSubscription, NatsDeleter<&natsSubscription_Destroy>>;
using JetStreamContext = std::unique_ptr<jsCtx, NatsDeleter<&jsCtx_Destroy>>;
using StreamInfo = std::unique_ptr<jsStreamInfo, NatsDeleter<&jsStreamInfo_Destroy>>;
using ConsumerInfo = std::unique_ptr<jsConsumerInfo, NatsDeleter<&jsConsumerInfo_Destroy>>;
using PubAck = std::unique_ptr<jsPubAck, NatsDeleter<&jsPubAck_Destroy>>;
using MessageMetaData = std::unique_ptr<jsMsgMetaData, NatsDeleter<&jsMsgMetaData_Destroy>>;

// Thread-safe.
struct JetStream::Connection {
  using Done = std::function<void(absl::StatusOr<Receipt>)>;

  // The callback of a message that is on its way; empty: it was called already.
  Done TakePending(const natsMsg* message);

  std::function<void()> on_reconnect;
  absl::Duration wait;
  NatsConnection connection;
  JetStreamContext context;
  absl::Mutex mutex;
  std::unordered_map<const natsMsg*, Done> pending ABSL_GUARDED_BY(mutex);  // published, not confirmed
};

// ABORTED: another message of the subject came first. INVALID_ARGUMENT: larger than the server takes.
// RESOURCE_EXHAUSTED: the stream is full. Else UNAVAILABLE (JOURNAL_UNAVAILABLE): the cluster has no quorum
// or cannot be reached: try again.
absl::Status FromNats(natsStatus status, jsErrCode code, absl::string_view what);

// With the stream's sequence, which only messages that come from a stream have.
JetStream::Message ToMessage(natsMsg& message, uint64_t sequence);

}  // namespace annals

#endif  // ANNALS_COMMON_JETSTREAM_NATS_HANDLES_H_
