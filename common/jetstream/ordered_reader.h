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
  // Messages with a larger sequence than `after`; of those whose subject fits `filter`, where it is not
  // empty. `connection` outlives it. UNAVAILABLE (JOURNAL_UNAVAILABLE).
  static absl::StatusOr<std::unique_ptr<OrderedReader>> Open(JetStream& connection, const std::string& stream,
                                                             uint64_t after, const std::string& filter = "");
  ~OrderedReader();

  struct Next {
    JetStream::Message message;
    uint64_t pending;  // messages behind it, when it was sent
  };
  // Nothing: none came within `timeout`. UNAVAILABLE: the connection broke, or the servers have lost the
  // reader. Without a filter, DATA_LOSS: messages after the last one are gone.
  absl::StatusOr<std::optional<Next>> Read(absl::Duration timeout);

 private:
  struct Consumer;
  explicit OrderedReader(std::unique_ptr<Consumer> consumer);

  const std::unique_ptr<Consumer> consumer_;
};

}  // namespace annals

#endif  // ANNALS_COMMON_JETSTREAM_ORDERED_READER_H_
