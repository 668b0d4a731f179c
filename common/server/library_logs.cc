#include "common/server/library_logs.h"

#include <string>

#include "common/program/structured_log.h"
#include "google/protobuf/stubs/logging.h"
#include "grpc/support/log.h"

namespace annals {
namespace {

void LogFromGrpc(gpr_log_func_args* line) {
  const LogLevel level = line->severity == GPR_LOG_SEVERITY_ERROR  ? LogLevel::kWarning
                         : line->severity == GPR_LOG_SEVERITY_INFO ? LogLevel::kInfo
                                                                   : LogLevel::kDebug;
  Log(level, "grpc", {{"text", std::string(line->message)}});
}

// protobuf complains of every request that is not UTF-8, which its sender is told anyway.
void LogFromProtobuf(google::protobuf::LogLevel severity, const char* /*file*/, int /*line*/,
                     const std::string& text) {
  Log(severity >= google::protobuf::LOGLEVEL_FATAL ? LogLevel::kError : LogLevel::kDebug, "protobuf",
      {{"text", text}});
}

}  // namespace

void RedirectLibraryLogs() {
  gpr_set_log_function(LogFromGrpc);
  google::protobuf::SetLogHandler(LogFromProtobuf);
}

}  // namespace annals
