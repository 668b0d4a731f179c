// annals-extractor: takes articles in over gRPC, reads them, and keeps them with their events.
#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/flags/flag.h"
#include "common/program/command_line.h"
#include "common/program/sizing.h"
#include "common/program/structured_log.h"
#include "common/server/client_channel.h"
#include "common/server/server.h"
#include "common/server/server_flags.h"
#include "common/server/telemetry.h"
#include "common/status_macros.h"
#include "extractor/extractor.h"
#include "extractor/journal/journal.h"
#include "extractor/replicated/replicated_extractor.h"
#include "extractor/service/admin_service.h"
#include "extractor/service/extraction_metrics.h"
#include "extractor/service/extraction_pool.h"
#include "extractor/service/extractor_service.h"
#include "extractor/service/journal_service.h"
#include "extractor/service/local_intake.h"
#include "extractor/taught/taught_entities.h"

ABSL_FLAG(std::string, listen, "127.0.0.1:50051",
          "HOST:PORT; port 0 picks one, which the first log line names");
ABSL_FLAG(std::string, data_dir, "annals-extractor-data",
          "directory of the journal; made if it is not there");
ABSL_FLAG(std::string, backup_dir, "",
          "directory for copies of the journal (AdminService); empty: none are made");
ABSL_FLAG(std::string, lexicon_dir, "",
          "directory of lexicon files of your own, on top of the built-in ones");
ABSL_FLAG(
    int, threads, 0,
    "articles read at once; 0: as many as there are processors and memory for, of the container's share");
ABSL_FLAG(uint32_t, cache_mb, 0,
          "memory for blocks of the journal, in MiB; 0: a sixteenth of the container's share");
ABSL_FLAG(
    std::string, journal, "",
    "nats://HOST:PORT,… of the servers that hold the journal of many extractors; empty: the journal is in "
    "--data_dir, and this extractor's alone");
ABSL_FLAG(int, journal_replicas, 3,
          "with --journal: servers that keep each message, when the streams are made");
ABSL_FLAG(annals::LogLevel, log_level, annals::LogLevel::kInfo, "debug, info, warning or error");

namespace annals {

int Threads(const MachineShare& share) {
  const int threads = absl::GetFlag(FLAGS_threads);
  return threads > 0 ? std::min(threads, limits::kMaxExtractionThreads) : ExtractionThreads(share);
}

size_t CacheBytes(const MachineShare& share) {
  const size_t megabytes = absl::GetFlag(FLAGS_cache_mb);
  return megabytes > 0 ? megabytes << 20 : BytesOf(limits::kJournalCache, share);
}

// Where the journal is: in the data directory, or with the servers that many extractors share.
struct Store {
  std::unique_ptr<Journal> own;
  std::unique_ptr<ReplicatedExtractor> shared;

  Journal& journal() const { return own ? *own : shared->journal(); }
};

absl::StatusOr<Store> OpenStore(const MachineShare& share) {
  Store store;
  const std::string directory = absl::GetFlag(FLAGS_data_dir);
  if (absl::GetFlag(FLAGS_journal).empty()) {
    ANNALS_ASSIGN_OR_RETURN(store.own, Journal::Open({directory, CacheBytes(share)}));
    return store;
  }
  const ClientOptions client = ClientOptionsFromFlags();
  ANNALS_ASSIGN_OR_RETURN(store.shared, ReplicatedExtractor::Open({{.servers = absl::GetFlag(FLAGS_journal),
                                                                    .ca_file = client.tls.authorities,
                                                                    .cert_file = client.tls.certificate,
                                                                    .key_file = client.tls.key,
                                                                    .token_file = client.token_file},
                                                                   absl::GetFlag(FLAGS_journal_replicas),
                                                                   directory,
                                                                   CacheBytes(share)}));
  return store;
}

void AddFigures(const Store& store, Telemetry& telemetry) {
  telemetry.AddStore([&] { return store.journal().store_figures(); });
  telemetry.source().AddGauge("annals_journal_revision", "The last entry of the journal.",
                              [&] { return static_cast<double>(store.journal().last_revision()); });
  if (!store.shared) return;
  telemetry.source().AddGauge(
      "annals_articles_waiting", "Articles in the queue that no extractor has read yet.",
      [&] { return static_cast<double>(store.shared->figures().waiting_articles()); });
  telemetry.source().AddGauge(
      "annals_articles_set_aside", "Articles that nobody came to an end with, until somebody retries them.",
      [&] { return static_cast<double>(store.shared->figures().set_aside_articles()); });
  telemetry.source().AddGauge("annals_journal_available",
                              "Whether the servers of the journal answered: 1 or 0.",
                              [&] { return store.shared->figures().available() ? 1.0 : 0.0; });
}

// This extractor's part of the work for all: see extractor/replicated/.
absl::Status StartShared(ReplicatedExtractor& shared, TaughtEntities& taught, ExtractionPool& pool,
                         int threads) {
  const auto read = [&](std::shared_ptr<const v1::Article> article, uint64_t taught_revision) {
    taught.WaitFor(taught_revision, limits::kTaughtWait);
    return ExtractionPool::Lane(pool).Extract({std::move(article), {}, nullptr}).get();
  };
  return shared.Start(taught, read, {.threads = threads * limits::kQueuedPerThread});
}

absl::Status Serve() {
  if (const auto probed = ProbeInstead()) return *probed;
  const MachineShare share = ReadMachineShare();
  ANNALS_ASSIGN_OR_RETURN(Server::Options options, ServerOptionsFromFlags(absl::GetFlag(FLAGS_listen)));
  ANNALS_ASSIGN_OR_RETURN(const auto extractor,
                          Extractor::Create({.lexicon_dir = absl::GetFlag(FLAGS_lexicon_dir)}));
  ANNALS_ASSIGN_OR_RETURN(const Store store, OpenStore(share));
  ANNALS_ASSIGN_OR_RETURN(const auto taught, TaughtEntities::Load(*extractor, store.journal()));
  Telemetry telemetry;
  AddFigures(store, telemetry);
  ExtractionMetrics metrics(telemetry.registry());
  ExtractionPool pool([&] { return taught->Current(); }, Threads(share), limits::kWaitingExtractions,
                      std::bind_front(&ExtractionMetrics::Observe, &metrics));
  LocalIntake local_intake(pool, store.journal());
  const absl::Cleanup stop_work = [&] {
    if (store.shared) store.shared->Stop();
  };
  if (store.shared) ANNALS_RETURN_IF_ERROR(StartShared(*store.shared, *taught, pool, Threads(share)));
  Intake& intake = store.shared ? store.shared->intake() : local_intake;
  ExtractorServiceImpl extractor_service(*taught, store.journal(), pool, intake, options.stop.get_token());
  JournalServiceImpl journal_service(store.journal(), {options.stop.get_token()});
  AdminServiceImpl admin_service(store.journal(), absl::GetFlag(FLAGS_backup_dir),
                                 store.shared ? &store.shared->set_aside() : nullptr);
  options.services = {{"annals.v1.ExtractorService", &extractor_service},
                      {"annals.v1.JournalService", &journal_service},
                      {"annals.v1.AdminService", &admin_service}};
  options.call_metrics = &telemetry.registry();
  ANNALS_ASSIGN_OR_RETURN(const auto server, Server::Create(std::move(options)));
  ANNALS_RETURN_IF_ERROR(telemetry.Serve([&] { return server->serving(); }));
  server->RunUntilSignal();
  telemetry.Stop();
  return absl::OkStatus();
}

}  // namespace annals

int main(int argc, char** argv) {
  annals::BlockStopSignals();
  annals::ParseCommandLine(argc, argv, "annals-extractor --listen=HOST:PORT --data_dir=DIR");
  annals::SetLogLevel(absl::GetFlag(FLAGS_log_level));
  const absl::Status status = annals::Serve();
  if (!status.ok()) annals::Log(annals::LogLevel::kError, "cannot serve", {{"error", status.ToString()}});
  return annals::ExitStatus(status);
}
