// The journal as JetStream holds it: an ordered reader of the stream of entries, without an extractor
// between.
#ifndef ANNALS_QUERY_FOLLOWER_STREAM_SOURCE_H_
#define ANNALS_QUERY_FOLLOWER_STREAM_SOURCE_H_

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/jetstream/jetstream.h"
#include "common/jetstream/ordered_reader.h"
#include "query/follower/entry_source.h"

namespace annals::query {

// A stream can be made anew, or come back from a crash of all servers without its end and go on otherwise. So
// each reader, once it is open, is held against what the index knows: the journal's id, that the stream is
// not shorter, and that the entry at the index's position is the one that was applied. A reader is never
// continued by another one unseen.
class StreamSource final : public EntrySource {
 public:
  // The servers need not be there yet. INVALID_ARGUMENT: an address or a file is wrong, or the servers are
  // configured for smaller messages.
  static absl::StatusOr<std::unique_ptr<StreamSource>> Create(JetStream::Options servers);

  absl::Status Follow(const JournalPosition& position, Take take) override;
  void Stop() override { stopped_ = true; }

 private:
  struct Reading;  // an open reader, and what is known of its stream

  explicit StreamSource(JetStream::Options servers) : servers_(std::move(servers)) {}

  absl::Status Connect();
  // What the stream says of itself, if it continues `position`; else what EntrySource says of that.
  absl::StatusOr<JetStream::StreamState> Check(const JournalPosition& position);
  absl::Status CheckShorter(const JournalPosition& position, const JetStream::StreamState& state);
  absl::Status CheckEntry(const JournalPosition& position, const JetStream::StreamState& state);
  absl::Status ReadOn(Reading& reading, Take take);
  // UNAVAILABLE: the stream has been silent for too long, or has entries that do not come.
  absl::Status Ask(Reading& reading, Take take);

  const JetStream::Options servers_;
  std::unique_ptr<JetStream> connection_;  // null until the servers were there
  int shorter_ = 0;                        // times in a row that the stream was shorter than the index
  std::atomic<bool> stopped_ = false;
};

}  // namespace annals::query

#endif  // ANNALS_QUERY_FOLLOWER_STREAM_SOURCE_H_
