#include "extractor/replicated/replicated_extractor.h"

#include <utility>

#include "common/errors/errors.h"
#include "common/jetstream/ordered_reader.h"
#include "common/log/stream_names.h"
#include "common/program/pause.h"
#include "common/program/structured_log.h"
#include "common/status_macros.h"

namespace annals {
namespace {

constexpr absl::Duration kPoll = absl::Milliseconds(200);
// After so many polls in vain the servers are asked whether they have lost the reader.
constexpr int kQuietPolls = 10;
constexpr absl::Duration kTryAgain = absl::Seconds(1);

absl::Status HearOn(JetStream& connection, TaughtEntities& taught, std::stop_token stop) {
  ANNALS_ASSIGN_OR_RETURN(const auto reader, OrderedReader::Open(connection, {.stream = kEntriesStream,
                                                                              .subject = kTaughtSubject,
                                                                              .after = taught.revision()}));
  int quiet = 0;
  while (!stop.stop_requested()) {
    ANNALS_ASSIGN_OR_RETURN(const auto next, reader->Read(kPoll));
    if (next) {
      quiet = 0;
      ANNALS_ASSIGN_OR_RETURN(const v1::JournalEntry lesson, ToEntry(next->message));
      taught.Hear(lesson);
    } else if (++quiet % kQuietPolls == 0) {
      ANNALS_ASSIGN_OR_RETURN(const auto last, connection.LastOf(kEntriesStream, kTaughtSubject));
      if (last && last->sequence > taught.revision())
        return JournalUnavailable("the servers have lost the reader");
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<ReplicatedExtractor>> ReplicatedExtractor::Open(const Options& options) {
  std::unique_ptr<ReplicatedExtractor> extractor(new ReplicatedExtractor());
  JetStream::Options servers = options.servers;
  servers.on_reconnect = [self = extractor.get()] { self->OnReconnect(); };
  ANNALS_ASSIGN_OR_RETURN(extractor->connection_, JetStream::Connect(servers));
  JetStream& connection = *extractor->connection_;
  ANNALS_ASSIGN_OR_RETURN(extractor->log_, StreamLog::Open(connection, options.replicas));
  ANNALS_ASSIGN_OR_RETURN(extractor->outbox_, Outbox::Open(options.directory + "/outbox"));
  ANNALS_ASSIGN_OR_RETURN(extractor->catalog_, Catalog::Open(options.directory + "/catalog",
                                                             options.cache_bytes, *extractor->log_));
  extractor->journal_ = std::make_unique<StreamJournal>(connection, *extractor->log_, *extractor->catalog_,
                                                        *extractor->outbox_, extractor->clock_);
  extractor->set_aside_ = std::make_unique<SetAside>(connection, extractor->clock_);
  extractor->figures_ = std::make_unique<JournalFigures>(connection, *extractor->set_aside_);
  return extractor;
}

ReplicatedExtractor::~ReplicatedExtractor() { Stop(); }

// What works is ended before what it works with.
void ReplicatedExtractor::Stop() {
  worker_ = nullptr;
  lessons_.request_stop();
  if (lessons_.joinable()) lessons_.join();
  intake_ = nullptr;
  std::unique_ptr<OutboxReplay> replay;
  {
    const std::lock_guard lock(mutex_);
    replay = std::move(replay_);
  }
}

absl::Status ReplicatedExtractor::Start(TaughtEntities& taught, ArticleWorker::Read read,
                                        const ArticleWorker::Options& options) {
  const EntryWriter& writer = journal_->writer();
  auto replay = std::make_unique<OutboxReplay>(*connection_, writer, *outbox_, clock_);
  ANNALS_RETURN_IF_ERROR(replay->ReplayAll());
  replay->Start();
  {
    const std::lock_guard lock(mutex_);
    replay_ = std::move(replay);
  }
  ANNALS_ASSIGN_OR_RETURN(intake_, QueueIntake::Open(*connection_, writer, *outbox_, taught, clock_));
  lessons_ = std::jthread([this, &taught](std::stop_token stop) { HearLessons(taught, stop); });
  ANNALS_ASSIGN_OR_RETURN(worker_,
                          ArticleWorker::Start(*connection_, writer, *set_aside_, std::move(read), options));
  return absl::OkStatus();
}

void ReplicatedExtractor::OnReconnect() {
  Log(LogLevel::kWarning, "connected to the journal again", {});
  const std::lock_guard lock(mutex_);
  if (replay_) replay_->Poke();
}

void ReplicatedExtractor::HearLessons(TaughtEntities& taught, std::stop_token stop) {
  while (!stop.stop_requested()) {
    const absl::Status status = HearOn(*connection_, taught, stop);
    if (status.ok()) return;
    Log(LogLevel::kWarning, "what others teach is not heard", {{"message", std::string(status.message())}});
    Pause(kTryAgain, stop);
  }
}

}  // namespace annals
