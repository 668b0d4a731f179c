#include "common/program/command_line.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

#include "absl/flags/commandlineflag.h"
#include "absl/flags/reflection.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "common/status_macros.h"

namespace annals {
namespace {

using absl::CommandLineFlag;

absl::Status WrongFlag(absl::string_view name, absl::string_view why) {
  return absl::InvalidArgumentError(absl::StrCat("--", name, ": ", why));
}

absl::Status SetFlag(CommandLineFlag& flag, absl::string_view value, absl::string_view given_as) {
  std::string error;
  if (flag.ParseFrom(value, &error)) return absl::OkStatus();
  return WrongFlag(flag.Name(), absl::StrCat("\"", value, "\" (", given_as, ") is no value for it",
                                             error.empty() ? "" : ": ", error));
}

bool IsBoolean(const CommandLineFlag& flag) { return flag.IsOfType<bool>(); }

// "--noverbose" for a boolean flag "verbose".
CommandLineFlag* FindNegated(absl::string_view name) {
  if (!absl::ConsumePrefix(&name, "no")) return nullptr;
  CommandLineFlag* flag = absl::FindCommandLineFlag(name);
  return flag != nullptr && IsBoolean(*flag) ? flag : nullptr;
}

class FlagParser {
 public:
  explicit FlagParser(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  absl::StatusOr<std::vector<std::string>> Parse() {
    for (; next_ < arguments_.size(); ++next_) {
      absl::string_view argument = arguments_[next_];
      if (argument == "--") {
        others_.insert(others_.end(), arguments_.begin() + next_ + 1, arguments_.end());
        break;
      }
      if (argument == "-" || !absl::ConsumePrefix(&argument, "-")) {
        others_.emplace_back(argument);
        continue;
      }
      absl::ConsumePrefix(&argument, "-");
      ANNALS_RETURN_IF_ERROR(TakeFlag(argument));
    }
    ANNALS_RETURN_IF_ERROR(TakeEnvironment());
    return others_;
  }

 private:
  absl::Status TakeFlag(absl::string_view argument) {
    const size_t equals = argument.find('=');
    const absl::string_view name = argument.substr(0, equals);
    CommandLineFlag* flag = absl::FindCommandLineFlag(name);
    if (flag == nullptr && equals == absl::string_view::npos) {
      if (CommandLineFlag* negated = FindNegated(name)) return Set(*negated, "false");
    }
    if (flag == nullptr) return WrongFlag(name, "there is no such flag");
    if (equals != absl::string_view::npos) return Set(*flag, argument.substr(equals + 1));
    if (IsBoolean(*flag)) return Set(*flag, "true");
    if (next_ + 1 == arguments_.size()) return WrongFlag(name, "it needs a value");
    return Set(*flag, arguments_[++next_]);
  }

  absl::Status Set(CommandLineFlag& flag, absl::string_view value) {
    given_.insert(std::string(flag.Name()));
    return SetFlag(flag, value, "on the command line");
  }

  absl::Status TakeEnvironment() {
    for (const auto& [name, flag] : absl::GetAllFlags()) {
      const char* value = std::getenv(EnvironmentName(name).c_str());
      if (value == nullptr || given_.contains(std::string(name))) continue;
      ANNALS_RETURN_IF_ERROR(SetFlag(*flag, value, "from the environment"));
    }
    return absl::OkStatus();
  }

  const std::vector<std::string>& arguments_;
  size_t next_ = 0;
  std::vector<std::string> others_;
  std::set<std::string> given_;
};

void ExitIfAsked(const std::vector<std::string>& arguments, absl::string_view usage) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return;
    if (argument == "--help" || argument == "-h") std::fputs(HelpText(usage).c_str(), stdout);
    if (argument == "--version") std::printf("annals %s\n", std::string(Version()).c_str());
    if (argument == "--help" || argument == "-h" || argument == "--version") std::exit(kExitOk);
  }
}

}  // namespace

int ExitStatus(const absl::Status& status) {
  if (status.ok()) return kExitOk;
  return absl::IsInvalidArgument(status) ? kExitUsage : kExitFailed;
}

absl::StatusOr<std::vector<std::string>> ParseFlags(const std::vector<std::string>& arguments) {
  return FlagParser(arguments).Parse();
}

std::vector<std::string> ParseCommandLine(int argc, char** argv, absl::string_view usage) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  ExitIfAsked(arguments, usage);
  absl::StatusOr<std::vector<std::string>> others = ParseFlags(arguments);
  if (others.ok()) return *std::move(others);
  std::fprintf(stderr, "%s\nTry --help.\n", std::string(others.status().message()).c_str());
  std::exit(kExitUsage);
}

std::string HelpText(absl::string_view usage) {
  std::map<std::string, const CommandLineFlag*> sorted;
  for (const auto& [name, flag] : absl::GetAllFlags()) sorted.emplace(std::string(name), flag);
  std::string text = absl::StrCat(usage, "\n\nFlags (also as environment variables ANNALS_FLAG_NAME):\n");
  for (const auto& [name, flag] : sorted) {
    absl::StrAppend(&text, "  --", name, "  ", flag->Help());
    if (!flag->DefaultValue().empty()) absl::StrAppend(&text, " [", flag->DefaultValue(), "]");
    text += '\n';
  }
  return absl::StrCat(text, "  --help  prints this\n  --version  prints the version\n");
}

std::string EnvironmentName(absl::string_view flag) {
  return absl::StrCat("ANNALS_", absl::AsciiStrToUpper(flag));
}

absl::string_view Version() { return ANNALS_VERSION; }

}  // namespace annals
