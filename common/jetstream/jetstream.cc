#include "common/jetstream/jetstream.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/synchronization/notification.h"
#include "common/errors/errors.h"
#include "common/jetstream/nats_handles.h"
#include "common/limits.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"

namespace annals {
namespace {

// A server that does not answer so many pings is given up: one that hangs is noticed in six seconds.
constexpr int64_t kPingMillis = 2000;
constexpr int kPingsOut = 2;
constexpr int64_t kReconnectWaitMillis = 100;
constexpr absl::Duration kConnect = absl::Seconds(2);  // to each server, and no longer than for an answer
// Room for the largest entry and its headers.
constexpr int64_t kLeastMaxPayload = static_cast<int64_t>(limits::kEntryBytes) + (64 << 10);

absl::Status InvalidOption(natsStatus status, absl::string_view what) {
  if (status == NATS_OK) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("--journal: ", what, ": ", natsStatus_GetText(status)));
}

void OnReconnect(natsConnection* /*connection*/, void* closure) {
  const auto& connection = *static_cast<JetStream::Connection*>(closure);
  if (connection.on_reconnect) connection.on_reconnect();
}

void OnError(natsConnection* /*connection*/, natsSubscription* /*subscription*/, natsStatus status,
             void* /*closure*/) {
  Log(LogLevel::kWarning, "the journal's connection", {{"message", natsStatus_GetText(status)}});
}

absl::Status AddTls(const JetStream::Options& options, natsOptions* nats) {
  if (!options.ca_file.empty()) {
    ANNALS_RETURN_IF_ERROR(InvalidOption(natsOptions_SetSecure(nats, true), "TLS"));
    ANNALS_RETURN_IF_ERROR(
        InvalidOption(natsOptions_LoadCATrustedCertificates(nats, options.ca_file.c_str()), options.ca_file));
  }
  if (options.cert_file.empty()) return absl::OkStatus();
  return InvalidOption(
      natsOptions_LoadCertificatesChain(nats, options.cert_file.c_str(), options.key_file.c_str()),
      options.cert_file);
}

absl::Status AddToken(const std::string& file, natsOptions* nats) {
  if (file.empty()) return absl::OkStatus();
  std::ifstream in(file);
  std::string token;
  if (!(in >> token)) return absl::InvalidArgumentError(absl::StrCat("no token in ", file));
  return InvalidOption(natsOptions_SetToken(nats, token.c_str()), "token");
}

absl::Status AddServers(const std::string& servers, natsOptions* nats) {
  const std::vector<std::string> urls = absl::StrSplit(servers, ',', absl::SkipWhitespace());
  std::vector<const char*> pointers;
  for (const std::string& url : urls) pointers.push_back(url.c_str());
  return InvalidOption(natsOptions_SetServers(nats, pointers.data(), static_cast<int>(pointers.size())),
                       servers);
}

// How it behaves while servers come and go.
absl::Status AddBehaviour(JetStream::Connection& connection, natsOptions* nats) {
  for (const natsStatus status :
       {natsOptions_SetName(nats, "annals"),
        natsOptions_SetTimeout(nats, absl::ToInt64Milliseconds(std::min(kConnect, connection.wait))),
        natsOptions_SetMaxReconnect(nats, -1), natsOptions_SetReconnectWait(nats, kReconnectWaitMillis),
        natsOptions_SetReconnectBufSize(nats, 0), natsOptions_SetFailRequestsOnDisconnect(nats, true),
        natsOptions_SetPingInterval(nats, kPingMillis), natsOptions_SetMaxPingsOut(nats, kPingsOut),
        natsOptions_SetReconnectedCB(nats, OnReconnect, &connection),
        natsOptions_SetErrorHandler(nats, OnError, nullptr)}) {
    ANNALS_RETURN_IF_ERROR(InvalidOption(status, "options"));
  }
  return absl::OkStatus();
}

// A repetition of what is on its way has no sequence yet, and may never get one: its leader may die.
absl::StatusOr<JetStream::Receipt> ToReceipt(const jsPubAck& ack) {
  if (ack.Sequence == 0) return JournalUnavailable("publishing: on its way");
  return JetStream::Receipt{ack.Sequence};
}

// Told of every message of PublishLater; owns it from here on.
void OnConfirmed(jsCtx* /*context*/, natsMsg* message, jsPubAck* ack, jsPubAckErr* error, void* closure) {
  const NatsMessage owned(message);
  const auto done = static_cast<JetStream::Connection*>(closure)->TakePending(message);
  if (!done) return;
  if (ack != nullptr) {
    done(ToReceipt(*ack));
  } else {
    done(FromNats(error != nullptr ? error->Err : NATS_ERR, error != nullptr ? error->ErrCode : jsErrCode{},
                  "publishing"));
  }
}

absl::Status OpenContext(JetStream::Connection& connection) {
  jsOptions options;
  jsOptions_Init(&options);
  options.Wait = absl::ToInt64Milliseconds(connection.wait);
  options.PublishAsync.AckHandler = OnConfirmed;
  options.PublishAsync.AckHandlerClosure = &connection;
  jsCtx* context = nullptr;
  ANNALS_RETURN_IF_ERROR(
      FromNats(natsConnection_JetStream(&context, connection.connection.get(), &options), {}, "JetStream"));
  connection.context.reset(context);
  return absl::OkStatus();
}

absl::StatusOr<NatsMessage> MakeMessage(const JetStream::Outgoing& outgoing) {
  natsMsg* made = nullptr;
  ANNALS_RETURN_IF_ERROR(
      FromNats(natsMsg_Create(&made, outgoing.subject.c_str(), nullptr, outgoing.data.data(),
                              static_cast<int>(outgoing.data.size())),
               {}, "message"));
  NatsMessage message(made);
  if (!outgoing.message_id.empty()) {
    ANNALS_RETURN_IF_ERROR(
        FromNats(natsMsgHeader_Set(made, kMessageIdHeader, outgoing.message_id.c_str()), {}, "message"));
  }
  return message;
}

jsPubOptions PublishOptions(const JetStream::Outgoing& outgoing, absl::Duration wait) {
  jsPubOptions options;
  jsPubOptions_Init(&options);
  options.MaxWait = absl::ToInt64Milliseconds(wait);
  // What `after` decides needs no memory of ids besides.
  const bool by_id = !outgoing.after && !outgoing.message_id.empty();
  options.MsgId = by_id ? outgoing.message_id.c_str() : nullptr;
  options.ExpectNoMessage = outgoing.after == 0u;
  options.ExpectLastSubjectSeq = outgoing.after.value_or(0);
  return options;
}

class NatsListener final : public JetStream::Subscription {
 public:
  explicit NatsListener(std::function<void(std::string)> heard) : heard_(std::move(heard)) {}
  // Waits for what is being heard.
  ~NatsListener() override {
    if (subscription_ == nullptr) return;
    natsSubscription_Unsubscribe(subscription_.get());
    ended_.WaitForNotification();
  }

  absl::Status Subscribe(natsConnection* connection, const std::string& subject) {
    natsSubscription* subscription = nullptr;
    ANNALS_RETURN_IF_ERROR(
        FromNats(natsConnection_Subscribe(&subscription, connection, subject.c_str(), OnMessage, this), {},
                 "subscribing"));
    NatsSubscription subscribed(subscription);
    ANNALS_RETURN_IF_ERROR(
        FromNats(natsSubscription_SetOnCompleteCB(subscription, OnEnd, this), {}, "subscribing"));
    subscription_ = std::move(subscribed);
    return absl::OkStatus();
  }

 private:
  static void OnMessage(natsConnection* /*connection*/, natsSubscription* /*subscription*/, natsMsg* message,
                        void* closure) {
    const NatsMessage owned(message);
    static_cast<NatsListener*>(closure)->heard_(ToMessage(*message, 0).data);
  }
  static void OnEnd(void* closure) { static_cast<NatsListener*>(closure)->ended_.Notify(); }

  const std::function<void(std::string)> heard_;
  absl::Notification ended_;
  NatsSubscription subscription_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<JetStream>> JetStream::Connect(const Options& options) {
  auto connection = std::make_unique<Connection>();
  connection->on_reconnect = options.on_reconnect;
  connection->wait = options.wait;
  natsOptions* made = nullptr;
  ANNALS_RETURN_IF_ERROR(InvalidOption(natsOptions_Create(&made), "options"));
  const NatsOptions nats(made);
  ANNALS_RETURN_IF_ERROR(AddServers(options.servers, made));
  ANNALS_RETURN_IF_ERROR(AddTls(options, made));
  ANNALS_RETURN_IF_ERROR(AddToken(options.token_file, made));
  ANNALS_RETURN_IF_ERROR(AddBehaviour(*connection, made));
  natsConnection* connected = nullptr;
  ANNALS_RETURN_IF_ERROR(FromNats(natsConnection_Connect(&connected, made), {}, options.servers));
  connection->connection.reset(connected);
  if (const int64_t most = natsConnection_GetMaxPayload(connected); most < kLeastMaxPayload) {
    return absl::InvalidArgumentError(
        absl::StrCat("the NATS servers' max_payload is ", most, " bytes; entries need ", kLeastMaxPayload));
  }
  ANNALS_RETURN_IF_ERROR(OpenContext(*connection));
  return std::unique_ptr<JetStream>(new JetStream(std::move(connection)));
}

JetStream::JetStream(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

JetStream::~JetStream() {
  natsConnection_Close(connection_->connection.get());
  std::unordered_map<const natsMsg*, Connection::Done> pending;
  {
    const absl::MutexLock lock(&connection_->mutex);
    pending.swap(connection_->pending);
  }
  for (auto& [message, done] : pending) done(JournalUnavailable("the connection is closed"));
}

absl::Status JetStream::EnsureStream(const StreamConfig& config) {
  const absl::StatusOr<StreamState> state = State(config.name);
  if (!absl::IsNotFound(state.status())) return state.status();
  jsStreamConfig stream;
  jsStreamConfig_Init(&stream);
  const char* subjects[] = {config.subjects.c_str()};
  stream.Name = config.name.c_str();
  stream.Description = config.description.c_str();
  stream.Subjects = subjects;
  stream.SubjectsLen = 1;
  stream.Storage = js_FileStorage;
  stream.Retention = js_LimitsPolicy;
  stream.Discard = js_DiscardNew;
  stream.MaxBytes = config.max_bytes;
  stream.Replicas = config.replicas;
  stream.Duplicates = absl::ToInt64Nanoseconds(config.deduplicate);
  jsErrCode code{};
  const natsStatus status = js_AddStream(nullptr, connection_->context.get(), &stream, nullptr, &code);
  if (code == JSStreamNameExistErr) return absl::OkStatus();  // somebody else made it just now
  return FromNats(status, code, absl::StrCat("making the stream ", config.name));
}

absl::StatusOr<JetStream::StreamState> JetStream::State(const std::string& stream) {
  jsStreamInfo* read = nullptr;
  jsErrCode code{};
  const natsStatus status =
      js_GetStreamInfo(&read, connection_->context.get(), stream.c_str(), nullptr, &code);
  const StreamInfo info(read);
  if (status == NATS_NOT_FOUND || code == JSStreamNotFoundErr)
    return absl::NotFoundError(absl::StrCat("no stream ", stream));
  ANNALS_RETURN_IF_ERROR(FromNats(status, code, absl::StrCat("asking for the stream ", stream)));
  return StreamState{info->Config->Description != nullptr ? info->Config->Description : "",
                     info->State.FirstSeq, info->State.LastSeq, info->State.Msgs, info->State.Bytes};
}

absl::StatusOr<JetStream::Receipt> JetStream::Publish(const Outgoing& outgoing) {
  ANNALS_ASSIGN_OR_RETURN(const NatsMessage message, MakeMessage(outgoing));
  jsPubOptions options = PublishOptions(outgoing, connection_->wait);
  jsPubAck* read = nullptr;
  jsErrCode code{};
  const natsStatus status = js_PublishMsg(&read, connection_->context.get(), message.get(), &options, &code);
  const PubAck ack(read);
  ANNALS_RETURN_IF_ERROR(FromNats(status, code, "publishing"));
  return ToReceipt(*ack);
}

void JetStream::PublishLater(const Outgoing& outgoing, std::function<void(absl::StatusOr<Receipt>)> done) {
  absl::StatusOr<NatsMessage> message = MakeMessage(outgoing);
  if (!message.ok()) return done(message.status());
  natsMsg* raw = message->release();
  const natsMsg* const key = raw;
  {
    const absl::MutexLock lock(&connection_->mutex);
    connection_->pending[key] = std::move(done);
  }
  jsPubOptions options = PublishOptions(outgoing, connection_->wait);
  const natsStatus status = js_PublishMsgAsync(connection_->context.get(), &raw, &options);
  if (status == NATS_OK) return;
  const auto failed = connection_->TakePending(key);
  natsMsg_Destroy(raw);
  if (failed) failed(FromNats(status, {}, "publishing"));
}

absl::StatusOr<std::optional<JetStream::Message>> JetStream::LastOf(const std::string& stream,
                                                                    const std::string& subject) {
  natsMsg* read = nullptr;
  jsErrCode code{};
  const natsStatus status =
      js_GetLastMsg(&read, connection_->context.get(), stream.c_str(), subject.c_str(), nullptr, &code);
  const NatsMessage message(read);
  if (code == JSNoMessageFoundErr) return std::nullopt;
  ANNALS_RETURN_IF_ERROR(FromNats(status, code, absl::StrCat("reading ", subject)));
  return ToMessage(*message, natsMsg_GetSequence(read));
}

absl::StatusOr<std::optional<JetStream::Message>> JetStream::Get(const std::string& stream,
                                                                 uint64_t sequence) {
  natsMsg* read = nullptr;
  jsErrCode code{};
  const natsStatus status =
      js_GetMsg(&read, connection_->context.get(), stream.c_str(), sequence, nullptr, &code);
  const NatsMessage message(read);
  if (code == JSNoMessageFoundErr) return std::nullopt;
  ANNALS_RETURN_IF_ERROR(FromNats(status, code, absl::StrCat("reading ", stream, " ", sequence)));
  return ToMessage(*message, sequence);
}

absl::Status JetStream::Delete(const std::string& stream, uint64_t sequence) {
  jsErrCode code{};
  const natsStatus status =
      js_DeleteMsg(connection_->context.get(), stream.c_str(), sequence, nullptr, &code);
  if (code == JSNoMessageFoundErr || code == JSSequenceNotFoundErr) return absl::OkStatus();
  return FromNats(status, code, absl::StrCat("deleting from ", stream));
}

absl::Status JetStream::Send(const std::string& subject, const std::string& data) {
  return FromNats(natsConnection_Publish(connection_->connection.get(), subject.c_str(), data.data(),
                                         static_cast<int>(data.size())),
                  {}, "sending");
}

absl::StatusOr<std::unique_ptr<JetStream::Subscription>> JetStream::Listen(
    const std::string& subject, std::function<void(std::string)> heard) {
  auto listener = std::make_unique<NatsListener>(std::move(heard));
  ANNALS_RETURN_IF_ERROR(listener->Subscribe(connection_->connection.get(), subject));
  return std::unique_ptr<Subscription>(std::move(listener));
}

}  // namespace annals
