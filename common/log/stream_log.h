// The journal's entries as a stream on JetStream holds them: the log of many extractors, for those who follow
// it.
#ifndef ANNALS_COMMON_LOG_STREAM_LOG_H_
#define ANNALS_COMMON_LOG_STREAM_LOG_H_

#include <atomic>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/jetstream/jetstream.h"
#include "common/jetstream/ordered_reader.h"
#include "common/log/journal_log.h"

namespace annals {

// Thread-safe. What it returns has its revision: the sequence in the stream. Errors besides those of
// JournalLog: UNAVAILABLE (JOURNAL_UNAVAILABLE).
class StreamLog final : public JournalLog {
 public:
  // Makes the streams where they are not there, each kept by `replicas` servers; waits a minute for servers
  // that have no leader yet. `connection` outlives it.
  static absl::StatusOr<std::unique_ptr<StreamLog>> Open(JetStream& connection, int replicas);

  const std::string& journal_id() const override { return journal_id_; }
  // 16 bytes made with the streams: the key of page tokens, which so hold at every extractor.
  const std::string& page_secret() const { return page_secret_; }

  // As last heard; Refresh asks.
  uint64_t last_revision() const override { return last_revision_; }
  // JOURNAL_CHANGED: the streams were made anew since.
  absl::StatusOr<uint64_t> Refresh() const;

  absl::StatusOr<std::vector<v1::JournalEntry>> Read(uint64_t after_revision, Budget budget) const override;
  bool WaitBeyond(uint64_t revision, absl::Duration timeout, std::stop_token stop) const override;

 private:
  // Somebody who reads on from where it stopped.
  struct Position {
    uint64_t after;
    std::unique_ptr<OrderedReader> reader;
    std::vector<v1::JournalEntry> ahead;  // read and not asked for yet
  };

  StreamLog(JetStream& connection, std::string journal_id, std::string page_secret)
      : connection_(connection), journal_id_(std::move(journal_id)), page_secret_(std::move(page_secret)) {}

  absl::StatusOr<std::vector<v1::JournalEntry>> ReadOne(uint64_t revision) const;
  absl::StatusOr<Position> TakePosition(uint64_t after) const;
  void KeepPosition(Position position) const;
  absl::Status ReadAhead(Position& position, absl::Duration timeout) const;
  void Hear(uint64_t last_revision) const;

  JetStream& connection_;
  const std::string journal_id_;
  const std::string page_secret_;
  mutable std::atomic<uint64_t> last_revision_ = 0;
  mutable std::mutex mutex_;
  mutable std::list<Position> positions_;  // nobody reads just now; the latest first
};

// The journal whose stream of entries says that of itself. DATA_LOSS (STORAGE): it is none of ours.
absl::StatusOr<std::string> JournalIdOf(const JetStream::StreamState& entries);

// The stream's message as an entry. DATA_LOSS (STORAGE): it is none.
absl::StatusOr<v1::JournalEntry> ToEntry(const JetStream::Message& message);

}  // namespace annals

#endif  // ANNALS_COMMON_LOG_STREAM_LOG_H_
