#include "common/jetstream/nats_handles.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "common/errors/errors.h"

namespace annals {

absl::Status FromNats(natsStatus status, jsErrCode code, absl::string_view what) {
  if (status == NATS_OK) return absl::OkStatus();
  if (code == JSStreamWrongLastSequenceErr) return absl::AbortedError("another entry came first");
  if (status == NATS_MAX_PAYLOAD)
    return absl::InvalidArgumentError(absl::StrCat(what, ": larger than the servers take"));
  if (code == JSStreamStoreFailedErr || code == JSInsufficientResourcesErr ||
      code == JSStorageResourcesExceededErr)
    return absl::ResourceExhaustedError(absl::StrCat(what, ": the stream is full"));
  if (status == NATS_INSUFFICIENT_BUFFER) return JournalUnavailable(absl::StrCat(what, ": not connected"));
  return JournalUnavailable(
      absl::StrCat(what, ": ", natsStatus_GetText(status),
                   code != 0 ? absl::StrCat(" (JetStream ", static_cast<int>(code), ")") : ""));
}

JetStream::Message ToMessage(natsMsg& message, uint64_t sequence) {
  const char* id = nullptr;
  if (natsMsgHeader_Get(&message, kMessageIdHeader, &id) != NATS_OK) id = "";
  return {natsMsg_GetSubject(&message), sequence, id,
          std::string(natsMsg_GetData(&message), static_cast<size_t>(natsMsg_GetDataLength(&message)))};
}

JetStream::Connection::Done JetStream::Connection::TakePending(const natsMsg* message) {
  absl::MutexLock lock(&mutex);
  const auto found = pending.find(message);
  if (found == pending.end()) return nullptr;
  Done done = std::move(found->second);
  pending.erase(found);
  return done;
}

}  // namespace annals
