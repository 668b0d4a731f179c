// Flags (absl::Flag) as Annals' commands take them: on the command line, else from the environment, else
// their default.
#ifndef ANNALS_COMMON_PROGRAM_COMMAND_LINE_H_
#define ANNALS_COMMON_PROGRAM_COMMAND_LINE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace annals {

// Exit statuses of every command.
inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
// The one that says how a server's run ended: what it was told to do was wrong (INVALID_ARGUMENT), or it
// failed.
int ExitStatus(const absl::Status& status);

// Sets flags from --name=value, --name value, --flag and --noflag (booleans), and, for flags not given, from
// the variables ANNALS_NAME; returns the other arguments, program name left out. "--" ends the flags.
// INVALID_ARGUMENT: an unknown flag or a value that does not parse, with the flag's name.
absl::StatusOr<std::vector<std::string>> ParseFlags(const std::vector<std::string>& arguments);

// The whole of a command's start: ParseFlags; --help and --version print to standard output and exit with 0;
// a wrong flag prints to standard error and exits with 2. `usage` is what stands above the list of flags.
std::vector<std::string> ParseCommandLine(int argc, char** argv, absl::string_view usage);

// `usage`, then every flag with its default and what it does.
std::string HelpText(absl::string_view usage);

// "ANNALS_DATA_DIR" for "data_dir".
std::string EnvironmentName(absl::string_view flag);

// The version of the build: "0.1.0".
absl::string_view Version();

}  // namespace annals

#endif  // ANNALS_COMMON_PROGRAM_COMMAND_LINE_H_
