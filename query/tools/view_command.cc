#include "query/tools/view_command.h"

#include <array>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/date_interval.h"
#include "common/json/proto_json.h"
#include "common/status_macros.h"
#include "query/tools/csv_views.h"
#include "query/tools/diagram_markup.h"
#include "query/tools/drawing/flow_drawing.h"
#include "query/tools/drawing/graph_drawing.h"
#include "query/tools/drawing/html_page.h"
#include "query/tools/drawing/path_drawing.h"
#include "query/tools/drawing/tenure_drawing.h"
#include "query/tools/drawing/timeline_drawing.h"
#include "query/tools/drawing/timeline_page.h"
#include "query/tools/entity_view.h"
#include "query/tools/flow_view.h"
#include "query/tools/graph_view.h"
#include "query/tools/graphml_view.h"
#include "query/tools/path_view.h"
#include "query/tools/tenure_view.h"
#include "query/tools/view_fetch.h"

namespace annals {
namespace {

constexpr int kNarrowest = 320;  // pixels
constexpr int kWidest = 10000;

template <typename Answer>
using Fetch = std::function<absl::StatusOr<Answer>(QueryClient&)>;

// A form an answer can be shown in.
template <typename Answer>
struct Form {
  const char* name;
  std::function<std::string(const Answer&)> render;
};

template <typename Answer>
absl::StatusOr<View> Choose(const std::string& command, const std::string& format, Fetch<Answer> fetch,
                            const std::vector<Form<Answer>>& forms) {
  for (const Form<Answer>& form : forms) {
    if (format != form.name) continue;
    return [fetch, render = form.render](QueryClient& client) -> absl::StatusOr<std::string> {
      ANNALS_ASSIGN_OR_RETURN(const Answer answer, fetch(client));
      return render(answer);
    };
  }
  return absl::InvalidArgumentError(absl::StrCat(
      "no format \"", format, "\" of ", command, "; there are ",
      absl::StrJoin(forms, ", ", [](std::string* out, const auto& form) { *out += form.name; })));
}

absl::StatusOr<View> TimelineView(const std::string& format, const ViewOptions& options) {
  ANNALS_ASSIGN_OR_RETURN(const v1::GetTimelineRequest request, ToTimelineRequest(options));
  const bool with_records = format != "csv" && format != "json";  // which show no reports
  const Fetch<TimelineAnswer> fetch = [=](QueryClient& client) {
    return FetchTimelineAnswer(request, options.limit, with_records, client);
  };
  const int width = options.width;
  return Choose<TimelineAnswer>(
      "timeline", format, fetch,
      {{"text", RenderTimeline},
       {"svg", [width](const TimelineAnswer& answer) { return RenderTimelineSvg(answer, width); }},
       {"html", RenderTimelinePage},
       {"csv", [](const TimelineAnswer& answer) { return RenderTimelineCsv(answer.timeline); }},
       {"json", [](const TimelineAnswer& answer) { return ToPrettyJson(answer.timeline); }}});
}

absl::StatusOr<View> GraphView(const std::string& format, const ViewOptions& options) {
  using Graph = v1::GetNeighborhoodResponse;
  ANNALS_ASSIGN_OR_RETURN(const v1::GetNeighborhoodRequest request, ToNeighborhoodRequest(options));
  const Fetch<Graph> fetch = [=](QueryClient& client) { return client.GetNeighborhood(request); };
  const auto svg = [width = options.width](const Graph& graph) { return RenderGraphSvg(graph, width); };
  return Choose<Graph>(
      "graph", format, fetch,
      {{"text", RenderGraph},
       {"svg", svg},
       {"html", [svg](const Graph& graph) { return HtmlPage(graph.entity().name(), svg(graph)); }},
       {"dot", [](const Graph& graph) { return RenderDot(ToDiagram(graph)); }},
       {"mermaid", [](const Graph& graph) { return RenderMermaid(ToDiagram(graph)); }},
       {"graphml", RenderGraphml},
       {"csv", RenderGraphCsv},
       {"json", ToPrettyJson}});
}

absl::StatusOr<View> PathView(const std::string& format, const ViewOptions& options) {
  using Paths = v1::FindPathsResponse;
  ANNALS_ASSIGN_OR_RETURN(const v1::FindPathsRequest request, ToPathsRequest(options));
  const Fetch<Paths> fetch = [=](QueryClient& client) { return client.FindPaths(request); };
  const auto svg = [width = options.width](const Paths& paths) { return RenderPathsSvg(paths, width); };
  return Choose<Paths>("path", format, fetch,
                       {{"text", RenderPaths},
                        {"svg", svg},
                        {"html", [svg](const Paths& paths) { return HtmlPage("Paths", svg(paths)); }},
                        {"dot", [](const Paths& paths) { return RenderDot(ToDiagram(paths)); }},
                        {"mermaid", [](const Paths& paths) { return RenderMermaid(ToDiagram(paths)); }},
                        {"json", ToPrettyJson}});
}

absl::StatusOr<View> FlowsView(const std::string& format, const ViewOptions& options) {
  using Flows = v1::GetFlowsResponse;
  ANNALS_ASSIGN_OR_RETURN(const v1::GetFlowsRequest request, ToFlowsRequest(options));
  const Fetch<Flows> fetch = [=](QueryClient& client) { return client.GetFlows(request); };
  const v1::TimelineBucket bucket = request.bucket();
  const auto svg = [=](const Flows& flows) { return RenderFlowsSvg(flows, bucket, options.width); };
  return Choose<Flows>(
      "flows", format, fetch,
      {{"text", [=](const Flows& flows) { return RenderFlows(flows, bucket); }},
       {"svg", svg},
       {"html", [svg](const Flows& flows) { return HtmlPage("Moves of people", svg(flows)); }},
       {"dot", [=](const Flows& flows) { return RenderDot(ToDiagram(flows, bucket)); }},
       {"mermaid", [=](const Flows& flows) { return RenderMermaid(ToDiagram(flows, bucket)); }},
       {"csv", RenderFlowsCsv},
       {"json", ToPrettyJson}});
}

absl::StatusOr<View> TenuresView(const std::string& format, const ViewOptions& options) {
  using Tenures = v1::GetTenuresResponse;
  const v1::GetTenuresRequest request = ToTenuresRequest(options);
  const Fetch<Tenures> fetch = [=](QueryClient& client) {
    return FetchTenures(request, options.limit, client);
  };
  // A day that is none is the service's to refuse.
  const auto parsed = ParseIsoDay(options.as_of_day);
  const std::optional<absl::CivilDay> day = parsed.ok() ? std::optional(*parsed) : std::nullopt;
  const auto svg = [=](const Tenures& tenures) { return RenderTenuresSvg(tenures, day, options.width); };
  return Choose<Tenures>(
      "tenures", format, fetch,
      {{"text", [=](const Tenures& tenures) { return RenderTenures(tenures, day); }},
       {"svg", svg},
       {"html", [svg](const Tenures& tenures) { return HtmlPage("Tenures", svg(tenures)); }},
       {"csv", RenderTenuresCsv},
       {"json", ToPrettyJson}});
}

absl::StatusOr<View> EntityView(const std::string& format, const ViewOptions& options) {
  using Entity = v1::GetEntityResponse;
  const Fetch<Entity> fetch = [request = ToEntityRequest(options)](QueryClient& client) {
    return client.GetEntity(request);
  };
  return Choose<Entity>("entity", format, fetch, {{"text", RenderEntity}, {"json", ToPrettyJson}});
}

struct Command {
  const char* name;
  size_t fewest;  // entities
  size_t most;
  absl::StatusOr<View> (*make)(const std::string& format, const ViewOptions& options);
};

constexpr std::array kCommands = {
    Command{"timeline", 1, 1, TimelineView}, Command{"graph", 1, 1, GraphView},
    Command{"path", 2, 2, PathView},         Command{"flows", 0, 1, FlowsView},
    Command{"tenures", 1, 1, TenuresView},   Command{"entity", 1, 1, EntityView},
};

absl::Status CheckEntities(const Command& command, size_t entities) {
  if (entities >= command.fewest && entities <= command.most) return absl::OkStatus();
  constexpr std::array kNumbers = {"none", "one", "two"};
  return absl::InvalidArgumentError(
      absl::StrCat(command.name, command.fewest < command.most ? " takes at most " : " takes ",
                   kNumbers[command.most], command.most == 1 ? " entity" : " entities"));
}

}  // namespace

absl::StatusOr<View> MakeView(const std::vector<std::string>& words, const std::string& format,
                              ViewOptions options) {
  std::vector<std::string> names;
  for (const Command& command : kCommands) {
    names.push_back(command.name);
    if (words.empty() || words[0] != command.name) continue;
    ANNALS_RETURN_IF_ERROR(CheckEntities(command, words.size() - 1));
    if (options.width < kNarrowest || options.width > kWidest)
      return absl::InvalidArgumentError(
          absl::StrCat("a drawing is ", kNarrowest, " to ", kWidest, " pixels wide"));
    if (words.size() > 1) options.entity = words[1];
    if (words.size() > 2) options.to_entity = words[2];
    return command.make(format, options);
  }
  const std::string known = absl::StrJoin(names, ", ");
  return absl::InvalidArgumentError(words.empty()
                                        ? absl::StrCat("a command is needed; there are ", known)
                                        : absl::StrCat("no command \"", words[0], "\"; there are ", known));
}

}  // namespace annals
