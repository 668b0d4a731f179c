// All that makes an extractor one of many: the connection, its part of the journal, its intake and its work.
#ifndef ANNALS_EXTRACTOR_REPLICATED_REPLICATED_EXTRACTOR_H_
#define ANNALS_EXTRACTOR_REPLICATED_REPLICATED_EXTRACTOR_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/clock.h"
#include "common/jetstream/jetstream.h"
#include "common/log/stream_log.h"
#include "extractor/journal/catalog.h"
#include "extractor/journal/outbox.h"
#include "extractor/replicated/article_worker.h"
#include "extractor/replicated/journal_figures.h"
#include "extractor/replicated/outbox_replay.h"
#include "extractor/replicated/queue_intake.h"
#include "extractor/replicated/set_aside.h"
#include "extractor/replicated/stream_journal.h"
#include "extractor/taught/taught_entities.h"

namespace annals {

// Thread-safe but for Start.
class ReplicatedExtractor {
 public:
  struct Options {
    JetStream::Options servers;
    int replicas = 3;       // servers that keep each message, when the streams are made
    std::string directory;  // of the outbox and the view for listings
    size_t cache_bytes = 64 << 20;
  };
  // Connects, and makes the streams where they are not there. UNAVAILABLE (JOURNAL_UNAVAILABLE);
  // INVALID_ARGUMENT: see JetStream::Connect.
  static absl::StatusOr<std::unique_ptr<ReplicatedExtractor>> Open(const Options& options);
  ~ReplicatedExtractor();

  Journal& journal() { return *journal_; }
  const SetAside& set_aside() const { return *set_aside_; }
  JournalFigures& figures() { return *figures_; }

  // Brings back what an earlier start left, then takes articles in and reads them. `taught`, which is loaded
  // from the journal, outlives it.
  absl::Status Start(TaughtEntities& taught, ArticleWorker::Read read, const ArticleWorker::Options& options);
  // Ends what Start began; the journal can still be read.
  void Stop();
  // From Start to Stop.
  Intake& intake() { return *intake_; }

 private:
  ReplicatedExtractor() = default;

  void OnReconnect();
  void HearLessons(TaughtEntities& taught, std::stop_token stop);

  const SystemClock clock_;
  std::mutex mutex_;
  std::unique_ptr<JetStream> connection_;
  std::unique_ptr<StreamLog> log_;
  std::unique_ptr<Outbox> outbox_;
  std::unique_ptr<Catalog> catalog_;
  std::unique_ptr<StreamJournal> journal_;
  std::unique_ptr<SetAside> set_aside_;
  std::unique_ptr<JournalFigures> figures_;
  std::unique_ptr<OutboxReplay> replay_;  // guarded by mutex_ while it is made
  std::unique_ptr<QueueIntake> intake_;
  std::jthread lessons_;
  std::unique_ptr<ArticleWorker> worker_;
};

}  // namespace annals

#endif  // ANNALS_EXTRACTOR_REPLICATED_REPLICATED_EXTRACTOR_H_
