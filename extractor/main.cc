// annals-extractor: takes articles in over gRPC, reads them, and keeps them with their events.
#include <algorithm>
#include <functional>
#include <utility>

#include "absl/flags/flag.h"
#include "common/program/command_line.h"
#include "common/program/sizing.h"
#include "common/program/structured_log.h"
#include "common/server/server.h"
#include "common/server/server_flags.h"
#include "common/server/telemetry.h"
#include "common/status_macros.h"
#include "extractor/extractor.h"
#include "extractor/journal/journal.h"
#include "extractor/service/admin_service.h"
#include "extractor/service/extraction_metrics.h"
#include "extractor/service/extractor_service.h"
#include "extractor/service/journal_service.h"
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

absl::Status Serve() {
  if (const auto probed = ProbeInstead()) return *probed;
  const MachineShare share = ReadMachineShare();
  ANNALS_ASSIGN_OR_RETURN(Server::Options options, ServerOptionsFromFlags(absl::GetFlag(FLAGS_listen)));
  ANNALS_ASSIGN_OR_RETURN(const auto extractor,
                          Extractor::Create({.lexicon_dir = absl::GetFlag(FLAGS_lexicon_dir)}));
  ANNALS_ASSIGN_OR_RETURN(const auto journal,
                          Journal::Open({absl::GetFlag(FLAGS_data_dir), CacheBytes(share)}));
  ANNALS_ASSIGN_OR_RETURN(const auto taught, TaughtEntities::Load(*extractor, *journal));
  Telemetry telemetry;
  telemetry.AddStore([&] { return journal->store_figures(); });
  telemetry.source().AddGauge("annals_journal_revision", "The last entry of the journal.",
                              [&] { return static_cast<double>(journal->last_revision()); });
  ExtractionMetrics metrics(telemetry.registry());
  ExtractorServiceImpl extractor_service(
      *taught, *journal,
      {Threads(share), options.stop.get_token(), std::bind_front(&ExtractionMetrics::Observe, &metrics)});
  JournalServiceImpl journal_service(*journal, {options.stop.get_token()});
  AdminServiceImpl admin_service(*journal, absl::GetFlag(FLAGS_backup_dir));
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
