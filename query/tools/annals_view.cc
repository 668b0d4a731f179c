// annals-view: what a running query service knows, drawn for people.
#include <iostream>
#include <string>
#include <vector>

#include "absl/flags/flag.h"
#include "common/program/command_line.h"
#include "query/tools/query_client.h"
#include "query/tools/view_command.h"

ABSL_FLAG(std::string, query, "127.0.0.1:50052", "HOST:PORT of the query service");
ABSL_FLAG(std::string, format, "text",
          "text or json; timeline also svg, html, csv; graph svg, html, dot, mermaid, graphml, csv; path "
          "svg, html, dot, "
          "mermaid; flows svg, html, dot, mermaid, csv; tenures svg, html, csv");
ABSL_FLAG(std::vector<std::string>, type, {}, "only events of these types: join,depart,fund,…");
ABSL_FLAG(std::vector<std::string>, role, {},
          "only events in which the entity has one of these roles: acquirer,investor,…");
ABSL_FLAG(std::vector<std::string>, status, {},
          "only events of these statuses: occurred,ongoing,planned,failed,negated");
ABSL_FLAG(std::vector<std::string>, relation, {},
          "of a graph or path only relations of these types: position,founder_of,mentor_of,part_of");
ABSL_FLAG(std::string, min_certainty, "", "only events at least this certain: rumored, reported, confirmed");
ABSL_FLAG(std::string, from, "", "only what is on or after this day: 2025-08-27");
ABSL_FLAG(std::string, to, "", "only what is on or before this day");
ABSL_FLAG(std::string, as_of_day, "", "what was true on this day");
ABSL_FLAG(std::string, known_on, "", "what had been published by this day");
ABSL_FLAG(uint64_t, revision, 0, "what was stored up to this revision");
ABSL_FLAG(std::string, order, "oldest", "what a timeline begins with: oldest or newest");
ABSL_FLAG(std::string, path_order, "", "which paths come first: fewest_hops (the default) or most_recent");
ABSL_FLAG(std::string, bucket, "", "counts of a timeline and flows by day, month, quarter or year");
ABSL_FLAG(bool, exclude_parts, false,
          "leave out the events of an organisation's units, products and subsidiaries");
ABSL_FLAG(int, depth, 0, "most hops, 1 to 4; 0: 1 of a graph, 4 of a path");
ABSL_FLAG(int, max_paths, 0, "most paths, 1 to 10; 0: 3");
ABSL_FLAG(int, max_fanout, 0,
          "most edges looked at from one entity of a graph or path; 0: as many as the service finds right");
ABSL_FLAG(int, limit, 200, "most events of a timeline, edges of a graph, flows, tenures");
ABSL_FLAG(int, width, 960, "pixels from left to right of an SVG drawing");
ABSL_FLAG(uint64_t, min_revision, 0,
          "wait until the service shows this revision (annals-extract --submit prints it)");

namespace annals {
namespace {

constexpr char kUsage[] =
    "annals-view timeline|graph|tenures|entity ENTITY [FLAG…]: what happened to an entity, what is around "
    "it, who was there (or\n"
    "where somebody was) from when to when, what it is; annals-view path ENTITY ENTITY: how two are "
    "connected; annals-view flows\n"
    "[ENTITY]: who moved between organisations. ENTITY is an id or any name, in any script. Exit status: 0 "
    "done, 1 failed, 2 wrong\n"
    "usage.";

int Fail(const absl::Status& status, int exit_status) {
  std::cerr << "annals-view: " << status.message() << "\n";
  return exit_status;
}

ViewOptions OptionsFromFlags() {
  return {.types = absl::GetFlag(FLAGS_type),
          .roles = absl::GetFlag(FLAGS_role),
          .statuses = absl::GetFlag(FLAGS_status),
          .relations = absl::GetFlag(FLAGS_relation),
          .min_certainty = absl::GetFlag(FLAGS_min_certainty),
          .from = absl::GetFlag(FLAGS_from),
          .to = absl::GetFlag(FLAGS_to),
          .order = absl::GetFlag(FLAGS_order),
          .path_order = absl::GetFlag(FLAGS_path_order),
          .bucket = absl::GetFlag(FLAGS_bucket),
          .as_of_day = absl::GetFlag(FLAGS_as_of_day),
          .known_on = absl::GetFlag(FLAGS_known_on),
          .revision = absl::GetFlag(FLAGS_revision),
          .exclude_parts = absl::GetFlag(FLAGS_exclude_parts),
          .depth = absl::GetFlag(FLAGS_depth),
          .max_paths = absl::GetFlag(FLAGS_max_paths),
          .max_fanout = absl::GetFlag(FLAGS_max_fanout),
          .limit = absl::GetFlag(FLAGS_limit),
          .min_revision = absl::GetFlag(FLAGS_min_revision),
          .width = absl::GetFlag(FLAGS_width)};
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
  const std::vector<std::string> words = annals::ParseCommandLine(argc, argv, annals::kUsage);
  const auto view = annals::MakeView(words, absl::GetFlag(FLAGS_format), annals::OptionsFromFlags());
  if (!view.ok()) return annals::Fail(view.status(), annals::kExitUsage);
  const auto client = annals::QueryClient::Create(absl::GetFlag(FLAGS_query));
  if (!client.ok()) return annals::Fail(client.status(), annals::kExitUsage);
  const auto text = (*view)(**client);
  if (!text.ok()) return annals::Fail(text.status(), annals::kExitFailed);
  std::cout << *text;
  return std::cout.good() ? annals::kExitOk : annals::kExitFailed;
}
