// Reads a stream from a sequence on, in order and without gaps, as fast as it comes.
#ifndef ANNALS_COMMON_JETSTREAM_ORDERED_READER_H_
#define ANNALS_COMMON_JETSTREAM_ORDERED_READER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/jetstream/jetstream.h"

namespace annals {

// Not thread-safe. After an error it is of no use any more: open another one behind the last message.
class OrderedReader {
 public:
  struct Options {
    std::string stream;
    std::string subject;     // pattern: which of its messages
    uint64_t after = 0;      // messages with a larger sequence
    bool every_one = false;  // the subject takes in all messages of the stream: a gap is an error
    int waiting = 65'536;    // messages that came and were not read; further ones are dropped
  };
  // `connection` outlives it. UNAVAILABLE (JOURNAL_UNAVAILABLE).
  static absl::StatusOr<std::unique_ptr<OrderedReader>> Open(JetStream& connection, const Options& options);
  ~OrderedReader();

  struct Next {
    JetStream::Message message;
    uint64_t pending;  // messages behind it, when it was sent
  };
  // Nothing: none came within `timeout`. UNAVAILABLE (JOURNAL_UNAVAILABLE): the connection broke, the servers
  // have lost the reader, or what comes next was dropped. DATA_LOSS (STORAGE): messages behind the last one
  // are gone.
  absl::StatusOr<std::optional<Next>> Read(absl::Duration timeout);

 private:
  struct Consumer;
  explicit OrderedReader(std::unique_ptr<Consumer> consumer);

  const std::unique_ptr<Consumer> consumer_;
};

}  // namespace annals

#endif  // ANNALS_COMMON_JETSTREAM_ORDERED_READER_H_
