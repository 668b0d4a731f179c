// Brings back what the servers of a replicated journal have lost though they had confirmed it (they sync
// every few minutes), and what this extractor had taken in when it died: from the outbox, until it holds a
// change no more.
#ifndef ANNALS_EXTRACTOR_REPLICATED_OUTBOX_REPLAY_H_
#define ANNALS_EXTRACTOR_REPLICATED_OUTBOX_REPLAY_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/clock.h"
#include "common/jetstream/jetstream.h"
#include "extractor/journal/outbox.h"
#include "extractor/replicated/entry_writer.h"

namespace annals {

// Poke is thread-safe; ReplayAll comes before Start.
class OutboxReplay {
 public:
  // All outlive it.
  OutboxReplay(JetStream& connection, const EntryWriter& writer, Outbox& outbox, const Clock& clock)
      : connection_(connection), writer_(writer), outbox_(outbox), clock_(clock) {}
  ~OutboxReplay();

  // What an earlier start left unfinished, and what is lost. UNAVAILABLE (JOURNAL_UNAVAILABLE): some of it
  // was not looked at; call again.
  absl::Status ReplayAll();

  // From now on, in a thread of its own: what is lost, after every Poke; and forgets what is safe.
  void Start();
  // The connection was broken: the servers may have been down.
  void Poke();

 private:
  absl::Status Replay(bool at_start);
  absl::Status ReplayStored(const storage::OutboxRecord& record, const storage::OutboxMark& mark);
  absl::Status ReplayUnfinished(const storage::OutboxRecord& record);
  absl::StatusOr<bool> StandsAt(uint64_t sequence, const v1::QueuedArticle& queued) const;
  absl::Status PublishArticle(v1::QueuedArticle queued, uint64_t first_sequence,
                              const std::string& message_id);
  absl::Status WriteEntry(const v1::JournalEntry& entry);
  absl::Status WriteRetraction(const v1::JournalEntry& entry);
  void Run(std::stop_token stop);

  JetStream& connection_;
  const EntryWriter& writer_;
  Outbox& outbox_;
  const Clock& clock_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  bool poked_ = false;
  // Of a pass: articles that are in the queue again, and whether one of them has to be taken back once it is
  // read.
  std::set<std::string> queued_again_;
  bool unfinished_ = false;
  std::jthread thread_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_OUTBOX_REPLAY_H_
