// annals-query: follows a journal, an extractor's or the one on JetStream, and answers timeline and graph
// requests from its own index.
#include <memory>
#include <utility>

#include "absl/flags/flag.h"
#include "common/program/command_line.h"
#include "common/program/sizing.h"
#include "common/program/structured_log.h"
#include "common/server/client_channel.h"
#include "common/server/server.h"
#include "common/server/server_flags.h"
#include "common/server/telemetry.h"
#include "common/status_macros.h"
#include "query/follower/extractor_source.h"
#include "query/follower/housekeeping.h"
#include "query/follower/journal_follower.h"
#include "query/follower/stream_source.h"
#include "query/index/index.h"
#include "query/service/index_admin_service.h"
#include "query/service/index_metrics.h"
#include "query/service/query_service.h"

ABSL_FLAG(std::string, listen, "127.0.0.1:50052",
          "HOST:PORT; port 0 picks one, which the first log line names");
ABSL_FLAG(std::string, data_dir, "annals-query-data",
          "directory of the index; made if it is not there, safe to delete");
ABSL_FLAG(std::string, extractor, "",
          "HOST:PORT of the extractor whose journal to follow; empty, and no --journal: 127.0.0.1:50051");
ABSL_FLAG(
    std::string, journal, "",
    "nats://HOST:PORT,… of the servers that hold the journal of many extractors; in place of --extractor");
ABSL_FLAG(std::string, backup_dir, "",
          "directory for copies of the index (AdminService); empty: none are made");
ABSL_FLAG(uint64_t, ready_lag, 1000, "journal entries behind the extractor beyond which /readyz says no");
ABSL_FLAG(uint32_t, cache_mb, 0,
          "memory for what is read of the index, in MiB; 0: a quarter of the container's share");
ABSL_FLAG(annals::LogLevel, log_level, annals::LogLevel::kInfo, "debug, info, warning or error");

namespace annals::query {

constexpr char kOwnExtractor[] = "127.0.0.1:50051";

size_t CacheBytes(const MachineShare& share) {
  const size_t megabytes = absl::GetFlag(FLAGS_cache_mb);
  return megabytes > 0 ? megabytes << 20 : BytesOf(limits::kIndexCache, share);
}

absl::StatusOr<std::unique_ptr<EntrySource>> OpenSource() {
  const std::string journal = absl::GetFlag(FLAGS_journal);
  const std::string extractor = absl::GetFlag(FLAGS_extractor);
  const ClientOptions client = ClientOptionsFromFlags();
  if (!journal.empty() && !extractor.empty())
    return absl::InvalidArgumentError("--journal and --extractor: one of them");
  if (!journal.empty()) {
    return StreamSource::Create({.servers = journal,
                                 .ca_file = client.tls.authorities,
                                 .cert_file = client.tls.certificate,
                                 .key_file = client.tls.key,
                                 .token_file = client.token_file});
  }
  ANNALS_ASSIGN_OR_RETURN(auto channel,
                          MakeJournalChannel(extractor.empty() ? kOwnExtractor : extractor, client));
  return std::make_unique<ExtractorSource>(std::move(channel));
}

absl::Status Serve() {
  if (const auto probed = ProbeInstead()) return *probed;
  const MachineShare share = ReadMachineShare();
  ANNALS_ASSIGN_OR_RETURN(Server::Options options, ServerOptionsFromFlags(absl::GetFlag(FLAGS_listen)));
  ANNALS_ASSIGN_OR_RETURN(std::unique_ptr<EntrySource> source, OpenSource());
  ANNALS_ASSIGN_OR_RETURN(const auto index, Index::Open(absl::GetFlag(FLAGS_data_dir), CacheBytes(share)));
  JournalFollower follower(*index, std::move(source));
  Housekeeping housekeeping(*index, follower);
  const auto state = [&] { return FollowState{follower.following(), follower.journal_revision()}; };
  QueryService service(*index, state, index->secret(), {options.stop.get_token()});
  Telemetry telemetry;
  AddIndexMetrics(*index, state, telemetry);
  options.call_metrics = &telemetry.registry();
  IndexAdminService admin_service(*index, absl::GetFlag(FLAGS_backup_dir));
  options.services = {{"annals.v1.QueryService", &service}, {"annals.v1.AdminService", &admin_service}};
  ANNALS_ASSIGN_OR_RETURN(const auto server, Server::Create(std::move(options)));
  follower.Start();
  housekeeping.Start();
  const uint64_t max_lag = absl::GetFlag(FLAGS_ready_lag);
  ANNALS_RETURN_IF_ERROR(
      telemetry.Serve([&] { return server->serving() && CaughtUp(*index, state(), max_lag); }));
  server->RunUntilSignal();
  telemetry.Stop();
  return absl::OkStatus();
}

}  // namespace annals::query

int main(int argc, char** argv) {
  annals::BlockStopSignals();
  annals::ParseCommandLine(
      argc, argv,
      "annals-query --listen=HOST:PORT --data_dir=DIR --extractor=HOST:PORT|--journal=nats://HOST:PORT,…");
  annals::SetLogLevel(absl::GetFlag(FLAGS_log_level));
  const absl::Status status = annals::query::Serve();
  if (!status.ok()) annals::Log(annals::LogLevel::kError, "cannot serve", {{"error", status.ToString()}});
  return annals::ExitStatus(status);
}
