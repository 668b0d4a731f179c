// annals-view: timelines and graphs of a running query service, for people.
#include <iostream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "common/program/command_line.h"
#include "query/tools/query_client.h"
#include "query/tools/view_command.h"

ABSL_FLAG(std::string, query, "127.0.0.1:50052", "HOST:PORT of the query service");
ABSL_FLAG(std::string, format, "text", "text or json; of a graph also dot or mermaid");
ABSL_FLAG(std::vector<std::string>, type, {}, "only events of these types: join,depart,fund,…");
ABSL_FLAG(std::vector<std::string>, status, {},
          "only events of these statuses: occurred,ongoing,planned,failed,negated");
ABSL_FLAG(std::string, min_certainty, "", "only events at least this certain: rumored, reported, confirmed");
ABSL_FLAG(std::string, from, "", "only events on or after this day: 2025-08-27");
ABSL_FLAG(std::string, to, "", "only events on or before this day");
ABSL_FLAG(std::string, order, "oldest", "what a timeline begins with: oldest or newest");
ABSL_FLAG(bool, exclude_parts, false,
          "leave out the events of an organisation's units, products and subsidiaries");
ABSL_FLAG(int, depth, 1, "hops of a graph: 1 or 2");
ABSL_FLAG(int, limit, 200, "most events of a timeline, most edges of a graph");
ABSL_FLAG(uint64_t, min_revision, 0,
          "wait until the service shows this revision (annals-extract --submit prints it)");

namespace annals {
namespace {

constexpr char kUsage[] =
    "annals-view timeline|graph|entity ENTITY [FLAG…]: what happened to an entity, what is around it, what "
    "it is. ENTITY is an\n"
    "id or any name, in any script. Exit status: 0 done, 1 failed, 2 wrong usage.";

int Fail(const absl::Status& status, int exit_status) {
  std::cerr << "annals-view: " << status.message() << "\n";
  return exit_status;
}

ViewOptions OptionsFromFlags(const std::string& entity) {
  return {.entity = entity,
          .types = absl::GetFlag(FLAGS_type),
          .statuses = absl::GetFlag(FLAGS_status),
          .min_certainty = absl::GetFlag(FLAGS_min_certainty),
          .from = absl::GetFlag(FLAGS_from),
          .to = absl::GetFlag(FLAGS_to),
          .order = absl::GetFlag(FLAGS_order),
          .exclude_parts = absl::GetFlag(FLAGS_exclude_parts),
          .depth = absl::GetFlag(FLAGS_depth),
          .limit = absl::GetFlag(FLAGS_limit),
          .min_revision = absl::GetFlag(FLAGS_min_revision)};
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  const std::vector<std::string> words = annals::ParseCommandLine(argc, argv, annals::kUsage);
  if (words.size() != 2) {
    std::cerr << "annals-view: a command and one entity are needed; see --help\n";
    return annals::kExitUsage;
  }
  const auto view =
      annals::MakeView(words[0], absl::GetFlag(FLAGS_format), annals::OptionsFromFlags(words[1]));
  if (absl::IsUnimplemented(view.status())) return annals::Fail(view.status(), annals::kExitFailed);
  if (!view.ok()) return annals::Fail(view.status(), annals::kExitUsage);
  const auto client = annals::QueryClient::Create(absl::GetFlag(FLAGS_query));
  if (!client.ok()) return annals::Fail(client.status(), annals::kExitUsage);
  const auto text = (*view)(**client);
  if (!text.ok()) return annals::Fail(text.status(), annals::kExitFailed);
  std::cout << *text;
  return std::cout.good() ? annals::kExitOk : annals::kExitFailed;
}
