// A durable consumer of a stream that many share: each message goes to one of them, and to another when it is
// not acknowledged in time.
#ifndef ANNALS_COMMON_JETSTREAM_WORK_QUEUE_H_
#define ANNALS_COMMON_JETSTREAM_WORK_QUEUE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/jetstream/jetstream.h"

namespace annals {

// One taker; not thread-safe. Errors: UNAVAILABLE (JOURNAL_UNAVAILABLE).
class WorkQueue {
 public:
  struct Options {
    std::string stream;
    std::string consumer;                               // the durable name all takers share
    absl::Duration acknowledge_in = absl::Seconds(10);  // of a message that was taken; InProgress renews it
  };
  // Makes the consumer where it is not there. `connection` outlives the queue.
  static absl::StatusOr<std::unique_ptr<WorkQueue>> Open(JetStream& connection, const Options& options);
  ~WorkQueue();

  // A message that was taken. Destroyed without Done or GiveBack it comes again after `acknowledge_in`.
  class Taken {
   public:
    virtual ~Taken() = default;
    virtual const JetStream::Message& message() const = 0;
    virtual uint32_t deliveries() const = 0;  // this one included
    // It never comes again; the servers have said so when it returns.
    virtual absl::Status Done() = 0;
    // It comes again at once, to anybody.
    virtual void GiveBack() = 0;
    virtual void InProgress() = 0;
  };
  // Nothing: none came within `timeout`.
  absl::StatusOr<std::unique_ptr<Taken>> Take(absl::Duration timeout);

  // How many messages of the stream no taker has acknowledged yet.
  static absl::StatusOr<uint64_t> Waiting(JetStream& connection, const Options& options);

 private:
  struct Consumer;
  explicit WorkQueue(std::unique_ptr<Consumer> consumer);

  const std::unique_ptr<Consumer> consumer_;
};

}  // namespace annals

#endif  // ANNALS_COMMON_JETSTREAM_WORK_QUEUE_H_
