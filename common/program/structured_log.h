// The log of a server: one JSON object a line on standard error, for machines to collect and people to grep.
//
// Never log what users send: no article text, no names from it. Ids, counts, codes and times are fine.
#ifndef ANNALS_COMMON_PROGRAM_STRUCTURED_LOG_H_
#define ANNALS_COMMON_PROGRAM_STRUCTURED_LOG_H_

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace annals {

enum class LogLevel { kDebug, kInfo, kWarning, kError };

using LogValue = std::variant<std::string, int64_t, uint64_t, double, bool>;
using LogField = std::pair<absl::string_view, LogValue>;

// {"time":"2025-08-27T09:00:00.000000Z","level":"info","message":"listening","port":50051}. Thread-safe;
// lines never mix. `message` is a constant phrase; what varies is in the fields.
void Log(LogLevel level, absl::string_view message, absl::Span<const LogField> fields = {});

// The same at info, whatever the level: for the line that names the port, which others wait for.
void Announce(absl::string_view message, absl::Span<const LogField> fields = {});

// Lines below the level are dropped. At start: info.
void SetLogLevel(LogLevel level);

// For absl::Flag<LogLevel>: debug, info, warning, error.
bool AbslParseFlag(absl::string_view text, LogLevel* level, std::string* error);
std::string AbslUnparseFlag(LogLevel level);

// The object without its time, for tests.
std::string FormatLogLine(LogLevel level, absl::string_view message, absl::Span<const LogField> fields);

}  // namespace annals

#endif  // ANNALS_COMMON_PROGRAM_STRUCTURED_LOG_H_
