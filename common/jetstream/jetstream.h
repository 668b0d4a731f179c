// A connection to a NATS cluster with JetStream: streams of messages that a quorum of servers keeps.
//
// It reconnects by itself, for ever. What is asked while no quorum answers fails after a wait; nothing is
// queued behind the caller's back.
#ifndef ANNALS_COMMON_JETSTREAM_JETSTREAM_H_
#define ANNALS_COMMON_JETSTREAM_JETSTREAM_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace annals {

// Thread-safe. Errors of every method besides those it names: UNAVAILABLE (JOURNAL_UNAVAILABLE).
class JetStream {
 public:
  struct Options {
    std::string servers;  // "nats://HOST:PORT,…"; tls:// for TLS
    std::string ca_file;  // PEM; empty: the system's authorities, where TLS is asked for
    std::string cert_file;
    std::string key_file;
    std::string token_file;                  // its one word; empty: no token
    std::function<void()> on_reconnect;      // called by a thread of the connection
    absl::Duration wait = absl::Seconds(5);  // for an answer of the servers
  };
  // INVALID_ARGUMENT: an address or a file is wrong, or the servers take no messages of `kEntryBytes`.
  static absl::StatusOr<std::unique_ptr<JetStream>> Connect(const Options& options);
  ~JetStream();

  struct StreamConfig {
    std::string name;
    std::string subjects;     // one pattern: "annals.entries.>"
    std::string description;  // set when it is made, and never after
    int replicas = 3;
    int64_t max_bytes = -1;           // beyond it publishing is refused; -1: no end
    absl::Duration deduplicate = {};  // repeated message ids are recognised for so long
  };
  // Makes it where it is not there; one that is there stays as it is.
  absl::Status EnsureStream(const StreamConfig& config);

  struct StreamState {
    std::string description;
    uint64_t first_sequence = 0;  // of what is left of it
    uint64_t last_sequence = 0;   // 0: nothing was ever published
    uint64_t messages = 0;
    uint64_t bytes = 0;
  };
  // NOT_FOUND: there is no such stream.
  absl::StatusOr<StreamState> State(const std::string& stream);

  struct Outgoing {
    std::string subject;
    // For whoever reads it. Without `after`, servers do not store a repetition again within
    // StreamConfig::deduplicate.
    std::string message_id;
    std::string data;
    // Published only while that is the sequence of the subject's last message; 0: it has none.
    std::optional<uint64_t> after;
  };
  struct Receipt {
    uint64_t sequence;
  };
  // A quorum has it when it returns. ABORTED: `after` is not so any more. RESOURCE_EXHAUSTED: the stream is
  // full.
  absl::StatusOr<Receipt> Publish(const Outgoing& message);
  // The same without waiting; `done` is called by a thread of the connection, or at once where it cannot
  // begin.
  void PublishLater(const Outgoing& message, std::function<void(absl::StatusOr<Receipt>)> done);

  struct Message {
    std::string subject;
    uint64_t sequence = 0;
    std::string message_id;
    std::string data;
  };
  // Nothing: there is none.
  absl::StatusOr<std::optional<Message>> LastOf(const std::string& stream, const std::string& subject);
  absl::StatusOr<std::optional<Message>> Get(const std::string& stream, uint64_t sequence);
  // Takes one message out for good; one that is gone already is gone.
  absl::Status Delete(const std::string& stream, uint64_t sequence);

  // To whoever listens just now: not kept, not confirmed.
  absl::Status Send(const std::string& subject, const std::string& data);
  // Calls `heard` with each message to `subject` until the subscription is destroyed, by one thread.
  class Subscription {
   public:
    virtual ~Subscription() = default;
  };
  absl::StatusOr<std::unique_ptr<Subscription>> Listen(const std::string& subject,
                                                       std::function<void(std::string data)> heard);

  struct Connection;  // nats_handles.h

 private:
  friend class OrderedReader;
  friend class WorkQueue;

  explicit JetStream(std::unique_ptr<Connection> connection);

  const std::unique_ptr<Connection> connection_;
};

}  // namespace annals

#endif  // ANNALS_COMMON_JETSTREAM_JETSTREAM_H_
